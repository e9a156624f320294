"""What a role needs, and which modules serve it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from houvast.model import Catalogue, Depth, Level, Module, Role, Target
from houvast.plan.path import Gap, Reason

LEVELS: tuple[Level, ...] = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen modules by id, each with its reasons, and what nothing could serve."""

    reasons: Mapping[str, tuple[Reason, ...]]
    gaps: tuple[Gap, ...]


def needs_of(catalogue: Catalogue, role: Role) -> tuple[Target, ...]:
    """Every level up to each target of a role, competency by competency as `competencies.yml` orders them."""
    targets = catalogue.targets_of(role)
    return tuple(
        Target(competency=competency, level=level)
        for competency in catalogue.competencies.competencies
        if competency in targets
        for level in LEVELS[: targets[competency]]
    )


def choose(catalogue: Catalogue, role: Role, depth: Depth) -> Choice:
    """Choose modules until every need is served or nothing serves it, then add what they require.

    First every gate that serves a need. Then each time the module that is written for this role or its cluster alone;
    else the one that serves most open needs per minute; else the first by id. Only a reviewed module is taken.
    """
    needs = needs_of(catalogue, role)
    open_needs = set(needs)
    chosen: dict[str, None] = {}
    candidates = catalogue.modules_for(role)
    for module in candidates:
        if module.sheet.gate and _served(module, needs):
            chosen[module.id] = None
            open_needs -= _served(module, needs)
    while serving := [module for module in candidates if _served(module, open_needs)]:
        best = min(serving, key=lambda module: _preference(module, open_needs, depth))
        chosen[best.id] = None
        open_needs -= _served(best, open_needs)
    reasons = {name: _targets(catalogue.modules[name], needs) for name in _closed(catalogue, chosen)}
    for name in reasons:
        for required in catalogue.modules[name].sheet.requires:
            if required not in chosen and required in reasons:
                reasons[required] = (*reasons[required], Reason(before=name))
    return Choice(reasons, tuple(Gap(need) for need in needs if need in open_needs))


def _served(module: Module, needs: Iterable[Target]) -> set[Target]:
    return {need for need in needs if module.sheet.serves(need)}


def _preference(module: Module, open_needs: set[Target], depth: Depth) -> tuple[bool, float, str]:
    per_minute = len(_served(module, open_needs)) / module.sheet.minutes.at(depth)
    return (not module.sheet.audiences, -per_minute, module.id)


def _targets(module: Module, needs: tuple[Target, ...]) -> tuple[Reason, ...]:
    return tuple(Reason(target=need) for need in needs if module.sheet.serves(need))


def _closed(catalogue: Catalogue, chosen: Iterable[str]) -> list[str]:
    """The chosen modules and all reviewed ones they require, sorted by id."""
    closed: set[str] = set()
    open_names = list(chosen)
    while open_names:
        name = open_names.pop()
        if name not in closed and catalogue.modules[name].is_reviewed:
            closed.add(name)
            open_names += catalogue.modules[name].sheet.requires
    return sorted(closed)
