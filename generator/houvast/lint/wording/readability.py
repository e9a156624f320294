"""How hard a text reads by the formula of its language, and how hard it may be for whom it is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from houvast.lint.prose import Writing
from houvast.lint.wording.words import WORDS
from houvast.model import EVERYONE, Catalogue, language_of
from houvast.source import Checked

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Formula:
    """A score from words per sentence and syllables per word: the higher, the easier."""

    name: str
    constant: float
    per_words: float
    per_syllables: float


FORMULAS: Mapping[str, Formula] = {
    "nl": Formula("Flesch-Douma", 206.84, 0.93, 77.0),
    "en": Formula("Flesch", 206.835, 1.015, 84.6),
}
"""Douma (1960), as in Taalbeheersing 1977; Flesch (1948), A New Readability Yardstick."""

PLAIN, OFFICE, EXPERT = 60, 50, 40
"""The least score of what is for everyone, for the office, and for lawyers and executives: a choice of this house.

Douma calls 60 to 70 normal, 45 to 60 rather hard, 30 to 45 hard.
"""

EXPERT_CLUSTERS = frozenset({"legal", "executive"})
"""Clusters whose work is to read hard texts."""

LONGEST_MEAN = {PLAIN: 15.0, OFFICE: 18.0, EXPERT: 20.0}
"""Words per sentence on average. Fifteen is a rule of thumb for readers around B1; the others are ours."""

LONGEST = {PLAIN: 25, OFFICE: 28, EXPERT: 30}
"""Words of one sentence. Advice for plain language says 20 to 25; where readers are used to more, it is ours."""

FEWEST_WORDS = 100
"""Flesch counted samples of 100 words; on fewer, one sentence moves the score too far."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted of a text."""

    sentences: int
    words: int
    scored: int
    syllables: int
    formula: Formula

    @property
    def mean(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences

    @property
    def score(self) -> float:
        """By the formula, on the words that count for how hard the words are."""
        return (
            self.formula.constant
            - self.formula.per_words * self.mean
            - self.formula.per_syllables * self.syllables / self.scored
        )


def least_score(catalogue: Catalogue, audiences: Iterable[str]) -> int:
    """The score asked of a text for these audiences: that of whom it is hardest for; without any it is for everyone."""
    return max((_least(catalogue, audience) for audience in audiences), default=PLAIN)


def _least(catalogue: Catalogue, audience: str) -> int:
    if audience in catalogue.hats:
        targets = catalogue.hats[audience].targets
    else:
        cluster = catalogue.roles[audience].cluster if audience in catalogue.roles else audience
        if cluster in EXPERT_CLUSTERS:
            return EXPERT
        if cluster == EVERYONE or cluster not in catalogue.competencies.clusters:
            return PLAIN
        targets = catalogue.competencies.clusters[cluster].targets
    return PLAIN if max(targets.values(), default=1) == 1 else OFFICE


def words_in(text: str) -> list[str]:
    """The words of a text; a number is none."""
    return WORD.findall(text)


@lru_cache(maxsize=1024)
def measure(writing: Writing, known: frozenset[str]) -> Measure | None:
    """Count what reads as sentences, or None where that is too little. `known` words and names are not held hard."""
    language = language_of(writing.locale)
    if (formula := FORMULAS.get(language)) is None:
        return None
    sentences = total = scored = syllables = 0
    for _, sentence in writing.sentences("paragraph", "item", "right", "wrong", "reason", "quote"):
        held = words_in(sentence.text)
        counted = [word for index, word in enumerate(held) if _counts(word, index, known)]
        sentences += bool(held)
        total += len(held)
        scored += len(counted)
        syllables += sum(_syllables(word.lower(), language) for word in counted)
    return Measure(sentences, total, scored, syllables, formula) if scored >= FEWEST_WORDS else None


def _counts(word: str, index: int, known: frozenset[str]) -> bool:
    """Not a name, which has a capital inside a sentence, nor a word of the glossary in one of its forms."""
    is_name = index > 0 and word[0].isupper()
    lower = word.lower()
    return not is_name and not (lower in known or lower.removesuffix("s") in known or lower.removesuffix("en") in known)


@lru_cache(maxsize=50_000)
def _syllables(word: str, language: str) -> int:
    words = WORDS[language]
    heard = words.silent.sub("", word) if words.silent else word
    return max(1, sum(1 for _ in words.vowels.finditer(heard)))


@lru_cache(maxsize=16)
def known_words(checked: Checked, locale: str) -> frozenset[str]:
    """The words of the glossary's terms, which have to be learned, in lower case."""
    terms = (term.term.root.get(locale, "") for term in checked.catalogue.terms)
    return frozenset(word.lower() for term in terms for word in words_in(term))
