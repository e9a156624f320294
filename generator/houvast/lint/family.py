"""What a file with a rule owes."""

from collections.abc import Iterator
from typing import Protocol

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked


class RuleModule(Protocol):
    """A file with one rule."""

    RULE: Rule

    def check(self, checked: Checked) -> Iterator[Finding]:
        """Every place that breaks the rule."""
        ...
