"""Which scenarios are on a path, and where: after the modules that teach what they practise."""

from collections.abc import Collection, Mapping, Sequence

from houvast.model import Catalogue, Hat, Module, Role, Scenario, Unit
from houvast.plan.path import Reason


def scenarios_for(
    catalogue: Catalogue, names: Collection[str], modules: Sequence[Module], known: Collection[str] = ()
) -> list[Scenario]:
    """The reviewed scenarios for these audiences whose modules are all on the path or `known` already, by id."""
    on_path = {module.id for module in modules} | set(known)
    return [
        scenario
        for _, scenario in sorted(catalogue.scenarios.items())
        if scenario.sheet.status == "reviewed"
        and set(names) & set(scenario.sheet.audiences)
        and on_path >= set(scenario.sheet.after)
    ]


def scenario_reasons(
    catalogue: Catalogue, learner: Role | Hat, scenarios: Sequence[Scenario]
) -> Mapping[str, tuple[Reason, ...]]:
    """Why each is there: the needed targets it practises, or all it practises where none is needed."""
    needs = catalogue.needs_of(learner)
    reasons: dict[str, tuple[Reason, ...]] = {}
    for scenario in scenarios:
        needed = [target for target in scenario.targets if target in needs] or scenario.targets
        reasons[scenario.id] = tuple(Reason(target=target) for target in needed)
    return reasons


def with_scenarios(modules: Sequence[Module], core: Collection[str], scenarios: Sequence[Scenario]) -> list[Unit]:
    """The modules in order, each scenario right after the last module it comes after.

    A scenario that is not core waits for the end of the core too.
    """
    end_of_core = max((index for index, module in enumerate(modules) if module.id in core), default=-1)
    place = {module.id: index for index, module in enumerate(modules)}
    after: dict[int, list[Scenario]] = {}
    for scenario in scenarios:
        last = max((place[name] for name in scenario.sheet.after if name in place), default=-1)
        after.setdefault(last if scenario.sheet.core else max(last, end_of_core), []).append(scenario)
    units: list[Unit] = [*after.get(-1, ())]
    for index, module in enumerate(modules):
        units += [module, *after.get(index, ())]
    return units
