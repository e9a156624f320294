"""The right option is not told by its hedges."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import QUOTES, single_choices
from houvast.source import Checked

MORE = 2

RULE = Rule(
    "Q207",
    "more-clauses-in-key",
    why="The truth has conditions, so the option with commas and `omdat` is taken for right. Told where the "
    "key has two more than any other; in 2,026 items written by a language model more than a quarter were"
    " so.",
    bad="- [ ] Ze neemt het over.\n- [x] Ze stopt, zoekt de bron, leest die, en beslist dan.",
    good="- [ ] Ze neemt het over.\n- [x] Ze leest eerst de bron.",
    way_out="say one thing in the option, and the rest in its reason",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count commas and words that join sentences. What somebody types or says, in quotes, has its own build."""
    for choice in single_choices(checked):
        if any(text.startswith(QUOTES) for text in choice.texts):
            continue
        clauses = choice.words.clause
        key, most = (max(len(clauses.findall(text)) for text in texts) for texts in ([choice.key], choice.distractors))
        if key >= most + MORE:
            place = choice.at_option(checked, choice.key_place)
            yield Finding.of(RULE, place, f"the right option joins {key + 1} parts, the others at most {most + 1}")
