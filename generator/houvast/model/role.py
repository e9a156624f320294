"""A role: who learns, what they do at work, and what they need beyond their cluster."""

from typing import Literal

from pydantic import Field

from houvast.model.competency import EVERYONE, Level
from houvast.model.organisation import DataClass
from houvast.model.pace import DepthName
from houvast.model.text import LocalText, Shape, Slug

Phase = Literal["attract", "select", "onboard", "learn", "perform", "engage", "grow", "leave"]
"""A phase of the employee journey, from first advertisement to farewell."""

RiskClass = Literal["prohibited", "high", "transparency", "other"]
"""The AI Act class of the usual use. `other` still falls under Article 4 and the GDPR."""


class FromTo(Shape):
    """How a piece of work changes."""

    from_: LocalText = Field(alias="from")
    to: LocalText


class Prompt(Shape):
    """The same instruction, weak and strong."""

    weak: LocalText
    strong: LocalText


class Task(Shape):
    """Something this role does, where AI can help, and what to check."""

    id: Slug
    title: LocalText
    with_ai: LocalText
    check: LocalText
    data: DataClass
    risk: RiskClass
    prompt: Prompt | None = None


class Intention(Shape):
    """What somebody may intend, as the two halves of one sentence: "If …, then …"."""

    if_: LocalText = Field(alias="if")
    then: LocalText


class Role(Shape):
    """`roles/<id>.yml`. `depth` is the most this role sees of a lesson, whatever the pace.

    It needs what its cluster needs and the roles and hats that it `builds_on`; its own `targets` have the last word.
    `intentions` are what a learner chooses from at the end of the gates and of the path; without, those of everyone.
    """

    id: Slug
    file: str
    title: LocalText
    summary: LocalText
    also_called: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    cluster: Slug
    builds_on: tuple[Slug, ...] = ()
    pace: Slug
    depth: DepthName = "extra"
    targets: dict[Slug, Level] = Field(default_factory=dict)
    journey: tuple[Phase, ...] = ()
    from_to: tuple[FromTo, ...] = ()
    tasks: tuple[Task, ...] = ()
    intentions: tuple[Intention, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whom its text can be meant for, most particular first."""
        return (self.id, *self.builds_on, self.cluster, EVERYONE)
