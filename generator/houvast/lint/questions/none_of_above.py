"""No option says that all others are wrong."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import bare, choices
from houvast.source import Checked

RULE = Rule(
    "Q202",
    "none-of-above",
    why="Who picks it shows what is wrong, not what is right; Haladyna, Downing and Rodriguez (2002) advise "
    "to use it with care. A warning: seldom, that nothing fits is what a case is about.",
    bad="- [ ] Geen van deze.",
    good="- [ ] Je plakt niets en belt de helpdesk.",
    way_out="say what to do instead, or take it away: two good options do",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at what each option says."""
    for choice in choices(checked):
        for index, text in enumerate(choice.texts):
            if choice.words.none_of_above.search(bare(text)):
                yield Finding.of(RULE, choice.at_option(checked, index), f"`{text}` turns all the other options down")
