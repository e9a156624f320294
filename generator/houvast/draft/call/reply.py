"""What an endpoint answered to one attempt, before anybody judged it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel

from houvast.draft.call.request import Request


@dataclass(frozen=True, slots=True)
class Reply:
    """The text of an answer and what the endpoint said of it. Tokens are None where it told no usage."""

    text: str
    model: str
    system_fingerprint: str
    request_id: str
    prompt_tokens: int | None
    completion_tokens: int | None


class Asks(Protocol):
    """One attempt at a request; the loop around it is not its business."""

    async def attempt(
        self, request: Request[BaseModel], more: Sequence[Mapping[str, str]], max_tokens: int, seed: int | None
    ) -> Reply:
        """Ask once, with `more` messages after those of the request. Raises CallFault, and nothing else."""
        ...
