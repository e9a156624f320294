"""A sentence names a source that was given."""

from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly

RULE = Rule(
    "D601",
    "unknown-source",
    why="A source that nobody gave was made up, or comes from the text of somebody who wants to be believed.",
    bad="source: fact.ai-act-article-99, which is not among the sources of the brief.",
    good="source: fact.ai-act-article-4, which is.",
    way_out="name a source of the brief, or take the sentence out",
)


def check(item: Judged) -> Iterator[str]:
    """Look every source up."""
    for said in item.said:
        if item.stands_on(said) and item.source_of(said) is None:
            yield f"\u201c{shortly(said.text)}\u201d names `{shortly(said.source)}`, which is no source of this draft"
