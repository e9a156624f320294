"""The calendar file of the introduction plan: a whole day for each thing to do."""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from icalendar import Calendar, Event

from houvast.plan import Action, Introduction

INTRODUCTION_FILE = "introduction.ics"


def introduction_calendar(
    organisation: str, plan: Introduction, told: Iterable[tuple[Action, str, str]], address: str
) -> str:
    """The file (RFC 5545) of actions, each with its title and what to do, and where the plan stands."""
    calendar = Calendar()
    calendar.add("prodid", "-//Houvast//Introduction plan//EN")
    calendar.add("version", "2.0")
    for number, (action, title, do) in enumerate(told, start=1):
        event = Event()
        event.add("uid", f"introduction-{number}-{action.kind}@{organisation}")
        event.add("dtstamp", datetime.combine(plan.begin, time(), UTC))
        event.add("dtstart", action.day)
        event.add("summary", title)
        event.add("description", f"{do}\n{address}")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()
