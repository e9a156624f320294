"""The right option is not told by words of the question."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import single_choices
from houvast.lint.questions.words import content_in
from houvast.source import Checked

WORDS_SHARED = 2

RULE = Rule(
    "Q208",
    "key-repeats-stem",
    why="Who knows nothing picks the option that sounds like the question. Told where two words with a "
    "meaning of their own stand in the question and the key, and in no other option.",
    bad="### Hoe vermijd je vooroordelen in een vacature?\n\n- [x] Je leest de vacature na op "
    "vooroordelen.\n- [ ] Je maakt ze korter.",
    good="- [x] Je laat wie anders kijkt ze nalezen.",
    way_out="use another word in the key, or the same word in a wrong option too",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the words of the question, without its case, with those of the options."""
    for choice in single_choices(checked):
        others = {word for text in choice.distractors for word in content_in(text, choice.locale)}
        shared = set(content_in(choice.stem, choice.locale)) & set(content_in(choice.key, choice.locale)) - others
        if len(shared) >= WORDS_SHARED:
            place = choice.at_option(checked, choice.key_place)
            told = ", ".join(f"`{word}…`" for word in sorted(shared))
            yield Finding.of(RULE, place, f"only the right option repeats words of the question ({told})")
