"""A variant fills slots that its lesson has."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, did_you_mean
from houvast.model import Slot, walk
from houvast.source import Checked

RULE = Rule(
    "R108",
    "unknown-slot",
    why="Text for a slot that the lesson does not have is never shown.",
    bad="`## voorbeeld` in for/recruiter.nl.md, where the lesson says `<!-- slot: example -->`.",
    good="## example",
    way_out="use the name of a slot in the lesson, or add the slot there",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look every slot of every variant up in the lesson of the same locale."""
    for module in checked.catalogue.modules.values():
        for (_, locale), variant in module.variants.items():
            lesson = module.lessons.get(locale)
            names = {piece.name for piece in walk(lesson.content) if isinstance(piece, Slot)} if lesson else set()
            for slot in variant.slots:
                if slot.name not in names:
                    hint = did_you_mean(slot.name, names)
                    place = checked.line(variant.file, slot.line)
                    yield Finding.of(RULE, place, f"the lesson has no slot `{slot.name}`{hint}")
