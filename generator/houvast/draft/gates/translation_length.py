"""A translation is about as long as its source."""

from collections.abc import Iterator

from houvast.diagnostics import Rule, Severity
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.wire import Translated

LEAST, MOST = 0.6, 1.7
"""How long a text is beside its source, in signs."""
SHORT = 40
"""Signs of a source that says too little to compare."""

RULE = Rule(
    "D612",
    "translation-length",
    why="A text that is much longer or shorter than its source says more, or less.",
    bad="\u201cKijk elke naam, elk getal en elk uur na voor je verstuurt.\u201d, translated as \u201cCheck it.\u201d",
    good="\u201cCheck every name, number and hour before you send.\u201d",
    way_out="hold the two beside each other, and put back what is gone",
    severity=Severity.WARNING,
)


def check(item: Judged) -> Iterator[str]:
    """Compare every text with the one that it translates."""
    if not isinstance(item.value, Translated) or len(item.value.texts) != len(item.sent):
        return
    for source, text in zip(item.sent, item.value.texts, strict=True):
        if len(source) > SHORT and not LEAST <= len(text) / len(source) <= MOST:
            yield f"\u201c{shortly(text)}\u201d is {len(text) / len(source):.1f} times as long as its source"
