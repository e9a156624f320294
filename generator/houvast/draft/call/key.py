"""What makes two calls the same: everything that the model sees and is asked with, never a secret or the time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pydantic import BaseModel

from houvast.draft.call.config import Config
from houvast.draft.call.request import Request
from houvast.draft.call.schema import strict_schema


@dataclass(frozen=True, slots=True)
class Target:
    """Who is asked, and with what settings. `host` has no port: the same server may listen elsewhere tomorrow."""

    host: str
    model: str
    params: Mapping[str, str | int | float | bool | None]


def target_of(config: Config) -> Target:
    """Who draft.yml asks."""
    endpoint = config.endpoint
    return Target(endpoint.host, endpoint.model, endpoint.settings)


def canonical(value: object) -> str:
    """One JSON text of a value, whatever the order of its keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def shape_of(request: Request[BaseModel]) -> str:
    """The schema that is asked for, as one JSON text."""
    return canonical(strict_schema(request.wire, request.choices, request.counts))


def sha256_of(text: str) -> str:
    """The sum of a text."""
    return sha256(text.encode()).hexdigest()


def cache_key(target: Target, request: Request[BaseModel]) -> str:
    """What an answer to this request is kept under."""
    asked = {
        "host": target.host,
        "model": target.model,
        "params": dict(target.params),
        "prompt": request.prompt.id,
        "prompt_sha256": request.prompt.sha256,
        "shape": shape_of(request),
        "messages": request.messages,
        "max_tokens": request.max_tokens,
        "sample": request.sample,
    }
    return sha256_of(canonical(asked))
