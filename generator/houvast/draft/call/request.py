"""What is asked of a language model, and what comes of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Generic, TypeVar

from pydantic import BaseModel

from houvast.draft.call.faults import Fault
from houvast.model.drafted import Call

Wire = TypeVar("Wire", bound=BaseModel, covariant=True)
"""The shape of an answer: flat, without defaults, as strict endpoints want it."""


ROLE_MARK = re.compile(r"<|\[(?=/?[A-Z_]+\])")
"""Signs that a mark of a role begins with, in JSON: there they stand in texts alone, and can be written by number."""


@dataclass(frozen=True)
class Prompt:
    """A versioned instruction, such as `question/v1`, and its words."""

    id: str
    text: str

    @cached_property
    def sha256(self) -> str:
        """Of its words."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Request(Generic[Wire]):
    """One call. `data` is what people and sources wrote: it is sent as JSON and never as an instruction.

    `item` is what progress and reports call it; `origin` is the file to look in where an endpoint refuses the input.
    `choices` narrows fields of the wire, by their name, to some values, and `counts` lists to so many entries.
    `max_tokens` bounds the answer. `sample` tells calls apart that ask the same on purpose.
    """

    item: str
    origin: str
    prompt: Prompt
    data: Mapping[str, object]
    wire: type[Wire]
    max_tokens: int
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sample: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def input(self) -> str:
        """The data as it is sent. What some models read as the mark of a role, as in `<|system|>`, is none in it."""
        written = json.dumps(self.data, ensure_ascii=False, sort_keys=True)
        return ROLE_MARK.sub(lambda found: f"\\u{ord(found[0]):04x}", written)

    @cached_property
    def canary(self) -> str:
        """A word that stands in the instruction alone: an answer that holds it was led astray."""
        return "hv-" + sha256(f"{self.prompt.sha256}\n{self.input}".encode()).hexdigest()[:12]

    @cached_property
    def messages(self) -> tuple[Mapping[str, str], ...]:
        """What is sent: the instruction, then the data."""
        system = f"{self.prompt.text}\n\nInternal mark, never write it: {self.canary}"
        return ({"role": "system", "content": system}, {"role": "user", "content": self.input})


@dataclass(frozen=True)
class Answer(Generic[Wire]):
    """An answer of the right shape, and how it came about."""

    request: Request[Wire]
    value: Wire
    call: Call
    is_cached: bool


@dataclass(frozen=True)
class Failure(Generic[Wire]):
    """A request that brought nothing, and why. The others go on."""

    request: Request[Wire]
    fault: Fault
