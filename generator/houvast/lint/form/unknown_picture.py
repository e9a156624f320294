"""A picture that a text shows is one of the courses."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, did_you_mean
from houvast.model.markup import Picture
from houvast.source import Checked

RULE = Rule(
    "M107",
    "unknown-picture",
    why="A picture that is not there leaves a hole in the page, and only its description beside it.",
    bad="![Een steunbeugel met een barst](../../pictures/braket-crack.svg)",
    good="![Een steunbeugel met een barst](../../pictures/bracket-crack.svg)",
    way_out="put the SVG in the folder `pictures` of the courses, or name one that is there",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look up every picture that a unit shows."""
    pictures = checked.catalogue.pictures
    for file, block in checked.catalogue.placed_blocks():
        if isinstance(block, Picture) and block.name not in pictures:
            message = f"there is no `pictures/{block.name}.svg`{did_you_mean(block.name, pictures)}"
            yield Finding.of(RULE, checked.line(file, block.line), message, about=block.name)
