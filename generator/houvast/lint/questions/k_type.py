"""An option stands on its own."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import bare, choices
from houvast.source import Checked

RULE = Rule(
    "Q212",
    "k-type",
    why="`The first and the third` makes a puzzle of a question: it measures how well somebody reasons about "
    "options. Haladyna, Downing and Rodriguez (2002) advise against this complex form, which is known as "
    "K-type.",
    bad="- [x] De eerste en de derde.",
    good="- [x] De naam.\n- [ ] De toon.\n- [x] Het nummer.",
    way_out="put an x in the box of each right option: a question may have several",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for options that only point at others."""
    for choice in choices(checked):
        for index, text in enumerate(choice.texts):
            if choice.words.combines.search(bare(text)):
                yield Finding.of(
                    RULE, choice.at_option(checked, index), f"`{text}` combines other options or statements"
                )
