"""The calendar file of a path: an event for every session and every review. `calendar.js` writes the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from houvast.model import Pace, Wording
from houvast.page.places import REVIEW
from houvast.plan.schedule import DatedSession, Key, Schedule

CALENDAR_FILE = "path.ics"
NINE = time(9)


@dataclass(frozen=True, slots=True)
class CalendarPath:
    """What the events of a path say beside their days: titles by unit, addresses of steps by key, its own address.

    `id` tells its events from those of every other path, and is the same at each build: see `calendar_id`.
    """

    id: str
    pace: Pace
    address: str
    titles: Mapping[str, str]
    addresses: Mapping[Key, str]


def calendar_id(organisation: str, role: str, pace: str) -> str:
    """What the events of a path have in their names: no person, and the same in every language."""
    return f"{role}.{pace}@{organisation}"


def calendar_of(
    planned: Schedule, path: CalendarPath, wording: Wording, *, at: time = NINE, made: datetime | None = None
) -> bytes:
    """The file (RFC 5545): events begin at `at` by the clock of whoever reads it, wherever that is.

    `made` is when the schedule was made, in UTC; where it is left out, the first moment of the day it begins on, since
    a build has no clock.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Houvast//Learning path//EN")
    calendar.add("version", "2.0")
    stamp = made or datetime.combine(planned.begin, time(), UTC)
    for event in (*_sessions(planned, path, wording, at), *_reviews(planned, path, wording, at)):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _sessions(planned: Schedule, path: CalendarPath, wording: Wording, at: time) -> Iterator[Event]:
    for dated in planned.sessions:
        number = dated.session.number
        title = wording.script["calendar_session"].format(number=number)
        text = "\n".join(_lines(dated, path, wording))
        start = datetime.combine(dated.day, at)
        yield _event(f"session-{number}.{path.id}", start, dated.session.minutes, title, text)


def _lines(dated: DatedSession, path: CalendarPath, wording: Wording) -> Iterator[str]:
    """Each step of a session: its title, and where it is."""
    for step in dated.session.steps:
        title, part = path.titles[step.unit], step.part
        whole = wording.script["plan_part"].format(title=title, number=part.number, of=part.of)
        yield whole if part.of > 1 else title
        yield path.addresses[step.unit, part.number]


def _reviews(planned: Schedule, path: CalendarPath, wording: Wording, at: time) -> Iterator[Event]:
    done = len(path.pace.reviews) - len(planned.reviews)
    for number, day in enumerate(planned.reviews, start=done + 1):
        title = wording.script["calendar_review"].format(number=number)
        text = f"{wording.script['calendar_review_text']}\n{path.address}{REVIEW}"
        start = datetime.combine(day, at)
        yield _event(f"review-{number}.{path.id}", start, path.pace.minutes_per_session, title, text)


def _event(uid: str, start: datetime, minutes: int, title: str, text: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", start)
    event.add("duration", timedelta(minutes=minutes))
    event.add("summary", title)
    event.add("description", text)
    return event
