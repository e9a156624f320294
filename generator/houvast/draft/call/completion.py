"""What an endpoint answered, read with distrust: a reply, or why it is none."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import SecretStr

from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Fault, Verdict
from houvast.draft.call.reply import Reply
from houvast.draft.call.secret import one_line, told

JSON_TROUBLE = (ValueError, RecursionError)
"""What reading JSON of a stranger may raise; broken UTF-8 is a ValueError too."""

CHARACTERS_A_TOKEN = 12
"""No text has more: English has 5, and an endpoint that counts fewer tokens has not read it all."""

_TRAILING = 200
_CIRCLE, _ROUNDS = 40, 4
"""Where so many characters at the end stand so often in the whole, a model repeats itself."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What an attempt was: who was asked, for what, with which texts."""

    endpoint: Endpoint
    key: SecretStr | None
    item: str
    origin: str
    sent: tuple[str, ...]

    def told(self, words: str) -> str:
        """Words of the endpoint to show after a sentence; nothing of what was sent."""
        said = told(words, self.sent, self.key)
        return f" It says: {said}" if said else ""


def trails_off(text: str) -> bool:
    """Whether a model wrote white space until it was stopped."""
    return len(text) - len(text.rstrip()) > _TRAILING


def goes_in_circles(text: str) -> bool:
    """Whether a model wrote the same words again and again until it was stopped."""
    end = text.rstrip()[-_CIRCLE:]
    return len(end) == _CIRCLE and text.count(end) >= _ROUNDS


def reply_of(attempt: Attempt, headers: Mapping[str, str], body: bytes) -> Reply:
    """The reply in an answer that the endpoint calls good. Raises CallFault."""
    whole = _whole(attempt, headers.get("content-type", ""), body)
    usage = whole.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    prompt_tokens = _count(usage.get("prompt_tokens"), 1)
    _refuse_cut_prompt(attempt, prompt_tokens)
    text = _text(attempt, whole)
    return Reply(
        text=text,
        model=named_model(one_line(str(whole.get("model") or ""))),
        system_fingerprint=one_line(str(whole.get("system_fingerprint") or "")),
        request_id=one_line(str(headers.get("x-request-id") or whole.get("id") or "")),
        prompt_tokens=prompt_tokens,
        completion_tokens=_count(usage.get("completion_tokens"), 0),
    )


def named_model(name: str) -> str:
    """The name of a model; of a path on somebody's machine, which llama.cpp tells, only the file."""
    return re.split(r"[/\\]", name)[-1] if re.match(r"[/~\\]|[A-Za-z]:[/\\]", name) else name


def _whole(attempt: Attempt, content_type: str, body: bytes) -> dict[str, object]:
    host = attempt.endpoint.host
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith("text/"):
        sentence = (
            f"{attempt.endpoint.base_url} answers with {kind} where a model's answer was to come: a sign-in page, "
            "a proxy, or an address that is not an endpoint's. Open it in a browser, and check `base_url` in draft.yml."
        )
        raise CallFault(Fault("web-page", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)
    try:
        whole: object = json.loads(body)
        json.dumps(whole, ensure_ascii=False).encode()  # halves of characters, which no file takes
    except JSON_TROUBLE:
        sentence = f"{host} sent an answer that cannot be read: it was cut off on the way, or something else answered."
        raise _again("garbled", sentence, body) from None
    if not isinstance(whole, dict) or whole.get("error"):
        error = whole.get("error") if isinstance(whole, dict) else None
        said = error.get("message") if isinstance(error, dict) else error
        raise _again("malformed", f"{host} reports an error of its own.{attempt.told(str(said or ''))}", body)
    return whole


def _text(attempt: Attempt, whole: Mapping[str, object]) -> str:
    """The text of the first choice."""
    host, raw = attempt.endpoint.host, json.dumps(whole, ensure_ascii=False).encode()
    match whole.get("choices"):
        case [{"message": {**message}, **choice}, *_]:
            content, refusal = message.get("content"), message.get("refusal")
        case _:
            raise _again("malformed", f"{host} sent an answer without a text in it.", raw)
    finish = choice.get("finish_reason")
    if refusal:
        sentence = f"The model refuses to draft {attempt.item}: look in {attempt.origin} for what it stumbles over."
        raise _failed("refusal", sentence + attempt.told(str(refusal)), raw)
    if finish == "content_filter":
        sentence = (
            f"A filter of {host} held back the answer for {attempt.item}: look in {attempt.origin} for the cause."
        )
        raise _failed("content-filter", sentence, raw)
    text = content if isinstance(content, str) else ""
    if trails_off(text) and finish == "length":
        raise _again("white-space", f"The model wrote white space without end for {attempt.item}.", raw)
    if finish == "length" and goes_in_circles(text):
        sentence = (
            f"The model repeats itself without end for {attempt.item}: give it a higher `temperature` in draft.yml, "
            "or take a larger one."
        )
        raise _again("circles", sentence, raw)
    if finish == "length":
        sentence = (
            f"The answer for {attempt.item} was cut off: it needs more tokens than it was given. Ask for less in "
            f"{attempt.origin}, or take a model that writes without thinking aloud."
        )
        raise _failed("length", sentence, raw)
    if not text.strip():
        raise _again("empty", f"{host} sent an empty answer for {attempt.item}.", raw)
    return text


def _refuse_cut_prompt(attempt: Attempt, prompt_tokens: int | None) -> None:
    """Some endpoints drop the beginning of what is too long, and answer from the rest."""
    characters, most = sum(map(len, attempt.sent)), attempt.endpoint.context_tokens
    if prompt_tokens is None:
        return
    if prompt_tokens * CHARACTERS_A_TOKEN < characters or (most and prompt_tokens >= most):
        sentence = (
            f"{attempt.endpoint.host} read only part of what was sent ({prompt_tokens} tokens of {characters} "
            "characters), so its answer is worth nothing: give the model a larger context there and in "
            "`context_tokens` of draft.yml (Ollama: OLLAMA_CONTEXT_LENGTH), or give shorter sources."
        )
        raise CallFault(Fault("cut-prompt", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT, charge=True)


def _count(value: object, least: int) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= least else None


def _again(name: str, sentence: str, raw: bytes) -> CallFault:
    return CallFault(Fault(name, sentence), Verdict.RETRY, raw=raw.decode(errors="replace"), charge=True)


def _failed(name: str, sentence: str, raw: bytes) -> CallFault:
    return CallFault(Fault(name, sentence), Verdict.FAIL, raw=raw.decode(errors="replace"), charge=True)
