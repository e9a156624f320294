"""What a learner who knows nothing would score: by the longest or shortest option, the same place, or no reasons."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from houvast.diagnostics import Finding, Rule
from houvast.lint.questions.choices import Choice, single_choices
from houvast.source import Checked

LEAST_QUESTIONS = 6
"""Below this, one question more or less changes too much to say anything about a module."""
LEAST_BANK = 30
"""Questions of a locale below which five points more than chance are two questions, and no finding."""
OVER_CHANCE_MODULE, OVER_CHANCE_BANK = 0.20, 0.05
"""How much more than chance is told, as a share of the questions: of one module, and of all in a locale."""
DEVIATIONS = 2
"""What a module scores is told only beyond this many standard deviations of chance, so that luck is not."""


@dataclass(frozen=True)
class Guess:
    """How a way of guessing does: over how many questions, what share it gets right, and what share chance does."""

    questions: int
    score: float
    chance: float

    @property
    def is_beyond_noise(self) -> bool:
        """Whether chance alone would seldom score as much."""
        return self.score > self.chance + DEVIATIONS * sqrt(self.chance * (1 - self.chance) / self.questions)

    def __str__(self) -> str:
        return f"{self.score:.0%} of {self.questions} questions right, and chance {self.chance:.0%}"


def by_longest(held: Iterable[Choice]) -> Guess:
    """Always the longest option; among options of one length, any of them."""
    return by_length(((choice.key, choice.texts) for choice in held), max)


def by_shortest(held: Iterable[Choice]) -> Guess:
    """Always the shortest option; among options of one length, any of them."""
    return by_length(((choice.key, choice.texts) for choice in held), min)


def by_length(held: Iterable[tuple[str, Sequence[str]]], end: Callable[[Iterable[int]], int]) -> Guess:
    """Always the longest (`max`) or the shortest (`min`) option; of each question the right one, and all of them."""
    scores, chances = [], []
    for key, options in held:
        lengths = [len(option) for option in options]
        picked = end(lengths)
        scores.append((len(key) == picked) / lengths.count(picked))
        chances.append(1 / len(options))
    return Guess(len(scores), sum(scores) / max(1, len(scores)), sum(chances) / max(1, len(chances)))


def by_place(held: Iterable[Choice]) -> Guess:
    """Always the same place in the order of the author: the place that serves best."""
    rights: dict[int, int] = defaultdict(int)
    chances = []
    for choice in held:
        rights[choice.key_place] += 1
        chances.append(1 / len(choice.texts))
    count = max(1, len(chances))
    return Guess(len(chances), max(rights.values(), default=0) / count, sum(chances) / count)


def by_no_reason(held: Iterable[Choice]) -> Guess:
    """Any option but those that give a reason, over the questions where some do and some do not."""
    scores, chances = [], []
    for choice in held:
        plain = [not choice.words.reason.search(text) for text in choice.texts]
        if 0 < sum(plain) < len(plain):
            scores.append(plain[choice.key_place] / sum(plain))
            chances.append(1 / len(plain))
    return Guess(len(scores), sum(scores) / max(1, len(scores)), sum(chances) / max(1, len(chances)))


WAYS: Mapping[str, Callable[[Iterable[Choice]], Guess]] = {
    "longest": by_longest,
    "shortest": by_shortest,
    "place": by_place,
    "no reason": by_no_reason,
}


def scores(checked: Checked) -> dict[str, dict[str, Guess]]:
    """For each locale, what each way of guessing would score over all its questions."""
    held: dict[str, list[Choice]] = defaultdict(list)
    for choice in single_choices(checked):
        held[choice.locale].append(choice)
    return {locale: {name: way(questions) for name, way in WAYS.items()} for locale, questions in held.items()}


def findings(checked: Checked, rule: Rule, guess: Callable[[Iterable[Choice]], Guess], told: str) -> Iterator[Finding]:
    """Where a way of guessing does better than chance: in a module, told at its file, and in a whole locale."""
    modules: dict[tuple[str, str], list[Choice]] = defaultdict(list)
    banks: dict[str, list[Choice]] = defaultdict(list)
    for choice in single_choices(checked):
        modules[choice.locale, choice.unit.id].append(choice)
        banks[choice.locale].append(choice)
    for (locale, unit), held in modules.items():
        of_unit = guess(held)
        is_over = of_unit.score > of_unit.chance + OVER_CHANCE_MODULE and of_unit.is_beyond_noise
        if of_unit.questions >= LEAST_QUESTIONS and is_over:
            place = checked.line(checked.catalogue.units[unit].file(locale), 1)
            yield Finding.of(rule, place, f"{told} gets {of_unit}")
    for locale, held in banks.items():
        of_bank = guess(held)
        if of_bank.questions >= LEAST_BANK and of_bank.score > of_bank.chance + OVER_CHANCE_BANK:
            place = checked.place("organisation.yml", "locales", locale)
            yield Finding.of(rule, place, f"in `{locale}`, {told} gets {of_bank} over all modules")
