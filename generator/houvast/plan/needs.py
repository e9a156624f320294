"""What a role needs, and which modules serve it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from houvast.model import Catalogue, Depth, Hat, Module, Role, Target
from houvast.plan.path import Gap, Reason


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen modules by id, each with its reasons, and what nothing could serve."""

    reasons: Mapping[str, tuple[Reason, ...]]
    gaps: tuple[Gap, ...]


def choose(catalogue: Catalogue, learner: Role | Hat, depth: Depth) -> Choice:
    """Choose modules until every need is served or nothing serves it, then add what they require.

    First the gates that serve a need, those written for this role or cluster before the general ones. Then each time
    the module that is written for them alone; else the one that serves most open needs per minute; else the first by
    id. Only a reviewed module is taken.
    """
    needs = catalogue.needs_of(learner)
    open_needs = set(needs)
    chosen: dict[str, None] = {}
    candidates = catalogue.modules_for(learner)
    for module in sorted(candidates, key=lambda module: not module.sheet.audiences):
        if module.sheet.gate and _served(module, open_needs):
            chosen[module.id] = None
            open_needs -= _served(module, open_needs)
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
