"""A question asks for what is so."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.source import Checked

RULE = Rule(
    "Q203",
    "negative-stem",
    why="Who reads fast passes over the negative word and answers the opposite; Haladyna, Downing and "
    "Rodriguez (2002) ask for positive stems. A warning, since a ban can be what is taught: `mag … niet` "
    "is let through.",
    bad="### Wat is geen goede reden om AI te gebruiken?",
    good="### Welke reden om AI te gebruiken houdt stand?",
    way_out="ask for what is right, or what somebody does; a fault to be found is asked for as `Wat loopt hier fout?`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a negative word in the question itself, outside what is said about the case."""
    for choice in choices(checked):
        words = choice.words
        if (found := words.negative.search(choice.stem)) and not words.taught.search(choice.stem[: found.end()]):
            word = found[0].split()[-1]
            yield Finding.of(RULE, choice.at_stem(checked), f"this asks for the exception (`{word}`)")
