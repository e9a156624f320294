"""A hat: what somebody is besides a role, such as a champion, and what that asks in addition."""

from pydantic import Field

from houvast.model.competency import EVERYONE, Level
from houvast.model.text import LocalText, Shape, Slug


class Week(Shape):
    """One week of a hat that comes with a plan for its first weeks."""

    title: LocalText
    do: LocalText


class Hat(Shape):
    """`hats/<id>.yml`: worn on top of any role. Its `targets` come on top of what everyone needs."""

    id: Slug
    file: str
    title: LocalText
    summary: LocalText
    also_called: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    targets: dict[Slug, Level] = Field(default_factory=dict)
    weeks: tuple[Week, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whom its text can be meant for, most particular first."""
        return (self.id, EVERYONE)
