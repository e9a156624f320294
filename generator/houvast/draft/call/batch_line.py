"""One line of a batch: a request as it is sent, and what came back for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, SecretStr

from houvast.draft.call.ask import Accepted, characters
from houvast.draft.call.body import body_of, sent_texts
from houvast.draft.call.budget import tokens_at_most
from houvast.draft.call.completion import Attempt, reply_of
from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import CallFault, Fault, Verdict
from houvast.draft.call.record import call_of, seed_of
from houvast.draft.call.request import Request
from houvast.draft.call.status import of_status
from houvast.draft.call.validated import validated

W = TypeVar("W", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A request in a file, called by what its answer is kept under."""

    key: str
    content: bytes


def line_of(endpoint: Endpoint, key: str, request: Request[BaseModel]) -> BatchLine:
    """The line of a request: what its first attempt would send."""
    body = body_of(endpoint, request, (), request.max_tokens, seed_of(request, 1))
    line = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": body}
    return BatchLine(key, f"{json.dumps(line, ensure_ascii=False)}\n".encode())


def accepted(
    endpoint: Endpoint,
    secret: SecretStr | None,
    request: Request[W],
    key: str,
    line: Mapping[str, object],
    today: date,
) -> Accepted[W]:
    """The answer in a line that came back. Raises CallFault."""
    seed = seed_of(request, 1)
    sent = sent_texts(body_of(endpoint, request, (), request.max_tokens, seed))
    attempt = Attempt(endpoint, secret, request.item, request.origin, tuple(sent))
    match line:
        case {"response": {"status_code": int(status), "body": body, **more}}:
            headers = {"content-type": "application/json", "x-request-id": str(more.get("request_id") or "")}
            content = json.dumps(body).encode()
        case {"error": {"code": code, **more}} if code != "batch_expired":
            sentence = f"{endpoint.host} could not answer {request.item}.{attempt.told(str(more.get('message') or ''))}"
            raise CallFault(Fault("batch-error", sentence), Verdict.FAIL)
        case _:
            sentence = f"{request.item} was not answered in time: submit it again, or run without --batch."
            raise CallFault(Fault("expired", sentence), Verdict.FAIL)
    if not 200 <= status < 300:
        raise of_status(attempt, status, headers, content)
    reply = reply_of(attempt, headers, content)
    call = call_of(
        request,
        reply,
        key,
        estimate=(tokens_at_most(characters(request)), request.max_tokens),
        seed=seed if endpoint.supports_seed else None,
        attempts=1,
        today=today,
    )
    return Accepted(validated(request, reply), call)
