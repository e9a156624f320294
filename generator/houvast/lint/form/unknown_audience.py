"""Personal text is for a role or a cluster that is there."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Place, Rule, did_you_mean
from houvast.model import OnlyPart, walk
from houvast.source import Checked

RULE = Rule(
    "R105",
    "unknown-audience",
    why="Text for somebody who does not exist is never shown.",
    bad="<!-- only: recruters -->",
    good="<!-- only: recruiter -->",
    way_out="use the id of a role, a hat or a cluster",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look up the names in `only:` and in the names of variant files. Text for a role that is left out may stay."""
    catalogue = checked.catalogue
    known = catalogue.audiences | set(catalogue.organisation.without)

    def look_up(name: str, place: Place) -> Iterator[Finding]:
        if name not in known:
            hint = did_you_mean(name, known)
            yield Finding.of(RULE, place, f"there is no role, hat or cluster `{name}`{hint}")

    for module in catalogue.modules.values():
        for (audience, _), variant in module.variants.items():
            yield from look_up(audience, checked.place(variant.file))
        for file, content in module.placed_contents():
            for piece in walk(content):
                if isinstance(piece, OnlyPart):
                    for name in piece.audiences or ("",):
                        yield from look_up(name, checked.line(file, piece.line))
