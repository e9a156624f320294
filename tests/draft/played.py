"""What a pretended endpoint was asked, and what it sends back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.draft.fitting import fitting


@dataclass(frozen=True, slots=True)
class Asked:
    """One call as it came in. Names of headers are in small letters; `at` is in seconds, from no day in particular."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes
    at: float
    number: int

    @property
    def body(self) -> dict[str, object]:
        """What was sent, as JSON; empty where nothing was."""
        value = json.loads(self.raw) if self.raw else {}
        assert isinstance(value, dict)
        return value

    @property
    def data(self) -> dict[str, object]:
        """What a draft is made from: the first message of the user, which is JSON."""
        messages = self.body["messages"]
        assert isinstance(messages, list)
        value = json.loads(next(said["content"] for said in messages if said["role"] == "user"))
        assert isinstance(value, dict)
        return value


@dataclass(frozen=True, slots=True)
class Played:
    """What goes back. Bytes go as they are; anything else as JSON."""

    body: object = b""
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    silence: float = 0.0
    """Seconds before the first byte."""
    piece: int = 1 << 16
    """Bytes that are sent at a time."""
    pause: float = 0.0
    """Seconds between pieces."""
    times: int = 1
    """How often the body is sent: a large one need not be held."""
    cut: int | None = None
    """Bytes of the body after which the connection is torn."""

    @property
    def content(self) -> bytes:
        """The bytes of the body."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


Play: TypeAlias = Callable[[Asked], Played]
Answer: TypeAlias = Callable[[Asked], object]
"""What a model writes: a text as it is, anything else as JSON."""


def completion(asked: Asked, content: str | None, finish_reason: str = "stop", **message: object) -> dict[str, object]:
    """A chat completion as endpoints send it, with a usage that fits what was sent."""
    said = {"role": "assistant", "content": content, "refusal": None, **message}
    sent, came = max(1, len(asked.raw) // 4), max(1, len(content or "") // 4)
    return {
        "id": f"chatcmpl-{asked.number}",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": f"{asked.body.get('model')}-2026",
        "system_fingerprint": "fp_1",
        "choices": [{"index": 0, "message": said, "finish_reason": finish_reason, "logprobs": None}],
        "usage": {"prompt_tokens": sent, "completion_tokens": came, "total_tokens": sent + came},
    }


def whatever_fits(asked: Asked) -> object:
    """The least that the schema in the request takes."""
    response_format = asked.body.get("response_format")
    match response_format:
        case {"json_schema": {"schema": dict(schema)}}:
            return fitting(schema)
        case _:
            return {}
