"""A number, a date, an article or an address stands in the source of its sentence."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, folded, shortly
from houvast.draft.wire import texts_in

NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
STATED = re.compile(
    r"\b(?:artikels?|articles?|art\.|bijlage|annex|cao|verordening|regulation|richtlijn|directive|wet|law)\b"
    r"|%|\bprocent|\bper ?cent|\bstud(?:ie|y|ies)\b|\bonderzoek(?:ers)?\b|\bresearch",
    re.IGNORECASE,
)
"""Words with which law and research are stated."""

RULE = Rule(
    "D603",
    "number-not-in-source",
    why="Language models fill in numbers, dates and articles that look right. What the source does not say, nobody "
    "can check there. A case may have prices and hours of its own: they stand in the situation, the question and "
    "its options, not in what states a fact.",
    bad="\u201cSinds 2 augustus 2026\u201d, on a source that says 2 December 2027.",
    good="A number that stands in the source, or a sentence without one.",
    way_out="put what the source says, or take the number out",
)


def check(item: Judged) -> Iterator[str]:
    """Hold the numbers of every sentence against its source, and see that law and research have one at all.

    A source that is not there is for `unknown-source` to tell.
    """
    case = folded(" ".join((item.allowed, *_told_as_case(item))))
    for said in item.said:
        source = item.source_of(said)
        if source is None and item.stands_on(said):
            continue
        known = f"{case} {folded(source.text)} {folded(source.title)}" if source else case
        stated = NUMBER.findall(said.text.replace(item.canary, ""))
        strange = [number for number in stated if number not in NUMBER.findall(known)]
        if strange:
            where = f"`{source.id}`" if source else "any source"
            yield f"{', '.join(strange)} in \u201c{shortly(said.text)}\u201d does not stand in {where}"
        elif source is None and STATED.search(said.text):
            yield f"\u201c{shortly(said.text)}\u201d speaks of law or research and names no source"


def _told_as_case(item: Judged) -> list[str]:
    """What belongs to the story itself: everything that is not said as a fact."""
    stated = {said.text for said in item.said}
    return [text for text in texts_in(item.value) if text not in stated]
