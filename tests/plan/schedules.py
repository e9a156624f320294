"""A schedule with all that follows from it, as plain values: what the suite of cases and the browser compare."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict, cast

from houvast.model import LocalText, Milestone, Pace
from houvast.plan import Part, Step
from houvast.plan.deadlines import deadlines_of
from houvast.plan.moved import moved
from houvast.plan.path import Stage
from houvast.plan.schedule import Key, Schedule, plus_of, schedule

NAME = LocalText({"nl": "x"})


class StepInput(TypedDict):
    """A step as `path.json` writes it, without words."""

    unit: str
    part: int
    of: int
    minutes: int
    stage: Stage


class PaceInput(TypedDict):
    minutes_per_session: int
    sessions_per_week: int
    reviews: list[int]


class Input(TypedDict):
    """A path, the hats a learner wears, and how far the learner is on which day. `away` holds `unit part`."""

    pace: PaceInput
    start: str
    steps: list[StepInput]
    hats: list[list[StepInput]]
    today: str | None
    away: list[str]
    reviews_done: int
    by: dict[Milestone, str]


def whole(given: Input) -> dict[str, object]:
    """The whole result for an input, or the message where a step is too long."""
    pace = Pace(id="calm", file="paces/calm.yml", title=NAME, summary=NAME, depth="full", **_pace(given["pace"]))
    start, away = date.fromisoformat(given["start"]), {_key_of(written) for written in given["away"]}
    today = date.fromisoformat(given["today"]) if given["today"] else None
    steps = _steps(given["steps"])
    plus, left_out = plus_of(steps, [_steps(hat) for hat in given["hats"]])
    try:
        before = schedule(steps, pace, start, plus=plus)
    except ValueError as problem:
        return {"error": str(problem)}
    after = schedule(steps, pace, start, plus=plus, today=today, away=away, reviews_done=given["reviews_done"])
    by = {milestone: date.fromisoformat(day) for milestone, day in given["by"].items()}
    return {"left_out": list(left_out), **_told(after), **_deadlines(after, by), **_moved(before, after)}


def _pace(given: PaceInput) -> dict[str, object]:
    return {**given, "reviews": tuple(given["reviews"])}


def _steps(given: Sequence[StepInput]) -> tuple[Step, ...]:
    return tuple(
        Step(step["unit"], Part(step["part"], step["of"], 0, step["minutes"]), (), step["stage"]) for step in given
    )


def _key_of(written: str) -> Key:
    unit, part = written.split()
    return unit, int(part)


def _told(planned: Schedule) -> dict[str, object]:
    return {
        "begin": planned.begin.isoformat(),
        "behind": planned.behind,
        "sessions": [
            {
                "number": dated.session.number,
                "day": dated.day.isoformat(),
                "steps": [f"{step.unit} {step.part.number}" for step in dated.session.steps],
            }
            for dated in planned.sessions
        ],
        "reviews": [day.isoformat() for day in planned.reviews],
        "reached": {milestone: day.isoformat() for milestone, day in planned.reached.items()},
    }


def _deadlines(planned: Schedule, by: Mapping[Milestone, date]) -> dict[str, object]:
    return {
        "deadlines": [
            {
                "milestone": one.milestone,
                "by": one.by.isoformat(),
                "reached": one.reached.isoformat(),
                "is_met": one.is_met,
                "sessions_a_week": one.sessions_a_week,
            }
            for one in deadlines_of(planned, by)
        ]
    }


def _moved(before: Schedule, after: Schedule) -> dict[str, object]:
    found = moved(before, after)
    return {
        "moved": {
            "words": list(found.words),
            "steps": [
                {
                    "step": f"{move.step[0]} {move.step[1]}",
                    "before": [move.before[0], move.before[1].isoformat()],
                    "after": [move.after[0], move.after[1].isoformat()],
                }
                for move in found.steps
            ],
        }
    }


def read_input(case: Mapping[str, object]) -> Input:
    """The input of a case: what it leaves out is as it is for somebody who just begins."""
    usual: dict[str, object] = {"hats": [], "today": None, "away": [], "reviews_done": 0, "by": {}}
    return cast(Input, {**usual, **cast(Mapping[str, object], case["input"])})
