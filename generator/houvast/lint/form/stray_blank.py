"""A blank stands in the sentence of a fill-in question, and nowhere else."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model.markup import Blank, pieces_of
from houvast.source import Checked

RULE = Rule(
    "Q108",
    "stray-blank",
    why="Double square brackets are a gap that a learner fills in; in any other text the answer would stay hidden.",
    bad="Lees [[de bron]] na.",
    good="### Wat lees je na?\n\n<!-- id: read-what -->\n\nJe leest [[de bron|het origineel]] na.\n\n> Die beslist.",
    way_out="put the sentence under a heading with `<!-- id: … -->`, or take the brackets away",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for blanks in everything that is said outside fill-in questions."""
    for file, block in checked.catalogue.placed_blocks():
        for piece in pieces_of(block):
            if isinstance(piece, Blank):
                yield Finding.of(RULE, checked.line(file, piece.line), f"a blank `[[{' | '.join(piece.answers)}]]`")
