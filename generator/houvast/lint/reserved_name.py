"""A role or a unit does not take the address of a page that every site or every path has."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R104",
    "reserved-name",
    why="Roles stand right under the language in the address: `/nl/recruiter/`, and units under a path. Some of those "
    "names are taken.",
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
    }
    | {"r", "review", "search", "story"}
)

UNDER_A_PATH = frozenset({"review"})


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the ids of roles and units with the names of pages."""
    for role in checked.catalogue.roles.values():
        if role.id in RESERVED:
            yield Finding.of(RULE, checked.place(role.file), f"`{role.id}` is the name of a page of the site")
    for unit in checked.catalogue.units.values():
        if unit.id in UNDER_A_PATH:
            yield Finding.of(RULE, checked.place(unit.sheet.file), f"`{unit.id}` is the name of a page of every path")
