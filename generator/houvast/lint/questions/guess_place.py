"""Who always picks the same place does no better than chance."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions import guess
from houvast.source import Checked

RULE = Rule(
    "Q222",
    "guess-place",
    why="Authors hide the right option in the middle, and learners notice. Options stand in the order of the author "
    "until somebody tries again. Told where the best place gives 20 points more than chance in a module of six "
    "questions or more, beyond what luck does, or 5 over all of a language.",
    bad="In seven of nine questions the second option is right.",
    good="Each place has its share.",
    way_out="move some right options to the place that has fewest",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Guess every module, and every language."""
    yield from guess.findings(checked, RULE, guess.by_place, "always the same place")
