"""An experiment on the board: what a team tried with AI, and what came of it, told by the team itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from houvast.model.markup import Block, Inline

Outcome = Literal["running", "kept", "changed", "stopped"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""What came of an experiment, in the order in which one is led to them."""


@dataclass(frozen=True, slots=True)
class ExperimentText:
    """`<id>.<locale>.md`: a title, who did it and when, and plain blocks. One that still runs has not `ended`."""

    file: str
    title: tuple[Inline, ...]
    by: str
    began: date
    ended: date | None
    outcome: Outcome
    blocks: tuple[Block, ...]
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Experiment:
    """The texts of one experiment by locale; one is enough."""

    id: str
    texts: Mapping[str, ExperimentText]

    def locale_for(self, locale: str, locales: Sequence[str]) -> str:
        """The locale in which a reader gets it: the own one, else the first of these that is there, else any."""
        return next((held for held in (locale, *locales) if held in self.texts), min(self.texts))
