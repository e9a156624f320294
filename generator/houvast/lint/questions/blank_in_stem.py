"""A choice question has no gap to fill."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.source import Checked

BLANK = re.compile(r"_{2,}|(?:\.{3,}|…)")
QUOTED = re.compile(r"[\"“„‘«][^\"”’»]*[\"”’»]")

RULE = Rule(
    "Q216",
    "blank-in-stem",
    why="A reader keeps the sentence with its hole in mind while trying every option in it, and a screen "
    "reader says nothing there; a question does better. For one word there is the fill-in form.",
    bad="### Een antwoord van AI is ____ juist.",
    good="### Hoe zeker ben je van een antwoord van AI?",
    way_out="ask a question, or make a fill-in question of it: `[[the word]]` in a sentence",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a gap in the question itself; one in words that are quoted is part of the case."""
    for choice in choices(checked):
        if found := BLANK.search(QUOTED.sub("", choice.stem)):
            yield Finding.of(RULE, choice.at_stem(checked), f"a gap `{found[0].strip()}` to fill in")
