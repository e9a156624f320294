"""A draft makes no claim that is known to be false; a wrong answer may."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.wire import DraftedQuestion, texts_in
from houvast.lint.facts.false_claims import FALSE_CLAIMS, is_about
from houvast.lint.facts.patterns import patterns_of
from houvast.model import language_of

SENTENCE = re.compile(r"(?<=[.!?])\s+")

RULE = Rule(
    "D616",
    "drafted-false-claim",
    why="Language models learned false claims on AI and its rules where many people wrote them. `houvast check` warns "
    "a person, who may know what they do; from a model such a sentence is refused. In a wrong answer it may stand, "
    "and in a sentence that denies it.",
    bad="\u201cElke werkgever moet zijn mensen een certificaat geven.\u201d, as the reason of the right answer.",
    good="The same as a wrong answer, with what is true as its reason.",
    way_out="say what is true, from facts.yml, or take the sentence out",
)


def check(item: Judged) -> Iterator[str]:
    """Hold every sentence that the draft says as its own against the list that people's lessons are held against."""
    if (patterns := patterns_of(item.locale)) is None:
        return
    for sentence in (sentence for text in _own(item) for sentence in SENTENCE.split(text)):
        for claim in FALSE_CLAIMS:
            look = claim.looks.get(language_of(item.locale))
            if look is None or not is_about(look.about, sentence.lower()) or not look.is_in(sentence):
                continue
            if not sentence.rstrip().endswith("?") and (claim.denies or not patterns.negated.search(sentence)):
                yield f"\u201c{shortly(sentence)}\u201d is not true: {claim.truth}"


def _own(item: Judged) -> list[str]:
    """What an item says itself: all of it but the wrong answers of a question and what they come from."""
    if not isinstance(item.value, DraftedQuestion):
        return list(item.texts)
    question = item.value
    wrong = (question.first, question.second)
    reasons = (said.rationale.text for said in wrong)
    return [question.situation, question.key, *texts_in(question.key_rationale), *reasons]
