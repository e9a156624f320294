"""Plan one path: needs, choice, order, parts, sessions."""

from collections.abc import Iterator, Mapping

from houvast.model import Catalogue, Module, Pace, Role
from houvast.plan.needs import choose
from houvast.plan.order import ordered
from houvast.plan.pack import pack
from houvast.plan.path import LearningPath, Reason, Step
from houvast.plan.personal import Audience, personal
from houvast.plan.split import split


def plan_path(catalogue: Catalogue, role: Role, pace: Pace) -> LearningPath:
    """The learning path of a role at a pace. What nothing serves stands in its gaps."""
    choice = choose(catalogue, role, pace.shows)
    units = ordered(catalogue, choice.reasons)
    steps = _steps(catalogue, units, choice.reasons, role, pace)
    return LearningPath(role, pace, pack(steps, pace.minutes_per_session), choice.gaps)


def _steps(
    catalogue: Catalogue, units: list[Module], reasons: Mapping[str, tuple[Reason, ...]], role: Role, pace: Pace
) -> Iterator[Step]:
    audience = Audience.of(role, pace.shows)
    for module in units:
        shown = personal(module, catalogue.source_locale, audience)
        for part in split(shown, module.sheet.minutes.at(pace.shows), pace.minutes_per_session):
            yield Step(module.id, part, reasons[module.id])
