"""A placeholder names something that can be looked up."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, did_you_mean
from houvast.model.markup import Link, pieces_of, placeholders_of
from houvast.source import Checked

RULE = Rule(
    "R106",
    "unknown-placeholder",
    why="A placeholder that stands for nothing would show as a hole in the sentence.",
    bad="{{ tool.chatbot }}",
    good="{{ tool.chat }}",
    way_out="use org.name, role.title, tool.<id>, contact.<id>, fact.<id> or term.<id>; in an address url.<id>",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look up every placeholder of every lesson and variant."""
    catalogue = checked.catalogue
    known = {"org.name", "role.title"}
    known |= {f"tool.{system.id}" for system in catalogue.organisation.systems}
    known |= {f"contact.{name}" for name in catalogue.organisation.contacts}
    known |= {f"fact.{name}" for name in catalogue.facts}
    known |= {f"term.{term.id}" for term in catalogue.terms}
    addresses = {f"url.{name}" for name in catalogue.organisation.urls}
    for file, block in catalogue.placed_blocks():
        links = {id(piece.address) for piece in pieces_of(block) if isinstance(piece, Link)}
        for placeholder in placeholders_of(block):
            fitting = addresses if id(placeholder) in links else known
            if placeholder.name not in fitting:
                hint = did_you_mean(placeholder.name, fitting)
                place = checked.line(file, placeholder.line)
                message = f"nothing is known here as `{placeholder.name}`{hint}"
                yield Finding.of(RULE, place, message, about=placeholder.name)
