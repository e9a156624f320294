"""In which order the chosen modules come."""

import heapq
from collections.abc import Collection

from houvast.model import Catalogue, Module

Rank = tuple[bool, int, int, str]


def ordered(catalogue: Catalogue, chosen: Collection[str]) -> tuple[list[Module], set[str]]:
    """Sort topologically: nothing before what it requires, and of what is free the lowest rank first.

    Returns the modules in order, and the ids of those that are core.
    """
    modules = {name: catalogue.modules[name] for name in chosen}
    waiting = {name: set(module.sheet.requires) & set(modules) for name, module in modules.items()}
    core = _core(modules)
    free = [(_rank(catalogue, modules[name], core), name) for name, before in waiting.items() if not before]
    heapq.heapify(free)
    order: list[Module] = []
    while free:
        _, name = heapq.heappop(free)
        order.append(modules[name])
        for other, before in waiting.items():
            if name in before:
                before.remove(name)
                if not before:
                    heapq.heappush(free, (_rank(catalogue, modules[other], core), other))
    return order, core


def _core(modules: dict[str, Module]) -> set[str]:
    """The core modules and whatever they require: nothing of the core waits for deepening."""
    core: set[str] = set()
    open_names = [name for name, module in modules.items() if module.sheet.core]
    while open_names:
        name = open_names.pop()
        if name not in core:
            core.add(name)
            open_names += [required for required in modules[name].sheet.requires if required in modules]
    return core


def _rank(catalogue: Catalogue, module: Module, core: set[str]) -> Rank:
    """Core first; then the story (step `aspire`), gates, the rest; then as `competencies.yml` orders; then by id."""
    competencies = list(catalogue.competencies.competencies)
    served = [target.competency for target in (*module.sheet.teaches, *module.sheet.prepares)]
    first = min((competencies.index(name) for name in served), default=len(competencies))
    stage = 0 if module.sheet.step == "aspire" else 1 if module.sheet.gate else 2
    return (module.id not in core, stage, first, module.id)
