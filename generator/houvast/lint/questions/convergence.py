"""The right option cannot be worked out from what the others share."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import Choice, bare, single_choices
from houvast.lint.questions.words import words_in
from houvast.source import Checked

RULE = Rule(
    "Q209",
    "convergence",
    why="Wrong options are often made by changing one half of the right one; then the key is the one that begins "
    "like one and ends like another. Item writers call this convergence.",
    bad="- [ ] HR en de drukker.\n- [ ] De klant en de ploeg.\n- [x] HR en de ploeg.",
    good="Options that each differ in their own way, or all four combinations.",
    way_out="write the wrong options from what people believe, not from the right one",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for keys that are the beginning of one wrong option and the end of another."""
    for choice in single_choices(checked):
        if choice.words.combines.search(bare(choice.key)):
            continue
        if _is_crossing(choice, choice.key_place) and not any(
            _is_crossing(choice, index) for index in range(len(choice.texts)) if index != choice.key_place
        ):
            place = choice.at_option(checked, choice.key_place)
            yield Finding.of(RULE, place, "the right option begins like one wrong option and ends like another")


def _is_crossing(choice: Choice, index: int) -> bool:
    """Whether an option is put together from two others, each giving words that it does not share with all."""
    own = words_in(choice.texts[index])
    others = [words_in(text) for at, text in enumerate(choice.texts) if at != index]
    if len(others) < 2:
        return False
    starts = [_alike(own, other) for other in others]
    ends = [_alike(own[::-1], other[::-1]) for other in others]
    first, last = max(starts), max(ends)
    begins_like, ends_like = starts.index(first), ends.index(last)
    covered = first + last >= len(own) and min(first, last) < len(own)
    gives = _has_content(own[min(starts) : first], choice) and _has_content(
        own[len(own) - last : len(own) - min(ends)], choice
    )
    return begins_like != ends_like and covered and gives


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _has_content(words: Sequence[str], choice: Choice) -> bool:
    return bool(words) and bool(set(words) - choice.words.joining)
