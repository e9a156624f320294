"""Every level that a role needs is taught or prepared by a module."""

from collections.abc import Iterator, Mapping

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Hat, Level, Role
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


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a module for every level that a role or hat needs; one finding per competency."""
    catalogue = checked.catalogue
    clusters = catalogue.competencies.clusters
    roles = [role for role in catalogue.roles.values() if role.cluster in clusters]
    learners: list[Role | Hat] = [*roles, *catalogue.hats.values()]
    for competency in catalogue.competencies.competencies:
        unserved: dict[Level, list[str]] = {}
        for learner in learners:
            for need in catalogue.needs_of(learner):
                if need.competency == competency and not any(
                    module.sheet.serves(need) for module in catalogue.modules_for(learner)
                ):
                    unserved.setdefault(need.level, []).append(learner.id)
        if unserved:
            needs = "; ".join(f"`{competency} {level}` ({', '.join(roles)})" for level, roles in unserved.items())
            place = checked.place("competencies.yml", "competencies", competency)
            yield Finding.of(RULE, place, f"no module serves {needs}")
            if is_packaged(place):
                yield from _at_own(checked, competency, unserved)


def _at_own(checked: Checked, competency: str, unserved: Mapping[Level, list[str]]) -> Iterator[Finding]:
    """The same at each role and hat of the organisation's own: it cannot change the competencies of Houvast."""
    learners: list[Role | Hat] = [*checked.catalogue.roles.values(), *checked.catalogue.hats.values()]
    for learner in learners:
        needs = ", ".join(f"`{competency} {level}`" for level, names in unserved.items() if learner.id in names)
        if needs and learner.file not in checked.catalogue.packaged:
            yield Finding.of(RULE, checked.place(learner.file, "targets", competency), f"no module serves {needs}")
