"""Put a path in a calendar: on which day each session and each review falls, and by when a stage is reached.

`plan.js` reckons by the same rules in the browser; one suite of cases holds for both.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from houvast.model import MILESTONES, Milestone, Pace
from houvast.plan.pack import pack
from houvast.plan.path import Session, Step

STAGES_OF: Mapping[Milestone, frozenset[str]] = {
    "gates": frozenset({"gate"}),
    "core": frozenset({"gate", "core"}),
    "path": frozenset({"gate", "core", "deepening"}),
}

DAYS_BETWEEN_REVIEWS = 7
"""At least so many days lie between two reviews, so that missed ones do not pile up."""

MOST_SESSIONS_A_WEEK = 7

Key = tuple[str, int]
"""A step on its path: the id of its unit and the number of its part."""


@dataclass(frozen=True, slots=True)
class DatedSession:
    """A session and the day it falls on."""

    session: Session
    day: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is still to come: sessions and reviews with their days, and the day each milestone is reached.

    A milestone that nothing is missing for is not in `reached`.
    """

    sessions: tuple[DatedSession, ...]
    reviews: tuple[date, ...]
    reached: Mapping[Milestone, date]


def schedule(
    steps: Sequence[Step],
    pace: Pace,
    start: date,
    *,
    today: date | None = None,
    away: Collection[Key] = (),
    reviews_done: int = 0,
) -> Schedule:
    """The sessions of what is left, from the start or from today if that is later.

    `away` are the steps that are done or skipped. The days of the reviews count from the start, whatever is left.
    """
    left = [step for step in steps if (step.unit, step.part.number) not in away]
    begin = max(start, today or start)
    sessions = tuple(
        DatedSession(session, begin + timedelta(days_until(session.number, pace.sessions_per_week)))
        for session in pack(left, pace.minutes_per_session)
    )
    reached = {
        milestone: day for milestone in MILESTONES if (day := _reached(sessions, STAGES_OF[milestone])) is not None
    }
    return Schedule(sessions, _reviews(pace, start, begin, reviews_done), reached)


def days_until(session: int, sessions_per_week: int) -> int:
    """Days from the first session to this one: those of a week are spread over it, the first on its first day."""
    week, place = divmod(session - 1, sessions_per_week)
    return 7 * week + place * 7 // sessions_per_week


def sessions_a_week_for(sessions: int, start: date, by: date) -> int | None:
    """The fewest sessions a week that bring the last of so many to a day no later than `by`; None if no number does."""
    days = (by - start).days
    possible = range(1, MOST_SESSIONS_A_WEEK + 1)
    return next((number for number in possible if days_until(sessions, number) <= days), None)


def _reached(sessions: Sequence[DatedSession], stages: Collection[str]) -> date | None:
    """The day of the last session that holds a step of one of these stages."""
    days = [dated.day for dated in sessions if any(step.stage in stages for step in dated.session.steps)]
    return days[-1] if days else None


def _reviews(pace: Pace, start: date, begin: date, done: int) -> tuple[date, ...]:
    """The days of the reviews to come: as the pace plans them, none in the past, and never two close together."""
    days: list[date] = []
    for after in pace.reviews[done:]:
        day = max(start + timedelta(after), begin)
        days.append(max(day, days[-1] + timedelta(DAYS_BETWEEN_REVIEWS)) if days else day)
    return tuple(days)
