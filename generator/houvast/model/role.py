"""A role: who learns, what they do at work, and what they need beyond their cluster."""

from typing import Literal

from pydantic import Field

from houvast.model.competency import EVERYONE, Level
from houvast.model.organisation import DataClass
from houvast.model.pace import DepthName
from houvast.model.text import LocalText, Shape, Slug, Status

Phase = Literal["attract", "select", "onboard", "learn", "perform", "engage", "grow", "leave"]
"""A phase of the employee journey, from first advertisement to farewell."""

RiskClass = Literal["prohibited", "high", "transparency", "other"]
"""The AI Act class of the usual use. `other` still falls under Article 4 and the GDPR."""


class FromTo(Shape):
    """How a piece of work changes."""

    from_: LocalText = Field(alias="from")
    """How the work goes today."""
    to: LocalText
    """How it goes with AI, and what stays with people."""


class Prompt(Shape):
    """The same instruction, weak and strong."""

    weak: LocalText
    """How somebody asks without thinking."""
    strong: LocalText
    """How to ask it so that the answer is of use."""


class Task(Shape):
    """Something this role does, where AI can help, and what to check."""

    id: Slug
    """An id of its own within the role."""
    title: LocalText
    """What the task is called."""
    with_ai: LocalText
    """What AI can do in it, and what you give it."""
    check: LocalText
    """What you check yourself before you use it."""
    data: DataClass
    """The most sensitive data that the task deals with."""
    risk: RiskClass
    """The class of risk of the AI Act for the usual use."""
    prompt: Prompt | None = None
    """The same instruction, weak and strong."""


class Intention(Shape):
    """What somebody may intend, as the two halves of one sentence: "If …, then …"."""

    if_: LocalText = Field(alias="if")
    """What comes after "If": when it happens, at work."""
    then: LocalText
    """What comes after "then": what you do."""


class Role(Shape):
    """`roles/<id>.yml`. `depth` is the most this role sees of a lesson, whatever the pace.

    It needs what its cluster needs and the roles and hats that it `builds_on`; its own `targets` have the last word.
    `intentions` are what a learner chooses from at the end of the gates and of the path; without, those of everyone.
    """

    id: Slug
    file: str
    title: LocalText
    """What the job is called."""
    summary: LocalText
    """One sentence: what somebody in this role learns to do with AI."""
    also_called: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Other names of the job, by language; people look for themselves by them."""
    cluster: Slug
    """The family of roles it belongs to: an id of `competencies.yml`."""
    builds_on: tuple[Slug, ...] = ()
    """Roles and hats whose needs and texts it takes over."""
    pace: Slug
    """The pace that is proposed first."""
    depth: DepthName = "extra"
    """The most this role sees of a lesson, whatever the pace."""
    targets: dict[Slug, Level] = Field(default_factory=dict)
    """What it needs beyond its cluster: a competency and a level from 1 to 4."""
    journey: tuple[Phase, ...] = ()
    """The phases of the employee journey that this role works in."""
    from_to: tuple[FromTo, ...] = ()
    """How the work changes."""
    tasks: tuple[Task, ...] = ()
    """What this role does, where AI can help, and what to check."""
    intentions: tuple[Intention, ...] = ()
    """What a learner chooses from: if-then sentences. Left out: those of everyone."""
    status: Status = "reviewed"
    """`draft`: on no page but with `--drafts`. Left out: reviewed."""

    @property
    def names(self) -> tuple[str, ...]:
        """Whom its text can be meant for, most particular first."""
        return (self.id, *self.builds_on, self.cluster, EVERYONE)
