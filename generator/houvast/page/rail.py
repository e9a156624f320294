"""The handrail: the steps of a path, drawn along it and beside every unit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from houvast.model import Module, Question, Scenario, Unit
from houvast.page.gate import critical_cases
from houvast.page.places import path_uri, unit_uri
from houvast.page.question import is_counted, item_of
from houvast.page.scenario import scenario_hash
from houvast.page.view import View
from houvast.plan import Audience, LearningPath, Part, Shown, Step, personal, start_of_parts

RAIL_END = '<hr class="houvast-rail-end">'
"""What stands above this line in a page, the template puts beside it."""


@dataclass(frozen=True, slots=True)
class RailStep:
    """One step as the handrail shows it. `uri` is the page of its unit, `items` are what counts for it,
    `critical` the critical cases among them with their siblings, `amount` says how much there is."""

    step: Step
    session: int
    title: str
    uri: str
    items: tuple[str, ...]
    critical: tuple[str, ...]
    is_scenario: bool
    is_gate: bool
    amount: str

    @property
    def part(self) -> Part:
        """Which part of its unit this step is."""
        return self.step.part

    @property
    def fragment(self) -> str:
        """Where on the page this part begins; empty for the first."""
        return f"part-{self.part.number}" if self.part.number > 1 else ""


@dataclass(frozen=True, slots=True)
class Rail:
    """The handrail of one path."""

    path: LearningPath
    uri: str
    steps: tuple[RailStep, ...]

    def steps_of(self, unit: str) -> tuple[RailStep, ...]:
        """The steps that are this unit or a part of it."""
        return tuple(step for step in self.steps if step.step.unit == unit)

    def after(self, unit: str) -> RailStep | None:
        """The first step of the unit that comes after this one, or None at the end."""
        names = [step.step.unit for step in self.steps]
        last = len(names) - 1 - names[::-1].index(unit)
        return self.steps[last + 1] if last + 1 < len(names) else None


def rail_of(view: View, path: LearningPath) -> Rail:
    """The handrail of a path in the locale of the view."""
    uri = path_uri(path.role.id, path.pace.id)
    audience = Audience.of(path.role, path.depth)
    units = view.catalogue.units
    items = {name: items_of(view, units[name], audience, parts_of(path.steps, name)) for name in path.units}
    critical = {name: critical_of(view, units[name], audience) for name in path.units}
    steps = tuple(
        _rail_step(view, path, step, session.number, items[step.unit], critical[step.unit])
        for session in path.sessions
        for step in session.steps
    )
    return Rail(path, uri, steps)


def _rail_step(
    view: View,
    path: LearningPath,
    step: Step,
    session: int,
    items: Mapping[int, list[str]],
    critical: Mapping[str, str],
) -> RailStep:
    unit = view.catalogue.units[step.unit]
    held = tuple(items.get(step.part.number, ()))
    amount = view.wording("one_question") if len(held) == 1 else view.wording("questions", number=len(held))
    return RailStep(
        step=step,
        session=session,
        title=view.title_of(unit),
        uri=unit_uri(view, unit, path),
        items=held,
        critical=tuple(critical[item] for item in held if item in critical),
        is_scenario=isinstance(unit, Scenario),
        is_gate=isinstance(unit, Module) and unit.sheet.gate,
        amount=view.wording("scenario") if isinstance(unit, Scenario) else amount,
    )


def items_of(view: View, unit: Unit, audience: Audience, parts: tuple[Part, ...]) -> Mapping[int, list[str]]:
    """What counts for a unit, by the number of its part: questions as an audience sees them, or a scenario as one."""
    if not view.catalogue.holds_unit(unit, view.locale):
        return {}
    if isinstance(unit, Scenario):
        return {1: [f"{unit.id}:{scenario_hash(view, unit)}"]}
    items: dict[int, list[str]] = {}
    for number, question in _numbered(personal(unit, view.locale, audience), parts):
        if is_counted(question):
            items.setdefault(number, []).append(item_of(view, question))
    return items


def critical_of(view: View, unit: Unit, audience: Audience) -> Mapping[str, str]:
    """The critical cases of a unit as an audience sees them, each with its siblings, by how the case is counted."""
    if not isinstance(unit, Module) or not view.catalogue.holds_unit(unit, view.locale):
        return {}
    cases = critical_cases(unit, view.locale, personal(unit, view.locale, audience))
    return {item_of(view, case.question): case.written(view) for case in cases}


def parts_of(steps: Iterable[Step], unit: str) -> tuple[Part, ...]:
    """The parts of a unit among steps."""
    return tuple(step.part for step in steps if step.unit == unit)


def _numbered(shown: tuple[Shown, ...], parts: tuple[Part, ...]) -> Iterator[tuple[int, Question]]:
    starts = start_of_parts(shown, parts)
    number = 1
    for index, piece in enumerate(shown):
        number = starts[index].number if index in starts else number
        if isinstance(piece, Question):
            yield number, piece
