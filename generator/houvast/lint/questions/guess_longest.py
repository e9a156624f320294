"""Who always picks the longest option does no better than chance."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions import guess
from houvast.source import Checked

RULE = Rule(
    "Q221",
    "guess-longest",
    why="Over many questions a small difference in length becomes a rule that learners use. Told where it gives 20 "
    "points more than chance in a module of six questions or more, beyond what luck does, or 5 over all of a language.",
    bad="In seven of nine questions the right option is the longest.",
    good="In three of nine questions it is, as chance would have it.",
    way_out="shorten some right options, or give wrong ones more to say",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Guess every module, and every language."""
    yield from guess.findings(checked, RULE, guess.by_longest, "always the longest option")
