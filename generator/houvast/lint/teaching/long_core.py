"""The core of every path is short enough to ask of everybody in a role."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.paths import paths_of
from houvast.model import Depth, Role
from houvast.plan import LearningPath
from houvast.source import Checked

MOST = 90
"""Minutes, gates included: six sessions of a quarter of an hour."""

MOST_OF_ESSENTIALS = 50
"""Minutes for roles that see no more than `essentials`, as on the shop floor and in care: five team sessions of ten."""

RULE = Rule(
    "T207",
    "long-core",
    why="The core is what everybody in a role has to do, within working time; what is long is put off. At most "
    f"{MOST} minutes, gates included: six sessions of a quarter of an hour. A role with `depth: essentials`, as on the "
    f"shop floor and in care, has at most {MOST_OF_ESSENTIALS}: five team sessions of ten minutes. Both are our own "
    "bounds, no finding of research.",
    bad="A role with seven core modules of 15 minutes.",
    good="`core: false` for two of them: they come after the core.",
    way_out="write `core: false` in a module that can come later, shorten one, or lower a target",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Add the core of every path up; one finding for each role, at the pace where it is longest."""
    longest: dict[str, LearningPath] = {}
    for path in paths_of(checked.catalogue):
        known = longest.setdefault(path.role.id, path)
        if _core_minutes(path) > _core_minutes(known):
            longest[path.role.id] = path
    for path in longest.values():
        minutes, most = _core_minutes(path), _most(path.role)
        if minutes > most:
            message = (
                f"the core of `{path.role.id}` takes {minutes} minutes at the pace `{path.pace.id}`; {most} is the most"
            )
            yield Finding.of(RULE, checked.place(path.role.file, "cluster"), message)


def _core_minutes(path: LearningPath) -> int:
    return sum(step.minutes for step in path.steps if step.stage != "deepening")


def _most(role: Role) -> int:
    return MOST_OF_ESSENTIALS if Depth.named(role.depth) is Depth.ESSENTIALS else MOST
