"""A part of a draft says a thing once."""

import re
from collections import Counter
from collections.abc import Iterator

from houvast.diagnostics import Rule, Severity
from houvast.draft.gates.judged import Judged, folded, shortly
from houvast.draft.wire import DraftedQuestion, Translated

FEWEST_WORDS = 6
"""A shorter sentence may come back on purpose."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")

RULE = Rule(
    "D615",
    "said-twice",
    why="A model that has nothing more to say says the same again: under each wrong answer, or in every line of a "
    "task. Whoever chose that answer does not learn what was wrong with it.",
    bad="The same reason under both wrong answers.",
    good="Under each the reason that belongs to it.",
    way_out="say at one place what belongs there, and at the other what belongs to that",
    severity=Severity.WARNING,
)


def check(item: Judged) -> Iterator[str]:
    """Count the sentences of the whole part. Of a question case and reasons: check compares the options."""
    if isinstance(item.value, Translated):
        return
    texts = _written(item.value) if isinstance(item.value, DraftedQuestion) else item.texts
    sentences = Counter(
        folded(sentence).rstrip(".!?")
        for text in texts
        for sentence in SENTENCE.split(text)
        if len(sentence.split()) >= FEWEST_WORDS
    )
    again = [sentence for sentence, count in sentences.items() if count > 1]
    if again:
        more = f", and {len(again) - 1} more" if again[1:] else ""
        yield f"\u201c{shortly(again[0])}\u201d stands here {sentences[again[0]]} times{more}"


def _written(question: DraftedQuestion) -> list[str]:
    said = (question.key_rationale, question.first.rationale, question.second.rationale)
    return [question.situation, *(one.text for one in said)]
