"""A case says what is needed to answer."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.source import Checked

MOST_WORDS = 70

RULE = Rule(
    "Q215",
    "overlong-stem",
    why="A long case measures reading, most of all on a phone in a break. Many guidelines stop at 60 words; 70 are let "
    "through here, since a case from work has to be told. A list, a table or a prompt to look at does not count.",
    bad="A case of a hundred words about a telephone number.",
    good="Twee zinnen: wie wat doet, en wat er misloopt.",
    way_out="leave out what nobody needs for the answer, or move it to the lesson",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the words of the question and its case."""
    for choice in choices(checked):
        words = len(f"{choice.stem} {choice.case}".split())
        if words > MOST_WORDS:
            yield Finding.of(
                RULE, choice.at_stem(checked), f"the question and its case have {words} words, over {MOST_WORDS}"
            )
