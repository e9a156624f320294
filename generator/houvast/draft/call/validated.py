"""From the text of a reply to the shape that was asked for."""

import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from houvast.draft.call.completion import trails_off
from houvast.draft.call.faults import CallFault, Fault, Verdict
from houvast.draft.call.reply import Reply
from houvast.draft.call.request import Request

W = TypeVar("W", bound=BaseModel)

LONGEST_REMARK = 300
_SHOWN = 3
_FENCE = re.compile(r"^\s*```[a-z]*[ \t]*\n(?P<inside>.*?)\n?[ \t]*```\s*$", re.DOTALL | re.IGNORECASE)


def validated(request: Request[W], reply: Reply) -> W:
    """The value in a reply. Raises CallFault: REPAIR with a remark for the model, RETRY where it lost its way."""
    fenced = _FENCE.match(reply.text)
    text = fenced["inside"] if fenced else reply.text
    try:
        value = request.wire.model_validate_json(text.strip(), strict=True)
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_context=False, include_input=False)
        problems = [_told(error["loc"], error["msg"]) for error in errors]
    else:
        problems = [
            f"{place}: must be one of {', '.join(request.choices[name])}"
            for name, place, chosen in _chosen(value, "")
            if name in request.choices and chosen not in request.choices[name]
        ]
        if not problems:
            return value
    if trails_off(text):
        sentence = f"The model wrote white space without end for {request.item}."
        raise CallFault(Fault("white-space", sentence), Verdict.RETRY, raw=reply.text, charge=True)
    more = f" … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    remark = "; ".join(problems[:_SHOWN])[: LONGEST_REMARK - len(more)] + more
    sentence = f"The model's answer for {request.item} does not have the shape that was asked for."
    raise CallFault(Fault("other-shape", sentence), Verdict.REPAIR, remark=remark, raw=reply.text, charge=True)


def _told(path: tuple[int | str, ...], message: str) -> str:
    place = ".".join(str(part) for part in path)
    return f"{place}: {message}" if place else message


def _chosen(value: object, place: str) -> list[tuple[str, str, str]]:
    """Every text of a value with the name of its field and its place, in order."""
    if isinstance(value, list):
        return [found for index, one in enumerate(value) for found in _chosen(one, f"{place}{index}.")]
    if not isinstance(value, BaseModel):
        return []
    found: list[tuple[str, str, str]] = []
    for name, held in value:
        if isinstance(held, str):
            found.append((name, f"{place}{name}", held))
        else:
            found += _chosen(held, f"{place}{name}.")
    return found
