"""Paths and learners that hypothesis makes, to compare schedules of."""

from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from houvast.model import MILESTONES
from houvast.plan.path import Stage
from tests.plan.schedules import Input, StepInput

STAGES: tuple[Stage, ...] = get_args(Stage)


@st.composite
def steps_of(draw: st.DrawFn, name: str, minutes: int) -> list[StepInput]:
    """Units with up to three parts, none longer than a session."""
    made: list[StepInput] = []
    for number in range(draw(st.integers(0, 10))):
        of = draw(st.integers(1, 3))
        stage = draw(st.sampled_from(STAGES))
        for part in range(1, of + 1):
            long = draw(st.integers(1, minutes))
            made.append({"unit": f"{name}{number}", "part": part, "of": of, "minutes": long, "stage": stage})
    return made


@st.composite
def inputs(draw: st.DrawFn) -> Input:
    """A path at a pace, somebody who did some of it, and any day to look at it."""
    minutes = draw(st.integers(5, 40))
    steps = draw(steps_of("u", minutes))
    hats = [draw(steps_of(draw(st.sampled_from(["u", "h"])), minutes)) for _ in range(draw(st.integers(0, 2)))]
    keys = [f"{step['unit']} {step['part']}" for held in (steps, *hats) for step in held]
    start = draw(st.dates(date(2023, 1, 1), date(2040, 12, 31)))
    so_far = draw(st.integers(0, len(keys)))
    away = keys[:so_far] if draw(st.booleans()) else draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    near = draw(st.integers(-10, 120) | st.integers(0, 1000))
    milestones = draw(st.lists(st.sampled_from(MILESTONES), unique=True))
    return {
        "pace": {
            "minutes_per_session": minutes,
            "sessions_per_week": draw(st.integers(1, 7)),
            "reviews": sorted(draw(st.lists(st.integers(1, 730), max_size=5))),
        },
        "start": start.isoformat(),
        "steps": steps,
        "hats": hats,
        "today": draw(st.none() | st.just((start + timedelta(near)).isoformat())),
        "away": away,
        "reviews_done": draw(st.integers(0, 5)),
        "by": {one: (start + timedelta(draw(st.integers(-5, 90)))).isoformat() for one in milestones},
    }
