"""Put a path in a calendar: on which day each session and each review falls, and by when a stage is reached.

`plan.js` reckons by the same rules in the browser; one suite of cases holds for both.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

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

    It is made on day `begin`: the start, or today if that is later. `behind` is how many planned sessions lie in the
    past with something left to do. A milestone that nothing is missing for is not in `reached`.
    """

    begin: date
    sessions: tuple[DatedSession, ...]
    reviews: tuple[date, ...]
    reached: Mapping[Milestone, date]
    behind: int = 0

    @property
    def end(self) -> date | None:
        """The day of the last session, or None where nothing is left."""
        return self.sessions[-1].day if self.sessions else None


def schedule(
    steps: Sequence[Step],
    pace: Pace,
    start: date,
    *,
    plus: Sequence[Step] = (),
    today: date | None = None,
    away: Collection[Key] = (),
    reviews_done: int = 0,
) -> Schedule:
    """The sessions of what is left. Who is behind begins again today; who is not keeps the days planned from the start.

    `plus` are the steps of hats: they come after those of the path, and nobody is behind with them. `away` are the
    steps that are done or skipped; the first session that is left has the number it was planned with. The days of the
    reviews count from the start, whatever is left.
    """
    begin = max(start, today or start)
    left = [step for step in (*steps, *plus) if _key(step) not in away]
    open_on_path = {_key(step) for step in steps}.difference(away)
    planned = pack((*steps, *plus), pace.minutes_per_session)
    keys = [{_key(step) for step in session.steps} for session in planned]
    days = [start + timedelta(days_until(session.number, pace.sessions_per_week)) for session in planned]
    behind = sum(day < begin and not held.isdisjoint(open_on_path) for day, held in zip(days, keys, strict=True))
    base, first = begin, 1
    if not behind:
        base, first = start, _first_place(start, begin, pace.sessions_per_week)
        if today in days and keys[days.index(today)].issubset(away):
            first += 1  # today's is done
    before = len(list(takewhile(lambda held: held.issubset(away), keys)))
    sessions = tuple(
        DatedSession(
            Session(before + place, session.steps),
            base + timedelta(days_until(first + place - 1, pace.sessions_per_week)),
        )
        for place, session in enumerate(pack(left, pace.minutes_per_session), start=1)
    )
    reached = {
        milestone: day for milestone in MILESTONES if (day := _reached(sessions, STAGES_OF[milestone])) is not None
    }
    return Schedule(begin, sessions, _reviews(pace, start, begin, reviews_done), reached, behind)


def days_until(session: int, sessions_per_week: int) -> int:
    """Days from the first session to this one: those of a week are spread over it, the first on its first day."""
    week, place = divmod(session - 1, sessions_per_week)
    return 7 * week + place * 7 // sessions_per_week


def sessions_a_week_for(sessions: int, start: date, by: date) -> int | None:
    """The fewest sessions a week that bring the last of so many to a day no later than `by`; None if no number does."""
    days = (by - start).days
    possible = range(1, MOST_SESSIONS_A_WEEK + 1)
    return next((number for number in possible if days_until(sessions, number) <= days), None)


def plus_of(steps: Sequence[Step], hats: Iterable[Sequence[Step]]) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """The steps that hats add to a path, in order, and the units they leave out: those were there already."""
    plus: list[Step] = []
    left_out: dict[str, None] = {}
    for hat in hats:
        there = {step.unit for step in (*steps, *plus)}
        plus += [step for step in hat if step.unit not in there]
        left_out |= dict.fromkeys(step.unit for step in hat if step.unit in there)
    return tuple(plus), tuple(left_out)


def _key(step: Step) -> Key:
    return step.unit, step.part.number


def _first_place(start: date, begin: date, sessions_per_week: int) -> int:
    """The number of the first session that, planned from the start, falls on `begin` or later."""
    return 1 - (start - begin).days * sessions_per_week // 7


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
