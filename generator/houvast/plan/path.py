"""What a plan is made of: a learning path of sessions, steps, parts and reasons, and the gaps it has."""

from dataclasses import dataclass
from typing import Literal

from houvast.model import Depth, Hat, Pace, Practice, Role, Target


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit is on a path: it serves a target, or it comes before another unit. One of the two is set."""

    target: Target | None = None
    before: str | None = None

    def __str__(self) -> str:
        return f"for {self.target}" if self.target else f"before {self.before}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a unit that was split. `start` is the number of its first `##` section, or the id of a question.

    The first part starts at section 0: what stands above the first heading.
    """

    number: int
    of: int
    start: int | str
    minutes: int


Stage = Literal["gate", "core", "deepening"]
"""What a unit is on a path: a gate, the rest of the core, or what comes after the core."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do in a session: a unit, or a part of one. Minutes are whole and at least 1."""

    unit: str
    part: Part
    reasons: tuple[Reason, ...]
    stage: Stage = "core"

    @property
    def minutes(self) -> int:
        """How long this step takes."""
        return self.part.minutes


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting, numbered from 1."""

    number: int
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long this session takes."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Gap:
    """A level that the role needs and no module teaches (1, 2) or prepares (3, 4)."""

    target: Target


def depth_of(role: Role, pace: Pace) -> Depth:
    """The depth this role sees at this pace."""
    return min(pace.shows, Depth.named(role.depth))


@dataclass(frozen=True, slots=True)
class PracticeTask:
    """What makes a level 3 or 4 real: done at work, seen by another, prepared by a unit of the path."""

    unit: str
    practice: Practice


@dataclass(frozen=True, slots=True)
class Plus:
    """What a hat adds to any path, at a pace: steps that come after those of the role."""

    hat: Hat
    steps: tuple[Step, ...]
    practices: tuple[PracticeTask, ...]
    gaps: tuple[Gap, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The ids of its units in order, each once."""
        return tuple(dict.fromkeys(step.unit for step in self.steps))


@dataclass(frozen=True, slots=True)
class LearningPath:
    """The plan for a role at a pace."""

    role: Role
    pace: Pace
    sessions: tuple[Session, ...]
    practices: tuple[PracticeTask, ...]
    gaps: tuple[Gap, ...]

    @property
    def depth(self) -> Depth:
        """The depth its lessons are shown at: the pace's, and never more than the role's."""
        return depth_of(self.role, self.pace)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(step for session in self.sessions for step in session.steps)

    @property
    def units(self) -> tuple[str, ...]:
        """The ids of its units in order, each once."""
        return tuple(dict.fromkeys(step.unit for step in self.steps))

    @property
    def minutes(self) -> int:
        """How long the whole path takes."""
        return sum(session.minutes for session in self.sessions)

    @property
    def weeks(self) -> int:
        """How many weeks the path takes at this pace, the last one counted whole."""
        return -(-len(self.sessions) // self.pace.sessions_per_week)
