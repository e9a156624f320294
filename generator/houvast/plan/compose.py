"""Plan one path: needs, choice, order, parts, sessions."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from houvast.model import Catalogue, Module, Pace, Role, Unit
from houvast.plan.needs import choose
from houvast.plan.order import ordered
from houvast.plan.pack import pack
from houvast.plan.path import LearningPath, Part, Reason, Stage, Step, depth_of
from houvast.plan.personal import Audience, personal
from houvast.plan.scenarios import scenario_reasons, scenarios_for, with_scenarios
from houvast.plan.split import split


def plan_path(catalogue: Catalogue, role: Role, pace: Pace) -> LearningPath:
    """The learning path of a role at a pace. What nothing serves stands in its gaps."""
    choice = choose(catalogue, role, depth_of(role, pace))
    units, core = ordered(catalogue, choice.reasons)
    scenarios = scenarios_for(catalogue, role, units)
    reasons = {**choice.reasons, **scenario_reasons(catalogue, role, scenarios)}
    stages = _stages([*units, *scenarios], core)
    steps = _steps(catalogue, with_scenarios(units, core, scenarios), reasons, stages, role, pace)
    return LearningPath(role, pace, pack(steps, pace.minutes_per_session), choice.gaps)


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
    units: list[Unit],
    reasons: Mapping[str, tuple[Reason, ...]],
    stages: Mapping[str, Stage],
    role: Role,
    pace: Pace,
) -> Iterator[Step]:
    depth = depth_of(role, pace)
    audience = Audience.of(role, depth)
    longest = pace.minutes_per_session
    for unit in units:
        if isinstance(unit, Module):
            shown = personal(unit, catalogue.source_locale, audience)
            for part in split(shown, unit.minutes(depth), longest):
                yield Step(unit.id, part, reasons[unit.id], stages[unit.id])
        else:
            yield Step(unit.id, Part(1, 1, 0, min(unit.minutes(depth), longest)), reasons[unit.id], stages[unit.id])
