"""A wrong option is worth choosing."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import Choice, bare, choices
from houvast.lint.questions.longest_key import is_tellingly_long
from houvast.source import Checked

RATIO, LONG, MOST_WORDS = 0.4, 25, 4
"""How short beside the mean of the others, how long those are in signs, and how many words such an option has."""
FEW_WORDS = 3
"""Words of an option that is thin even where the right one is too long, which is told as that."""

RULE = Rule(
    "Q217",
    "short-distractor",
    why="An option of one or two words beside full sentences looks like what it is: filling. A wrong option "
    "that nobody picks may as well go; two or three good ones do (Rodriguez, 2005).",
    bad="- [ ] De titel.\n- [x] Het noemt een expert die nergens anders te vinden is.",
    good="- [ ] Het heeft een titel zonder hoofdletters.",
    way_out="say what somebody really thinks or does there, or take the option away",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare each wrong option with the mean of the others."""
    for choice in choices(checked):
        total = sum(map(len, choice.texts))
        most = FEW_WORDS if choice.has_one_key and is_tellingly_long(choice) else MOST_WORDS
        for index, (text, option) in enumerate(choice.options_by_text):
            others = (total - len(text)) / max(1, len(choice.texts) - 1)
            is_short = others >= LONG and len(text) < RATIO * others and len(text.split()) <= most
            if is_short and not option.correct and not _stands_for_others(choice, text):
                message = f"`{text}` has {len(text)} signs, the other options {others:.0f} on average"
                yield Finding.of(RULE, choice.at_option(checked, index), message)


def _stands_for_others(choice: Choice, text: str) -> bool:
    """Whether it is short because it turns down all the others, which is another flaw."""
    return bool(choice.words.none_of_above.search(bare(text)))
