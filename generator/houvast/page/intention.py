"""Where a path asks for one intention and for what stays somebody's work, and how it asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from houvast.model import EVERYONE, Catalogue, Module
from houvast.plan import LearningPath

Place = Literal["task", "role", "path"]
"""Where "what stays your work?" is asked: with the own tasks, with what is of the own role, at the end of the path."""

DIVIDING = "divide"
"""The competency of saying what is for me, what for AI and what for both."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks: one intention, after the gates or at the end of the path, and what stays the learner's work."""

    intention: Literal["gates", "path"] | None = None
    stays: Place | None = None


AT_THE_END = Asked("path", "path")
"""What the page of a path and its last unit ask."""


def asked_by(catalogue: Catalogue, path: LearningPath, unit: str) -> Asked | None:
    """What the page of a unit of this path asks at its end, or None."""
    if unit == path.units[-1]:
        return AT_THE_END
    gates = [step.unit for step in path.steps if step.stage == "gate"]
    asked = Asked("gates" if gates and unit == gates[-1] else None, stays_at(catalogue, path).get(unit))
    return asked if asked != Asked() else None


def stays_at(catalogue: Catalogue, path: LearningPath) -> Mapping[str, Place]:
    """Which units of a path ask what stays the learner's work: at most three, none of them twice.

    First where own tasks are divided, or else where the story is told; then in the first module that is for this role
    or cluster alone, or else at the last unit of the core; and at the end of the path.
    """
    if not path.units:
        return {}
    modules = [unit for unit in (catalogue.units[name] for name in path.units) if isinstance(unit, Module)]
    dividing = [unit.id for unit in modules if any(target.competency == DIVIDING for target in unit.sheet.teaches)]
    story = [unit.id for unit in modules if unit.sheet.step == "aspire"]
    own = [unit.id for unit in modules if set(unit.sheet.audiences) & set(path.role.names) - {EVERYONE}]
    core = [step.unit for step in path.steps if step.stage != "deepening"]
    places: dict[str, Place] = {}
    for units, place in ((dividing or story, "task"), (own or core[-1:], "role"), (path.units[-1:], "path")):
        if units:
            places[units[0]] = place  # a later place takes the unit over
    return places
