"""Options are more than yes and no."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import bare, choices
from houvast.source import Checked

RULE = Rule(
    "Q211",
    "yes-no-options",
    why="A guess is right half of the time, and a learner who says yes for a wrong reason never hears of it. "
    "With a reason behind it (`Ja, want …`) each option shows a way of thinking.",
    bad="- [ ] Ja\n- [x] Nee",
    good="- [ ] Ja, want er staat geen naam in.\n- [x] Nee, want ze is te herkennen.",
    way_out="add the reason to each option, or ask what somebody does",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for options that say nothing but yes or no, right or wrong."""
    for choice in choices(checked):
        found = [text for text in choice.texts if bare(text) in choice.words.yes_no]
        if len(found) > 1:
            yield Finding.of(
                RULE, choice.at_stem(checked), f"the options only say {' or '.join(f'`{text}`' for text in found)}"
            )
