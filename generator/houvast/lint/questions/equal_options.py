"""Options differ in what they say."""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.lint.questions.words import Words, words_in
from houvast.source import Checked

LEAST_RATIO = 80
"""How alike, out of 100 by the edits of Levenshtein, of whole texts and of single words."""

RULE = Rule(
    "Q218",
    "equal-options",
    why="Of two options that say the same neither can be the right one, so both fall off. Options of the very"
    " same words are refused; told here is where the words with a meaning are the same.",
    bad="- [ ] Hij plakt het, want de tool heeft het nodig.\n- [ ] Hij plakt het, omdat de tool dat nodig heeft.",
    good="One of the two, and another thing that people do.",
    way_out="keep one of the two; two options are better than three of which two are alike",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare every two options by their words with a meaning."""
    for choice in choices(checked):
        for (one, said), (other, again) in combinations(enumerate(choice.texts), 2):
            if is_alike(said, again, choice.words):
                message = f"this says nearly the same as `{said}`"
                yield Finding.of(RULE, choice.at_option(checked, max(one, other)), message)


def is_alike(one: str, other: str, words: Words) -> bool:
    """Whether two texts differ in nothing but joining words, order or spelling."""
    said, again = (" ".join(word for word in words_in(text) if word not in words.joining) for text in (one, other))
    return bool(said) and fuzz.ratio(said, again) >= LEAST_RATIO and not _differ(said.split(), again.split())


def _differ(said: list[str], again: list[str]) -> bool:
    """Whether one has a word of which the other has no spelling."""
    left = [word for word in said if word not in again]
    right = [word for word in again if word not in said]
    return len(left) != len(right) or any(
        one[:1] != other[:1] or one[0].isdigit() or fuzz.ratio(one, other) < LEAST_RATIO
        for one, other in zip(left, right, strict=True)
    )
