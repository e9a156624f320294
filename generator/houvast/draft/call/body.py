"""What is sent for a request: the same for one call and for a line of a batch."""

import json
import re
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from houvast.draft.call.config import Endpoint
from houvast.draft.call.request import Request
from houvast.draft.call.schema import strict_schema

_IN_WORDS = (
    "Answer with one JSON object and nothing else: no words around it, no code fence. It fits this JSON Schema:\n"
)


def body_of(
    endpoint: Endpoint,
    request: Request[BaseModel],
    more: Sequence[Mapping[str, str]],
    max_tokens: int,
    seed: int | None,
) -> dict[str, object]:
    """The body of a chat completion, as JSON. `more` are messages after those of the request."""
    schema = strict_schema(
        request.wire,
        request.choices,
        request.counts,
        keeps_bounds=endpoint.keeps_bounds,
        keeps_lengths=endpoint.keeps_lengths,
    )
    messages = [dict(message) for message in (*request.messages, *more)]
    body: dict[str, object] = {"model": endpoint.model, "messages": messages, endpoint.token_param: max_tokens}
    if endpoint.schema_mode == "json_schema":
        named = {"name": _name(request.wire), "strict": True, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    else:
        # Some chat templates take a single system message: the words about the shape go in the first.
        words = _IN_WORDS + json.dumps(schema, ensure_ascii=False)
        messages[0]["content"] = f"{messages[0]['content']}\n\n{words}"
    if endpoint.schema_mode == "json_object":
        body["response_format"] = {"type": "json_object"}
    if endpoint.supports_seed and seed is not None:
        body["seed"] = seed
    if endpoint.supports_temperature:
        body["temperature"] = endpoint.temperature
    return body


def sent_texts(body: Mapping[str, object]) -> list[str]:
    """The texts of the messages in a body."""
    messages = body["messages"]
    assert isinstance(messages, list)
    return [message["content"] for message in messages]


def _name(wire: type[BaseModel]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", wire.__name__).lower()[:64]
