"""The days of a hat's plan: where it names weeks, reckoned from the day on which who wears it begins."""

from dataclasses import dataclass
from datetime import date, timedelta

from houvast.model import Catalogue, Hat, Week
from houvast.plan.waves import begin_of

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a hat does in a week, by its number; `day` is the first of that week."""

    hat: Hat
    number: int
    week: Week
    day: date


def moments_of(catalogue: Catalogue, hat: Hat) -> tuple[Moment, ...]:
    """The dated moments of a hat, by day: those whose `week` is named; none without a start.

    Week 0 is the week before who wears it begins. A plan that names no weeks, as for who has just been hired, begins on
    another day for everybody.
    """
    begin = begin_of(catalogue, hat)
    if begin is None:
        return ()
    return tuple(
        Moment(hat, number, week, begin + (number - 1) * WEEK)
        for number, week in hat.numbered_weeks
        if week.week is not None
    )
