"""A translation has as many texts as its source, with the same numbers and the same marks."""

import re
from collections import Counter
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.gates.number_not_in_source import NUMBER
from houvast.draft.wire import Translated

MARK = re.compile(r"\[\d+\]")

RULE = Rule(
    "D610",
    "translation-differs",
    why="A text that is missing moves all below it to the wrong place; a number that changed is a mistake that "
    "nobody sees.",
    bad="\u201cIn 2027, 48 stuks\u201d, translated as \u201cIn 2027, 84 pieces\u201d.",
    good="\u201cIn 2027, 48 pieces\u201d.",
    way_out="say what the source says, with its numbers",
)


def check(item: Judged) -> Iterator[str]:
    """Hold every text beside the one that it translates."""
    if not isinstance(item.value, Translated):
        return
    if len(item.value.texts) != len(item.sent):
        yield f"{len(item.sent)} texts were sent, and {len(item.value.texts)} came back"
        return
    for source, text in zip(item.sent, item.value.texts, strict=True):
        if MARK.findall(source) != MARK.findall(text):
            yield f"\u201c{shortly(text)}\u201d lost, doubled or moved a mark that stands for a link or a placeholder"
        elif Counter(NUMBER.findall(source)) != Counter(NUMBER.findall(text)):
            yield f"\u201c{shortly(text)}\u201d has other numbers than its source"
