"""On every path a lower level of a competency comes before a higher one."""

from collections.abc import Iterator, Sequence

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.paths import paths_of, pluses_of
from houvast.model import Catalogue, Module, Target
from houvast.source import Checked

RULE = Rule(
    "T206",
    "late-prerequisite",
    why="A higher level builds on a lower one; who meets it first, learns it without its ground. Paths are derived: "
    "what comes first, only `requires` can say. What a path does not teach at all is no business of this rule.",
    bad="A module that teaches `judge 2`, on a path where another teaches `judge 1` after it.",
    good="requires: [trust-but-check], in the module that teaches `judge 2`",
    way_out="put the module with the lower level under `requires`, or reconsider the levels",
    severity=Severity.WARNING,
)

Late = tuple[str, Target, str]
"""The module that comes too early, what it serves, and the module that serves a lower level later."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look along every path; one finding for each level that comes too early, with the learners it does so for."""
    catalogue = checked.catalogue
    ways = [(path.role.id, path.units) for path in paths_of(catalogue)]
    ways += [(plus.hat.id, plus.units) for plus in pluses_of(catalogue)]
    found: dict[Late, dict[str, None]] = {}
    for learner, units in ways:
        for late in _late(catalogue, units):
            found.setdefault(late, {})[learner] = None
    for (name, target, later), learners in found.items():
        sheet = catalogue.modules[name].sheet
        key, targets = ("teaches", sheet.teaches) if target in sheet.teaches else ("prepares", sheet.prepares)
        message = f"`{target}` comes before `{later}`, which teaches a lower level ({', '.join(learners)})"
        yield Finding.of(RULE, checked.place(sheet.file, key, targets.index(target)), message)


def _late(catalogue: Catalogue, units: Sequence[str]) -> Iterator[Late]:
    modules = [catalogue.modules[name] for name in units if name in catalogue.modules]
    for index, module in enumerate(modules):
        for target in module.targets:
            if not any(_serves_lower(known, target) for known in modules[: index + 1]):
                later = next((other for other in modules[index + 1 :] if _serves_lower(other, target)), None)
                if later:
                    yield module.id, target, later.id


def _serves_lower(module: Module, target: Target) -> bool:
    return any(held.competency == target.competency and held.level < target.level for held in module.targets)
