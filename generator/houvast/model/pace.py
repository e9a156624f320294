"""A pace: how fast and with how much support somebody learns. Never how much they know already."""

from enum import IntEnum
from typing import Annotated, Literal

from pydantic import Field

from houvast.model.text import LocalText, Shape, Slug

DepthName = Literal["essentials", "full", "extra"]


class Depth(IntEnum):
    """How much of a lesson is shown: essentials ⊂ full ⊂ extra."""

    ESSENTIALS = 1
    FULL = 2
    EXTRA = 3

    @classmethod
    def named(cls, name: str) -> "Depth":
        """The depth of this name; raises KeyError for an unknown one."""
        return cls[name.upper()]

    @property
    def written(self) -> DepthName:
        """The name as authors write it."""
        return _WRITTEN[self]


_WRITTEN: dict[Depth, DepthName] = {Depth.ESSENTIALS: "essentials", Depth.FULL: "full", Depth.EXTRA: "extra"}


class Pace(Shape):
    """`paces/<id>.yml`: minutes of one session, sessions a week, and the days of the reviews after the path began."""

    id: Slug
    file: str
    title: LocalText
    """What the pace is called."""
    summary: LocalText
    """One sentence: whom it suits."""
    minutes_per_session: Annotated[int, Field(ge=5, le=120)]
    """How long one sitting is, in minutes."""
    sessions_per_week: Annotated[int, Field(ge=1, le=7)]
    """How many sittings there are in a week."""
    depth: DepthName
    """How much of a lesson is shown."""
    reviews: tuple[Annotated[int, Field(ge=1, le=730)], ...] = ()
    """When questions come back: days after the path began."""

    @property
    def shows(self) -> Depth:
        """The depth this pace shows of every lesson."""
        return Depth.named(self.depth)
