"""What a role needs, and which modules serve it."""

from collections.abc import Collection, Iterable, Mapping
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
    the module that is written for them alone; else the one that, with what it requires, serves most open needs per
    minute; else the first by id. What the others turn out to serve as well is left out again. Only a reviewed module is
    taken.
    """
    needs = catalogue.needs_of(learner)
    open_needs = set(needs)
    chosen: list[str] = []
    candidates = catalogue.modules_for(learner)
    bundles = {module.id: _closed(catalogue, (module.id,)) for module in candidates}
    for module in sorted(candidates, key=lambda module: not module.sheet.audiences):
        if module.sheet.gate and _served(module, open_needs):
            chosen.append(module.id)
            open_needs -= _served_by(catalogue, bundles[module.id], open_needs)
    taken = _closed(catalogue, chosen)
    while serving := [module for module in candidates if _served(module, open_needs)]:
        ranks = {
            module.id: _rank(catalogue, module, bundles[module.id] - taken, open_needs, depth) for module in serving
        }
        best = min(serving, key=lambda module: ranks[module.id])
        chosen.append(best.id)
        taken |= bundles[best.id]
        open_needs -= _served_by(catalogue, bundles[best.id], open_needs)
    chosen = _without_spare(catalogue, chosen, needs)
    reasons = {name: _targets(catalogue.modules[name], needs) for name in sorted(_closed(catalogue, chosen))}
    for name in reasons:
        for required in catalogue.modules[name].sheet.requires:
            if required not in chosen and required in reasons:
                reasons[required] = (*reasons[required], Reason(before=name))
    return Choice(reasons, tuple(Gap(need) for need in needs if need in open_needs))


def _without_spare(catalogue: Catalogue, chosen: list[str], needs: Collection[Target]) -> list[str]:
    """What was chosen, without general modules that the rest make spare; the last chosen is looked at first.

    A module goes only if the rest serves as well what the modules that it requires serve: they go with it.
    """
    kept = list(chosen)
    for name in reversed(chosen):
        module = catalogue.modules[name]
        rest = _closed(catalogue, [other for other in kept if other != name])
        is_free = not module.sheet.gate and not module.sheet.audiences
        bundle = _closed(catalogue, [name])
        if is_free and _served_by(catalogue, bundle, needs) <= _served_by(catalogue, rest, needs):
            kept.remove(name)
    return kept


def _served_by(catalogue: Catalogue, names: Iterable[str], needs: Collection[Target]) -> set[Target]:
    return {need for name in names for need in _served(catalogue.modules[name], needs)}


def _served(module: Module, needs: Iterable[Target]) -> set[Target]:
    return {need for need in needs if module.sheet.serves(need)}


def _rank(
    catalogue: Catalogue, module: Module, bundle: set[str], open_needs: set[Target], depth: Depth
) -> tuple[bool, float, str]:
    """What is best comes first. `bundle` is what would come on the path with this module, itself included."""
    minutes = sum(catalogue.modules[name].sheet.minutes.at(depth) for name in bundle | {module.id})
    per_minute = len(_served_by(catalogue, bundle, open_needs)) / minutes
    return (not module.sheet.audiences, -per_minute, module.id)


def _targets(module: Module, needs: tuple[Target, ...]) -> tuple[Reason, ...]:
    return tuple(Reason(target=need) for need in needs if module.sheet.serves(need))


def _closed(catalogue: Catalogue, chosen: Iterable[str]) -> set[str]:
    """The chosen modules and all reviewed ones they require."""
    closed: set[str] = set()
    open_names = list(chosen)
    while open_names:
        name = open_names.pop()
        if name not in closed and catalogue.modules[name].is_reviewed:
            closed.add(name)
            open_names += catalogue.modules[name].sheet.requires
    return closed
