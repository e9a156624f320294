"""Plan one path, or what a hat adds to any: needs, choice, order, parts, sessions."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from houvast.model import EVERYONE, Catalogue, Depth, Hat, Module, Pace, Role, Target, Unit
from houvast.plan.needs import choose
from houvast.plan.order import ordered
from houvast.plan.pack import pack
from houvast.plan.path import LearningPath, Part, Plus, PracticeTask, Reason, Stage, Step, depth_of
from houvast.plan.personal import Audience, personal
from houvast.plan.scenarios import scenario_reasons, scenarios_for, with_scenarios
from houvast.plan.split import split

Reasons = Mapping[str, tuple[Reason, ...]]


def plan_path(catalogue: Catalogue, role: Role, pace: Pace) -> LearningPath:
    """The learning path of a role at a pace. What nothing serves stands in its gaps."""
    depth = depth_of(role, pace)
    choice = choose(catalogue, role, depth)
    modules, steps = _planned(catalogue, role, choice.reasons, depth, pace)
    practices = _practices(modules, catalogue.needs_of(role))
    return LearningPath(role, pace, pack(steps, pace.minutes_per_session), practices, choice.gaps)


def plan_plus(catalogue: Catalogue, hat: Hat, pace: Pace) -> Plus:
    """What a hat adds at a pace: everything in full, and nothing that everyone learns already."""
    choice = choose(catalogue, hat, Depth.FULL)
    everyone = catalogue.roles.get(EVERYONE)
    known = choose(catalogue, everyone, Depth.FULL).reasons if everyone else {}
    reasons = {name: why for name, why in choice.reasons.items() if name not in known}
    modules, steps = _planned(catalogue, hat, reasons, Depth.FULL, pace, known)
    return Plus(hat, tuple(steps), _practices(modules, catalogue.needs_of(hat)), choice.gaps)


def _planned(
    catalogue: Catalogue, learner: Role | Hat, chosen: Reasons, depth: Depth, pace: Pace, known: Collection[str] = ()
) -> tuple[list[Module], list[Step]]:
    """The chosen modules in order, and the steps that they and their scenarios make. `known` are learnt already."""
    modules, core = ordered(catalogue, chosen)
    names = learner.names if isinstance(learner, Role) else (learner.id,)
    scenarios = scenarios_for(catalogue, names, modules, known)
    reasons = {**chosen, **scenario_reasons(catalogue, learner, scenarios)}
    stages = _stages([*modules, *scenarios], core)
    units = with_scenarios(modules, core, scenarios)
    return modules, list(_steps(catalogue, units, reasons, stages, Audience.of(learner, depth), pace))


def _stages(units: Iterable[Unit], core: Collection[str]) -> Mapping[str, Stage]:
    """What each unit is on the path; what a core module requires is core too."""
    stages: dict[str, Stage] = {}
    for unit in units:
        is_core = unit.id in core if isinstance(unit, Module) else unit.sheet.core
        is_gate = isinstance(unit, Module) and unit.sheet.gate
        stages[unit.id] = "gate" if is_gate else "core" if is_core else "deepening"
    return stages


def _steps(
    catalogue: Catalogue,
    units: Sequence[Unit],
    reasons: Reasons,
    stages: Mapping[str, Stage],
    audience: Audience,
    pace: Pace,
) -> Iterator[Step]:
    longest = pace.minutes_per_session
    for unit in units:
        minutes = unit.minutes(audience.depth)
        if isinstance(unit, Module):
            parts = split(personal(unit, catalogue.source_locale, audience), minutes, longest)
        else:
            parts = (Part(1, 1, 0, min(minutes, longest)),)
        yield from (Step(unit.id, part, reasons[unit.id], stages[unit.id]) for part in parts)


def _practices(modules: Sequence[Module], needs: Collection[Target]) -> tuple[PracticeTask, ...]:
    """The practice tasks for the levels that are needed, in the order of the modules that prepare them."""
    return tuple(
        PracticeTask(module.id, practice)
        for module in modules
        for practice in module.sheet.practice
        if practice.prepares in needs
    )
