"""Where a path asks for one intention and for what stays somebody's work, and how it asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from houvast.model import EVERYONE, Catalogue, Intention, Module, Role
from houvast.page.view import View
from houvast.plan import LearningPath

Place = Literal["task", "role", "path"]
"""Where "what stays your work?" is asked: with the own tasks, with what is of the own role, at the end of the path."""

DIVIDING = "divide"
"""The competency of saying what is for me, what for AI and what for both."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a page asks: one intention, after the gates or at the end of the path, and what stays the learner's work."""

    intention: Literal["gates", "path"] | None = None
    stays: Place | None = None


AT_THE_END = Asks("path", "path")
"""What the page of a path and its last unit ask."""


def asked_by(catalogue: Catalogue, path: LearningPath, unit: str) -> Asks | None:
    """What the page of a unit of this path asks at its end, or None."""
    if unit == path.units[-1]:
        return AT_THE_END
    gates = [step.unit for step in path.steps if step.stage == "gate"]
    asked = Asks("gates" if gates and unit == gates[-1] else None, stays_at(catalogue, path).get(unit))
    return asked if asked != Asks() else None


def starters(view: View, role: Role) -> tuple[Intention, ...]:
    """What a learner of this role chooses from: what is written for the role, or else for everyone."""
    everyone = view.catalogue.roles.get(EVERYONE)
    if role.intentions or not everyone or not view.catalogue.holds_role(everyone, view.locale):
        return role.intentions
    return everyone.intentions


def stays_at(catalogue: Catalogue, path: LearningPath) -> Mapping[str, Place]:
    """Which units of a path ask what stays the learner's work: at most three, none of them twice.

    First where own tasks are divided; then in the module that is for this role by name, or for what it builds on or its
    cluster, and for the fewest others, or else at the last unit of the core; and at the end of the path.
    """
    if not path.units:
        return {}
    modules = [unit for unit in (catalogue.units[name] for name in path.units) if isinstance(unit, Module)]
    dividing = [unit.id for unit in modules if any(target.competency == DIVIDING for target in unit.sheet.teaches)]
    narrowest = sorted(modules, key=lambda unit: len(unit.sheet.audiences))
    names = [name for name in path.role.names if name != EVERYONE]
    own = [unit.id for name in names for unit in narrowest if name in unit.sheet.audiences]
    core = [step.unit for step in path.steps if step.stage != "deepening"]
    places: dict[str, Place] = {}
    asked: tuple[tuple[Place, Sequence[str]], ...] = (
        ("task", dividing),
        ("role", own or core[-1:]),
        ("path", path.units[-1:]),
    )
    for place, units in asked:
        if units:
            places[units[0]] = place  # a later place takes the unit over
    return places
