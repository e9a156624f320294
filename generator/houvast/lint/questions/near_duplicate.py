"""A question is asked once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import Choice, choices
from houvast.lint.questions.words import content_in
from houvast.source import Checked

LEAST_RATIO = 80
"""How alike, out of 100. Of the 205 questions in each language that come with Houvast no two are more than 66 alike."""
MOST_QUESTIONS = 12
"""A word that more questions have is not rare: this keeps 2,000 questions quick."""
LEAST_WORDS = 4

RULE = Rule(
    "Q219",
    "near-duplicate",
    why="Who meets the same question twice answers from memory, and the bank looks fuller than it is. "
    "Siblings of a critical case are meant to be alike, and so is what different audiences get in the "
    "same place.",
    bad="Two questions in two modules with the same case and nearly the same options.",
    good="One of them, or the same decision in another case.",
    way_out="take one away, or change the case so that the answer has to be found anew",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare questions that share rare words, within a locale."""
    for locale in checked.catalogue.locales:
        for first, again in pairs_alike([choice for choice in choices(checked) if choice.locale == locale]):
            message = f"this is nearly the question `{first.question.id}` at {first.at_stem(checked)}"
            yield Finding.of(RULE, again.at_stem(checked), message)


def pairs_alike(held: Sequence[Choice]) -> Iterator[tuple[Choice, Choice]]:
    """Every two questions of one locale that are nearly the same and are not meant to be."""
    for one, other in sorted(worth_comparing(held)):
        first, again = held[one], held[other]
        if not _may_be_alike(first, again) and _likeness(first, again) >= LEAST_RATIO:
            yield first, again


def worth_comparing(held: Sequence[Choice]) -> set[tuple[int, int]]:
    """Pairs of questions worth comparing: those that share enough words which few questions have."""
    having: dict[str, list[int]] = defaultdict(list)
    for index, choice in enumerate(held):
        for word in set(content_in(_told(choice), choice.locale)):
            having[word].append(index)
    rare = (indexes for indexes in having.values() if len(indexes) <= MOST_QUESTIONS)
    shared = Counter(pair for indexes in rare for pair in combinations(indexes, 2))
    return {pair for pair, count in shared.items() if count >= LEAST_WORDS}


def _told(choice: Choice) -> str:
    """What a question says: itself, its case and its options in an order of their own."""
    return " ".join((choice.stem, choice.case, *sorted(choice.texts)))


def _likeness(one: Choice, other: Choice) -> float:
    """How alike two questions are, out of 100, whatever the order of their words."""
    return fuzz.token_sort_ratio(_told(one), _told(other), score_cutoff=LEAST_RATIO)


def _may_be_alike(one: Choice, other: Choice) -> bool:
    """Whether they are one case and its siblings, or stand in one module for different audiences."""
    families = {one.question.sibling or one.question.id, other.question.sibling or other.question.id}
    return len(families) == 1 or (one.unit is other.unit and one.file != other.file)
