"""A path in a calendar: whole schedules for cases that a person read, and what holds for every schedule."""

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from houvast.plan.schedule import days_until, sessions_a_week_for
from tests.plan.inputs import inputs
from tests.plan.schedules import Input, read_input, whole

CASES = sorted((Path(__file__).parent.parent / "cases/schedules").glob("*.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case(case: Path, request: pytest.FixtureRequest) -> None:
    told = json.loads(case.read_text(encoding="utf-8"))
    result = whole(read_input(told))
    if request.config.getoption("--write-golden"):
        told["expected"] = result
        case.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert result == told["expected"], told["what"]


def test_there_is_a_case_for_every_turn() -> None:
    assert len(CASES) >= 25


@settings(max_examples=300)
@given(inputs())
def test_every_schedule(case: Input) -> None:
    result = whole(case)
    sessions = result["sessions"]
    assert isinstance(sessions, list)
    days = [session["day"] for session in sessions]
    assert days == sorted(set(days)), "one session a day, in order"
    now = max(case["start"], case["today"] or case["start"])
    assert all(day >= now for day in days), "nothing is planned in the past"
    kept = [step for session in sessions for step in session["steps"]]
    on_path = {step["unit"] for step in case["steps"]}
    steps = [f"{step['unit']} {step['part']}" for step in case["steps"]]
    assert [step for step in kept if step.split()[0] in on_path] == [step for step in steps if step not in case["away"]]
    reviews = [date.fromisoformat(day) for day in result["reviews"]]  # type: ignore[attr-defined]
    gaps = [later - earlier for earlier, later in pairwise(reviews)]
    assert all(gap >= timedelta(7) for gap in gaps)
    moved = result["moved"]
    assert isinstance(moved, dict)
    if not result["behind"] and kept:
        own = [move for move in moved["steps"] if move["step"].split()[0] in on_path]
        assert all(move["after"][1] <= move["before"][1] for move in own), "who keeps up is never put later"


@pytest.mark.parametrize("per_week", range(1, 8))
def test_no_week_holds_more_sessions_than_the_pace(per_week: int) -> None:
    days = [days_until(session, per_week) for session in range(1, 60)]
    assert all(sum(day <= one < day + 7 for one in days) <= per_week for day in days)
    assert days[::per_week] == [7 * week for week in range(len(days[::per_week]))]


@pytest.mark.parametrize("sessions", [1, 2, 7, 8, 30])
def test_the_fewest_sessions_that_make_it(sessions: int) -> None:
    start = date(2027, 1, 11)
    for days in range(-2, 220):
        number = sessions_a_week_for(sessions, start, start + timedelta(days))
        enough = [count for count in range(1, 8) if days_until(sessions, count) <= days]
        assert number == (enough[0] if enough else None)
