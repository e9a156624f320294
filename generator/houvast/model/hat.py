"""A hat: what somebody is besides a role, such as a champion, and what that asks in addition."""

from pydantic import Field

from houvast.model.competency import EVERYONE, Level
from houvast.model.text import LocalText, Shape, Slug


class Week(Shape):
    """One week of a hat that comes with a plan for its first weeks."""

    title: LocalText
    """What the week is about."""
    do: LocalText
    """What to do in it."""


class Hat(Shape):
    """`hats/<id>.yml`: worn on top of any role. Its `targets` come on top of what everyone needs."""

    id: Slug
    file: str
    title: LocalText
    """What the hat is called."""
    summary: LocalText
    """One sentence: what it asks of somebody."""
    also_called: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Other names, by language; people look for themselves by them."""
    targets: dict[Slug, Level] = Field(default_factory=dict)
    """What it needs on top of the role: a competency and a level from 1 to 4."""
    weeks: tuple[Week, ...] = ()
    """A plan for the first weeks, where the hat has one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Whom its text can be meant for, most particular first."""
        return (self.id, EVERYONE)
