"""A drafted question asks something."""

from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.draft.wire import DraftedQuestion

RULE = Rule(
    "D613",
    "no-question",
    why="Small models repeat the case or announce a subject where a question belongs. `houvast check` lets such a "
    "line be where a case stands below it, since a person may have meant it.",
    bad="\u201cDe leverdag van de schroeven.\u201d",
    good="\u201cWaar zoekt Nadia de leverdag?\u201d",
    way_out="ask a question that ends in a question mark",
)


def check(item: Judged) -> Iterator[str]:
    """Look at the end of the question."""
    if isinstance(item.value, DraftedQuestion) and not item.value.stem.rstrip(" \"'\u201d\u2019)").endswith("?"):
        yield f"\u201c{shortly(item.value.stem)}\u201d is no question"
