"""Where pages stand, for a reader with or without a path."""

from dataclasses import dataclass

from houvast.model import Role
from houvast.plan import LearningPath


def library_unit_uri(unit: str) -> str:
    """Where a unit stands without a role."""
    return f"library/{unit}/"


def path_uri(role: str, pace: str) -> str:
    """Where the path of a role at a pace stands."""
    return f"{role}/{pace}/"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a reader finds each unit: on the path, or else in the library."""

    path: LearningPath | None = None

    @property
    def role(self) -> Role | None:
        """The role of the reader, if there is a path."""
        return self.path.role if self.path else None

    def of(self, unit: str) -> str:
        """The address of a unit under its locale."""
        if self.path and unit in self.path.units:
            return f"{path_uri(self.path.role.id, self.path.pace.id)}{unit}/"
        return library_unit_uri(unit)
