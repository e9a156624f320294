"""Where pages stand, for a reader with or without a path."""

from dataclasses import dataclass

from houvast.model import Role, Unit
from houvast.page.view import View
from houvast.plan import LearningPath

REVIEW = "review/"
"""Where the reviews of a path stand under it; no unit may have this name."""


def library_unit_uri(unit: str) -> str:
    """Where a unit stands without a role."""
    return f"library/{unit}/"


def path_uri(role: str, pace: str) -> str:
    """Where the path of a role at a pace stands."""
    return f"{role}/{pace}/"


def unit_uri(view: View, unit: Unit, path: LearningPath | None) -> str:
    """Where a reader finds a unit: on the path, or else in the library; where it is not translated, in the source's."""
    if not view.catalogue.holds_unit(unit, view.locale):
        return f"../{view.catalogue.source_locale}/{library_unit_uri(unit.id)}"
    if path and unit.id in path.units:
        return f"{path_uri(path.role.id, path.pace.id)}{unit.id}/"
    return library_unit_uri(unit.id)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the reader of a page finds each unit."""

    view: View
    path: LearningPath | None = None

    @property
    def role(self) -> Role | None:
        """The role of the reader, if there is a path."""
        return self.path.role if self.path else None

    def of(self, unit: str) -> str:
        """The address of a unit under the locale of the reader."""
        return unit_uri(self.view, self.view.catalogue.units[unit], self.path)
