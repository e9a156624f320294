"""Every level that a role needs is taught or prepared by a module."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Hat, Level, Role
from houvast.source import Checked

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
