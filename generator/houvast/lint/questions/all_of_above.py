"""No option says that all others are right."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.lint.questions.choices import bare, choices
from houvast.source import Checked

RULE = Rule(
    "Q201",
    "all-of-above",
    why="Who knows that two options are right needs not read the third; the guidelines of Haladyna, Downing "
    "and Rodriguez (2002) advise against it. An error: nothing is ever lost by naming what is right.",
    bad="- [x] Al het bovenstaande.",
    good="Mark several options as right, each with its own reason.",
    way_out="take it away; where several options are right, put an x in each of their boxes",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at what each option says."""
    for choice in choices(checked):
        for index, text in enumerate(choice.texts):
            if choice.words.all_of_above.search(bare(text)):
                yield Finding.of(RULE, choice.at_option(checked, index), f"`{text}` stands for all the other options")
