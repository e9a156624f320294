"""A role, a pace or a unit does not take the address of a page that every site or every path has."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R104",
    "reserved-name",
    why="Roles stand right under the language in the address: `/nl/recruiter/`. Some of those names are taken.\n"
    "A pace stands under its role, `/nl/recruiter/calm/`, and a unit under a path.",
    bad="roles/library.yml",
    good="roles/librarian.yml",
    way_out="choose another id",
)

RESERVED = frozenset(
    {"accessibility", "assets", "champions", "experiment", "experiments", "glossary", "guide", "handouts", "hats"}
    | {"introduction", "library", "may-i", "privacy", "progress", "r", "record", "review", "search", "story", "talk"}
    | {"team"}
)
UNDER_A_ROLE = frozenset({"card", "team"})
UNDER_A_PATH = frozenset({"review"})


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the ids of roles, paces and units with the names of pages."""
    catalogue = checked.catalogue
    roles = ((role.id, role.file) for role in catalogue.roles.values() if role.id in RESERVED)
    paces = ((pace.id, pace.file) for pace in catalogue.paces.values() if pace.id in UNDER_A_ROLE)
    units = ((unit.id, unit.sheet.file) for unit in catalogue.units.values() if unit.id in UNDER_A_PATH)
    for taken, file in (*roles, *paces, *units):
        yield Finding.of(RULE, checked.place(file), f"`{taken}` is the name of a page of the site")
