"""Pack steps into sessions that fit a learner's week."""

from collections.abc import Iterable

from houvast.plan.path import Session, Step


def pack(steps: Iterable[Step], minutes_per_session: int) -> tuple[Session, ...]:
    """Fill sessions in order, none over its minutes.

    Raises ValueError for a step that no session can hold: split it first.
    """
    sessions: list[list[Step]] = []
    room = 0
    for step in steps:
        if step.minutes > minutes_per_session:
            raise ValueError(f"{step.unit} takes {step.minutes} minutes, a session {minutes_per_session}")
        if not sessions or step.minutes > room:
            sessions.append([])
            room = minutes_per_session
        sessions[-1].append(step)
        room -= step.minutes
    return tuple(Session(number, tuple(held)) for number, held in enumerate(sessions, start=1))
