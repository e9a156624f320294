"""A text ends where its writer ended it."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.wire import LONGEST_NAME, LONGEST_OPTION, LONGEST_PROMPT, LONGEST_TEXT

ENDED = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)\]]*$")
LENGTHS = (LONGEST_NAME, LONGEST_OPTION, LONGEST_TEXT, LONGEST_PROMPT)
FEWEST_WORDS = 6
"""A shorter text may be a heading or an option, which end without a full stop."""
PAIRS = (("(", ")"), ("[", "]"), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"))
HANGING = re.compile(
    r"(?:,|\b(?:en|of|de|het|een|van|met|voor|dat|die|and|or|the|a|an|of|with|for|that|which|to))$", re.IGNORECASE
)

RULE = Rule(
    "D604",
    "cut-off",
    why="An endpoint that bounds the length of a field ends it in the middle of a word and closes it as if nothing "
    "happened. The answer is of the right shape, and half a sentence.",
    bad="\u201ccheck every fact and figure against a\u201d",
    good="\u201ccheck every fact and figure against the order.\u201d",
    way_out="finish the sentence",
)


def _fills_its_field(bare: str) -> bool:
    """Whether a text is as long as it may be, and stops there without a full stop."""
    return any(0 <= most - len(bare) <= 2 for most in LENGTHS) and not ENDED.search(bare)


def check(item: Judged) -> Iterator[str]:
    """Look at how every text ends."""
    ending = {said.text for said in item.said}
    for text in item.texts:
        bare = text.strip()
        unpaired = next((opening for opening, closing in PAIRS if bare.count(opening) != bare.count(closing)), None)
        if not bare:
            yield "a text is empty"
        elif (
            _fills_its_field(bare)
            or HANGING.search(bare)
            or (bare in ending and len(bare.split()) >= FEWEST_WORDS and not ENDED.search(bare))
        ):
            yield f"\u201c\u2026{bare[-40:]}\u201d stops in the middle"
        elif unpaired:
            yield f"\u201c{shortly(bare)}\u201d opens {unpaired} and does not close it, or the other way round"
