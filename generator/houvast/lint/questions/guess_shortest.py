"""Who always picks the shortest option does no better than chance."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions import guess
from houvast.source import Checked

RULE = Rule(
    "Q224",
    "guess-shortest",
    why="Whoever trims right options so that they are not the longest soon has the shortest, and that is a rule as "
    "well. Told where it gives 20 points more than chance in a module of six questions or more, beyond what luck does, "
    "or 5 over all of a language.",
    bad="In seven of nine questions the right option is the shortest.",
    good="In three of nine questions it is, as chance would have it.",
    way_out="let some right options say a little more, or wrong ones a little less",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Guess every module, and every language."""
    yield from guess.findings(checked, RULE, guess.by_shortest, "always the shortest option")
