"""Who crosses out the options that give a reason does no better than chance."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions import guess
from houvast.source import Checked

RULE = Rule(
    "Q223",
    "guess-no-reason",
    why="A wrong option is tempting with its excuse in it: `want dat gaat vlugger`. Where only wrong ones have one, "
    "crossing those out is a rule that learners use. Told where it gives 20 points more than chance in six questions "
    "of a module or more, beyond what luck does, or 5 over all of a language.",
    bad="In six of seven questions a wrong option says `want` or `zodat`, and a right one never does.",
    good="Options say what somebody does; why it tempts and what comes of it stands in the reason under it.",
    way_out="take the excuse out of wrong options, their reason tells it; or let a right one say why as well",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Guess every module, and every language."""
    yield from guess.findings(checked, RULE, guess.by_no_reason, "crossing out the options that give a reason")
