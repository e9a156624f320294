"""A hat: what somebody is besides a role, such as a champion, and what that asks in addition."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from houvast.model.competency import EVERYONE, Level
from houvast.model.text import LocalText, Shape, Slug, Status


class Week(Shape):
    """One moment of a hat that comes with a plan: a week, and what to do in it."""

    week: Annotated[int, Field(ge=0, le=52)] | None = None
    """The week it is for, counted from the start; 0 is before it. Left out: the week after the entry above, from 1."""

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
    """A plan for the first weeks, where the hat has one, in their order."""
    status: Status = "reviewed"
    """`draft`: on no page but with `--drafts`. Left out: reviewed."""

    @model_validator(mode="after")
    def _weeks_come_in_order(self) -> Self:
        numbers = [number for number, _ in self.numbered_weeks]
        for before, after in pairwise(numbers):
            if after <= before:
                raise ValueError(f"`weeks` go in order: week {after} stands below week {before}")
        return self

    @property
    def numbered_weeks(self) -> tuple[tuple[int, Week], ...]:
        """Each entry of the plan with its number: 0 is before the start."""
        numbered: list[tuple[int, Week]] = []
        for entry in self.weeks:
            following = numbered[-1][0] + 1 if numbered else 1
            numbered.append((following if entry.week is None else entry.week, entry))
        return tuple(numbered)

    @property
    def names(self) -> tuple[str, ...]:
        """Whom its text can be meant for, most particular first."""
        return (self.id, EVERYONE)
