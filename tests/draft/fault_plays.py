"""Every fault that the pretended endpoint can play, by name."""

import gzip
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.draft.played import Asked, Play, Played, completion, whatever_fits

PAGE = b"<!doctype html><title>Sign in</title><p>Sign in to reach the internet</p>"


def error(
    status: int, message: str, code: str | None = None, param: str | None = None, **headers: str
) -> Callable[[Asked], Played]:
    """An error as OpenAI writes it. Underscores in the names of headers become hyphens."""
    said = {"error": {"message": message, "type": "error", "param": param, "code": code}}
    return lambda asked: Played(said, status, headers={name.replace("_", "-"): of for name, of in headers.items()})


def says(content: str | None, finish_reason: str = "stop", **message: object) -> Play:
    """A completion with this text."""
    return lambda asked: Played(completion(asked, content, finish_reason, **message))


def but(**changed: object) -> Play:
    """A good completion with other fields; None takes one away."""

    def play(asked: Asked) -> Played:
        whole = completion(asked, _good(asked)) | changed
        return Played({name: of for name, of in whole.items() if of is not None})

    return play


def _good(asked: Asked) -> str:
    return json.dumps(whatever_fits(asked))


def _whole(asked: Asked) -> bytes:
    return json.dumps(completion(asked, _good(asked))).encode()


def _late(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def _echo_key(asked: Asked) -> Played:
    return error(401, f"Incorrect API key provided: {asked.headers.get('authorization')}", "invalid_api_key")(asked)


def _wait_until(seconds: float, server_is_off: float = 0.0) -> Play:
    """A date to come back at, by a server whose clock is off by so many seconds, and says so."""

    def play(asked: Asked) -> Played:
        headers = {"retry-after": _late(seconds + server_is_off), "date": _late(server_is_off)}
        return Played({"error": {"message": "Rate limit reached", "code": "rate_limit_exceeded"}}, 429, headers=headers)

    return play


def _bomb(asked: Asked) -> Played:
    return Played(gzip.compress(b" " * 50_000_000, 1), headers={"content-encoding": "gzip"})


def _stream(asked: Asked) -> Played:
    piece = {"id": "1", "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "{}"}}]}
    return Played(f"data: {json.dumps(piece)}\n\n".encode(), content_type="text/event-stream")


FAULTS: Mapping[str, Play] = {
    "401": _echo_key,
    "403": error(403, "Your country is not supported", "unsupported_country_region_territory"),
    "404-model": error(404, "The model `small-model` does not exist", "model_not_found"),
    "404-html": lambda asked: Played(b"<h1>Not Found</h1>", 404, "text/html"),
    "429": error(429, "Rate limit reached", "rate_limit_exceeded"),
    "429-wait-0.2": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="0.2"),
    "429-wait-1": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="1"),
    "429-wait-ms": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after_ms="250"),
    "429-wait-nothing": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after=""),
    "429-wait-nonsense": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="soon"),
    "429-wait-below-zero": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="-5"),
    "429-wait-endless": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="1e309"),
    "429-wait-hour": error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="3600"),
    "429-date": _wait_until(2),
    "429-date-past": _wait_until(-600),
    "429-date-other-clock": _wait_until(2, server_is_off=7200),
    "429-quota": error(429, "You exceeded your current quota", "insufficient_quota"),
    "500": error(500, "The server had an error"),
    "503-html": lambda asked: Played(b"<h1>Service Unavailable</h1>", 503, "text/html"),
    "503-wait-1": error(503, "Loading model", retry_after="1"),
    "login-page": lambda asked: Played(PAGE, content_type="text/html; charset=utf-8"),
    "html-as-json": lambda asked: Played(PAGE),
    "silence": lambda asked: Played(_whole(asked), silence=20),
    "slow-body": lambda asked: Played(_whole(asked), piece=8, pause=0.08),
    "reset": lambda asked: Played(_whole(asked), cut=0),
    "reset-in-body": lambda asked: Played(_whole(asked), cut=100),
    "half-json": lambda asked: Played(_whole(asked)[:100]),
    "bad-utf-8": lambda asked: Played(_whole(asked).replace(b'"stop"', b'"st\xffop"')),
    "half-characters": says('{"text": "\ud83d", "source": "none", "data": "public"}'),
    "cut-answer": lambda asked: Played(completion(asked, _good(asked)[:-2])),
    "other-shape": says('{"colour": "blue"}'),
    "prose": says("Here is the question that you asked for."),
    "fences": lambda asked: Played(completion(asked, f"```json\n{_good(asked)}\n```\n")),
    "refusal": says(None, refusal="I can't help with that."),
    "content-filter": says("", "content_filter"),
    "content-filter-prompt": error(400, "The prompt was filtered", "content_filter", "prompt"),
    "too-long": error(400, "This model's maximum context length is 4096 tokens", "context_length_exceeded"),
    "too-long-llama": error(400, "the request exceeds the available context size (2048 tokens), try increasing it"),
    "cut-prompt": but(usage={"prompt_tokens": 1, "completion_tokens": 9, "total_tokens": 10}),
    "no-response-format": error(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported"),
    "bad-schema": error(
        400, "Invalid schema for response_format 'question': 'oneOf' is not permitted", param="response_format"
    ),
    "no-max-tokens": error(400, "Unsupported parameter: 'max_tokens'", "unsupported_parameter", "max_tokens"),
    "no-temperature": error(400, "Unsupported value: 'temperature'", "unsupported_value", "temperature"),
    "no-seed": error(400, "Unsupported parameter: 'seed'", "unsupported_parameter", "seed"),
    "400": error(400, "Something about the request is wrong"),
    "length": lambda asked: Played(completion(asked, _good(asked)[:-2], "length")),
    "circles": lambda asked: Played(
        completion(asked, _good(asked)[:-2] + " Then the officer checks it once more." * 30, "length")
    ),
    "whitespace": lambda asked: Played(completion(asked, _good(asked)[:-2] + " \n" * 400, "length")),
    "whitespace-stop": lambda asked: Played(completion(asked, _good(asked)[:-1] + " \n" * 400)),
    "no-choices": but(choices=[]),
    "choices-missing": but(choices=None),
    "choices-null": lambda asked: Played(completion(asked, "") | {"choices": None}),
    "choices-odd": but(choices=["stop", 4]),
    "message-null": but(choices=[{"index": 0, "message": None, "finish_reason": "stop"}]),
    "content-odd": but(choices=[{"index": 0, "message": {"content": {"a": 1}}, "finish_reason": "stop"}]),
    "error-in-200": lambda asked: Played({"error": {"message": "upstream failed", "code": 502}}),
    "json-list": lambda asked: Played([1, 2]),
    "null-content": says(None),
    "empty-content": says("  \n"),
    "tool-calls": says(None, "tool_calls"),
    "no-usage": but(usage=None),
    "odd-usage": but(usage={"prompt_tokens": "many"}),
    "200-mb": lambda asked: Played(b"a" * 1_000_000, times=200),
    "gzip-bomb": _bomb,
    "stream": _stream,
    "redirect": lambda asked: Played(status=307, headers={"location": "http://127.0.0.1:9/v1/chat/completions"}),
    "204": lambda asked: Played(status=204),
}
