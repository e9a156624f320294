"""How an answer came about, for the cache and for provenance."""

from datetime import date

from pydantic import BaseModel

from houvast.draft.call.key import sha256_of, shape_of
from houvast.draft.call.reply import Reply
from houvast.draft.call.request import Request
from houvast.model.drafted import Call

_SEEDS = 1000
"""Samples of the same request lie so far apart that no attempt of one has the seed of another."""


def seed_of(request: Request[BaseModel], attempt: int) -> int:
    """The seed of an attempt, counted from 1: another each time, and the same in every run."""
    return _SEEDS * request.sample + attempt - 1


def call_of(
    request: Request[BaseModel],
    reply: Reply,
    key: str,
    *,
    estimate: tuple[int, int],
    seed: int | None,
    attempts: int,
    today: date,
) -> Call:
    """What is known of an answer. `estimate`: tokens sent and received, for where the endpoint does not tell."""
    is_estimate = reply.prompt_tokens is None or reply.completion_tokens is None
    return Call(
        prompt=request.prompt.id,
        prompt_sha256=request.prompt.sha256,
        schema_sha256=sha256_of(shape_of(request)),
        input_sha256=sha256_of(request.input),
        model_reported=reply.model,
        system_fingerprint=reply.system_fingerprint,
        request_id=reply.request_id,
        seed=seed,
        date=today,
        prompt_tokens=estimate[0] if is_estimate else reply.prompt_tokens or 0,
        completion_tokens=estimate[1] if is_estimate else reply.completion_tokens or 0,
        is_estimate=is_estimate,
        attempts=attempts,
        cache_key=key,
    )
