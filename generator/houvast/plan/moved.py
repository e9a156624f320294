"""What moved between two schedules of one path, and the words that say why. `plan.js` does the same in the browser."""

from dataclasses import dataclass
from datetime import date

from houvast.plan.schedule import Key, Schedule

Place = tuple[int, date]
"""Where a step falls: the number of its session, and the day."""


@dataclass(frozen=True, slots=True)
class Move:
    """A step that falls in another session or on another day than before."""

    step: Key
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class Moved:
    """The steps that moved, and the keys of the sentences that tell it, in order."""

    words: tuple[str, ...]
    steps: tuple[Move, ...]


def moved(before: Schedule, after: Schedule) -> Moved:
    """What is left and falls elsewhere than before; what is done or skipped has gone, and did not move."""
    was = _places(before)
    moves = tuple(
        Move(step, was[step], place) for step, place in _places(after).items() if step in was and was[step] != place
    )
    return Moved(_words(before, after), moves)


def _places(planned: Schedule) -> dict[Key, Place]:
    return {
        (step.unit, step.part.number): (dated.session.number, dated.day)
        for dated in planned.sessions
        for step in dated.session.steps
    }


def _words(before: Schedule, after: Schedule) -> tuple[str, ...]:
    if before.end is None or after.end is None:
        return ("plan_done",)
    if after.behind:
        why = "plan_behind_one" if after.behind == 1 else "plan_behind"
        return (why, "plan_ends" if after.end == before.end else "plan_ends_moved")
    return ("plan_shorter", "plan_ends_moved") if after.end < before.end else ("plan_ends",)
