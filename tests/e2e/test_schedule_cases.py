"""The browser plans as Python does: the same cases, and whatever paths hypothesis makes, whole results compared."""

import json
from pathlib import Path
from typing import cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.plan.inputs import inputs
from tests.plan.schedules import Input, read_input, whole

CASES = Path(__file__).parent.parent / "cases/schedules"

# Calls plan.js as replan.js does, and writes what it says the way the cases do.
WHOLE = """async ([address, inputs]) => {
  const { deadlines, moved, plusOf, schedule } = await import(address);
  const write = (given) => {
    const [plus, left_out] = plusOf(given.steps, given.hats);
    const now = { plus, today: given.today ?? undefined, away: new Set(given.away), reviewsDone: given.reviews_done };
    let before;
    try {
      before = schedule(given.steps, given.pace, given.start, { plus });
    } catch (problem) {
      return { error: problem.message };
    }
    const after = schedule(given.steps, given.pace, given.start, now);
    return {
      left_out,
      ...after,
      sessions: after.sessions.map((one) => ({ ...one, steps: one.steps.map(({ unit, part }) => `${unit} ${part}`) })),
      deadlines: deadlines(after, given.by).map(({ milestone, by, reached, isMet, sessionsAWeek }) => (
        { milestone, by, reached, is_met: isMet, sessions_a_week: sessionsAWeek })),
      moved: moved(before, after),
    };
  };
  return inputs.map(write);
}"""


def in_the_browser(page: Page, server: SiteServer, given: list[Input]) -> list[object]:
    page.goto(f"{server.address}nl/story/")
    return cast(list[object], page.evaluate(WHOLE, [f"{server.address}nl/assets/houvast/plan.js", given]))


def test_the_cases_in_the_browser(page: Page, server: SiteServer) -> None:
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.json"))]
    results = in_the_browser(page, server, [read_input(case) for case in cases])
    for case, result in zip(cases, results, strict=True):
        assert result == case["expected"], case["what"]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(inputs(), min_size=50, max_size=60))
def test_both_languages_plan_alike(page: Page, server: SiteServer, given: list[Input]) -> None:
    for one, result in zip(given, in_the_browser(page, server, given), strict=True):
        assert result == whole(one)


def test_no_time_zone_moves_a_day(new_context: NewContext, server: SiteServer) -> None:
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("over-*.json"))]
    for zone in ("Pacific/Kiritimati", "America/St_Johns", "Europe/Brussels", "Pacific/Pago_Pago"):
        page = new_context(timezone_id=zone).new_page()
        results = in_the_browser(page, server, [read_input(case) for case in cases])
        assert results == [case["expected"] for case in cases], zone
