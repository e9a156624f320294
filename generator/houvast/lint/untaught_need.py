"""Every level that a role needs is taught or prepared by a module."""

from collections.abc import Iterator, Mapping

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Level, Target
from houvast.source import Checked, is_packaged

RULE = Rule(
    "T102",
    "untaught-need",
    why="A need that nothing serves leaves a gap in somebody's path; the path says so too.",
    bad="A cluster needs `automate 2` and no module teaches it.",
    good="A module with `teaches: [automate 2]`.",
    way_out="write or extend a module that serves it, or lower the target",
    severity=Severity.WARNING,
)

LEVELS: tuple[Level, ...] = (1, 2, 3, 4)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a module for every level up to every role's targets; one finding per competency."""
    catalogue = checked.catalogue
    for competency in catalogue.competencies.competencies:
        unserved: dict[Level, list[str]] = {}
        for role in catalogue.roles.values():
            if role.cluster not in catalogue.competencies.clusters:
                continue
            for level in LEVELS[: catalogue.targets_of(role).get(competency, 0)]:
                need = Target(competency=competency, level=level)
                if not any(module.sheet.serves(need) for module in catalogue.modules_for(role)):
                    unserved.setdefault(level, []).append(role.id)
        if unserved:
            needs = "; ".join(f"`{competency} {level}` ({', '.join(roles)})" for level, roles in unserved.items())
            place = checked.place("competencies.yml", "competencies", competency)
            yield Finding.of(RULE, place, f"no module serves {needs}")
            if is_packaged(place):
                yield from _at_own_roles(checked, competency, unserved)


def _at_own_roles(checked: Checked, competency: str, unserved: Mapping[Level, list[str]]) -> Iterator[Finding]:
    """The same at each role of the organisation's own: who made these cannot change the competencies of Houvast."""
    for role in checked.catalogue.roles.values():
        needs = ", ".join(f"`{competency} {level}`" for level, roles in unserved.items() if role.id in roles)
        if needs and role.file not in checked.catalogue.packaged:
            yield Finding.of(RULE, checked.place(role.file, "targets", competency), f"no module serves {needs}")
