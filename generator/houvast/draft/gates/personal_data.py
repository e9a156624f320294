"""A draft holds nobody's personal data."""

from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.personal import personal_data

RULE = Rule(
    "D608",
    "personal-data",
    why="A number or address that looks real may be somebody's, from a source or from what the model once read.",
    bad="\u201cBel Karim op 0470 12 34 56.\u201d",
    good="\u201cBel de leverancier.\u201d",
    way_out="take it out",
)


def check(item: Judged) -> Iterator[str]:
    """Look at every text."""
    for text in item.texts:
        for kind in personal_data(text):
            yield f"\u201c{shortly(text)}\u201d seems to hold {kind}"
