"""Which dates of the organisation a path meets, and how many sessions a week would meet the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from houvast.model import Milestone
from houvast.plan.path import LearningPath
from houvast.plan.schedule import STAGES_OF, schedule, sessions_a_week_for


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date of the organisation: what it asks by when, when this path is there, and what would meet it.

    `sessions_a_week` is set where the date is missed and more sessions a week, as long as now, would meet it.
    """

    milestone: Milestone
    by: date
    reached: date
    sessions_a_week: int | None = None

    @property
    def is_met(self) -> bool:
        """Whether the path is there in time."""
        return self.reached <= self.by


def deadlines(path: LearningPath, start: date, by: Mapping[Milestone, date]) -> Iterator[Deadline]:
    """Every date of the organisation that this path has something to do for."""
    planned = schedule(path.steps, path.pace, start)
    for milestone, day in by.items():
        reached = planned.reached.get(milestone)
        if reached is None:
            continue
        if reached <= day:
            yield Deadline(milestone, day, reached)
        else:
            yield Deadline(milestone, day, reached, sessions_a_week_for(_sessions(path, milestone), start, day))


def _sessions(path: LearningPath, milestone: Milestone) -> int:
    """How many sessions it takes up to a milestone."""
    stages = STAGES_OF[milestone]
    return max(session.number for session in path.sessions if any(step.stage in stages for step in session.steps))
