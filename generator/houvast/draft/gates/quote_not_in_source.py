"""The quote of a sentence stands in the source that it names."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, folded, shortly

LEAST_RATIO = 95
"""How alike a quote and a stretch of its source are, out of 100: room for a comma, and for no other word."""
MOST_WORDS, FEWEST_WORDS = 25, 3

RULE = Rule(
    "D602",
    "quote-not-in-source",
    why="A quote that is not there word for word was made up, and what stands on it with it. A few words are enough: "
    "between 3 and 25. A short exact quote can be looked at; a long one is copied.",
    bad="quote: \u201cevery employer must certify its staff\u201d, which the source does not say.",
    good="quote: \u201cmust take measures that help people grow in AI literacy\u201d, which it does.",
    way_out="copy the words from the source, or take the sentence out",
)


def check(item: Judged) -> Iterator[str]:
    """Look for every quote in its source."""
    for said in item.said:
        if (source := item.source_of(said)) is None:
            continue
        quote, count = folded(said.quote).strip(" .\"'\u2026"), len(said.quote.split())
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            yield f"\u201c{shortly(said.text)}\u201d quotes {count} words; take {FEWEST_WORDS} to {MOST_WORDS}"
        elif quote not in (text := folded(source.text)) and _likeness(quote, text) < LEAST_RATIO:
            yield f"\u201c{shortly(said.quote)}\u201d does not stand in `{source.id}`"


def _likeness(quote: str, text: str) -> float:
    return fuzz.partial_ratio(quote, text) if len(quote) <= len(text) else 0.0
