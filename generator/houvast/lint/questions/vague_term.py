"""What is right does not hang on a vague word."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.source import Checked

RULE = Rule(
    "Q205",
    "vague-term",
    why="`Vaak` is three times a week for one and three times a year for another, so nobody can tell whether it is "
    "right. Moore and others (2023) count vague terms among the flaws of questions. One option with such a word is let "
    "through.",
    bad="- [x] Vaak.\n- [ ] Soms.",
    good="- [x] Elke keer voor je iets verstuurt.",
    way_out="say how often, or when: `elke keer voor je …`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for questions of which the stem, or two options, say how often in vague words."""
    for choice in choices(checked):
        vague = choice.words.vague
        found = [match[0] for text in choice.texts if (match := vague.search(text))]
        if match := vague.search(choice.stem):
            yield Finding.of(RULE, choice.at_stem(checked), f"the question hangs on `{match[0]}`")
        elif len(found) > 1:
            yield Finding.of(RULE, choice.at_stem(checked), f"the options hang on `{'`, `'.join(found)}`")
