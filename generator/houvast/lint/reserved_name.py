"""A role does not take the address of a page that every site has."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R104",
    "reserved-name",
    why="Roles stand right under the language in the address: `/nl/recruiter/`. Some of those names are taken.",
    bad="roles/library.yml",
    good="roles/librarian.yml",
    way_out="choose another id",
)

RESERVED = frozenset(
    {
        "accessibility",
        "assets",
        "champions",
        "glossary",
        "guide",
        "hats",
        "introduction",
        "library",
        "may-i",
        "privacy",
        "progress",
        "record",
    }
    | {"r", "review", "search", "story"}
)
CARD = "card"
"""The page of a role that is printed for the wall; paces stand beside it."""


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the ids of roles with the names of pages, and those of paces with that of the card of a role."""
    for role in checked.catalogue.roles.values():
        if role.id in RESERVED:
            yield Finding.of(RULE, checked.place(role.file), f"`{role.id}` is the name of a page of the site")
    for pace in checked.catalogue.paces.values():
        if pace.id == CARD:
            yield Finding.of(RULE, checked.place(pace.file), f"`{pace.id}` is the name of a page of every role")
