"""Gates: what a draft must pass besides the rules of `houvast check`. One rule, one file, as there.

A gate looks at one item with its sources, before it is written. What it finds stands in the draft, so that the
reviewer sees it, and an error forbids that the item becomes reviewed as it is.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from houvast.diagnostics import Rule
from houvast.draft.gates.arguable import RULE as ARGUABLE_KEY
from houvast.draft.gates.judged import Judged
from houvast.draft.gates.length_cue import RULE as LENGTH_CUE
from houvast.model.drafted import GateResult


class Gate(Protocol):
    """A file with one rule."""

    RULE: Rule

    def check(self, item: Judged) -> Iterator[str]:
        """What is wrong with the item, in words."""
        ...


_FILES = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
GATES: tuple[Gate, ...] = tuple(cast(Gate, file) for file in _FILES if hasattr(file, "check"))
RULES: tuple[Rule, ...] = tuple(
    sorted((ARGUABLE_KEY, LENGTH_CUE, *(gate.RULE for gate in GATES)), key=lambda rule: rule.code)
)


def judge(item: Judged) -> tuple[GateResult, ...]:
    """Every finding of every gate on an item."""
    found = ((gate.RULE, message) for gate in GATES for message in gate.check(item))
    return tuple(
        GateResult(code=rule.code, severity=rule.severity.value, message=message)
        for rule, message in sorted(found, key=lambda one: one[0].code)
    )
