"""Plan one path: needs, choice, order, parts, sessions."""

from collections.abc import Iterator, Mapping

from houvast.model import Catalogue, Module, Pace, Role, Unit
from houvast.plan.needs import choose
from houvast.plan.order import ordered
from houvast.plan.pack import pack
from houvast.plan.path import LearningPath, Part, Reason, Step, depth_of
from houvast.plan.personal import Audience, personal
from houvast.plan.scenarios import scenario_reasons, scenarios_for, with_scenarios
from houvast.plan.split import split


def plan_path(catalogue: Catalogue, role: Role, pace: Pace) -> LearningPath:
    """The learning path of a role at a pace. What nothing serves stands in its gaps."""
    choice = choose(catalogue, role, depth_of(role, pace))
    units, core = ordered(catalogue, choice.reasons)
    scenarios = scenarios_for(catalogue, role, units)
    reasons = {**choice.reasons, **scenario_reasons(catalogue, role, scenarios)}
    steps = _steps(catalogue, with_scenarios(units, core, scenarios), reasons, role, pace)
    return LearningPath(role, pace, pack(steps, pace.minutes_per_session), choice.gaps)


def _steps(
    catalogue: Catalogue, units: list[Unit], reasons: Mapping[str, tuple[Reason, ...]], role: Role, pace: Pace
) -> Iterator[Step]:
    depth = depth_of(role, pace)
    audience = Audience.of(role, depth)
    longest = pace.minutes_per_session
    for unit in units:
        if isinstance(unit, Module):
            shown = personal(unit, catalogue.source_locale, audience)
            for part in split(shown, unit.minutes(depth), longest):
                yield Step(unit.id, part, reasons[unit.id])
        else:
            yield Step(unit.id, Part(1, 1, 0, min(unit.minutes(depth), longest)), reasons[unit.id])
