"""The employee journey in the library: which units are about which phase of working somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from houvast.model import PHASES, Unit
from houvast.page.view import View


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase with what is about it; without a name, what is about every phase."""

    name: str
    title: str
    units: tuple[Unit, ...]


def journey_of(view: View, units: Iterable[Unit]) -> tuple[Stretch, ...]:
    """The phases that a unit is about, in their order, and at the end what is about all; units in the order given."""
    units = tuple(units)
    throughout = tuple(unit for unit in units if set(unit.sheet.phases) == set(PHASES))
    stretches = []
    for phase in PHASES:
        held = tuple(unit for unit in units if phase in unit.sheet.phases and unit not in throughout)
        stretches.append(Stretch(phase, view.wording(f"phase_{phase}"), held))
    stretches.append(Stretch("", view.wording("phase_every"), throughout))
    return tuple(stretch for stretch in stretches if stretch.units)
