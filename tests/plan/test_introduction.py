"""The introduction plan: who begins when, what is done in which week, and what learning asks of each role."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.model import Catalogue, Organisation, System, Wave
from houvast.plan import WEEKS, Action, Introduction, begin_of, introduction, plan_path
from houvast.plan.introduction import Kind

START = date(2027, 1, 11)
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def with_organisation(catalogue: Catalogue, **changed: object) -> Catalogue:
    organisation = Organisation.model_validate({**catalogue.organisation.model_dump(by_alias=True), **changed})
    return replace(catalogue, organisation=organisation)


def plan_of(catalogue: Catalogue, pace: str = "slow") -> Introduction:
    paths = [plan_path(catalogue, role, catalogue.paces[pace]) for role in catalogue.roles.values()]
    plan = introduction(catalogue, paths, True)
    assert plan is not None
    return plan


def of_kind(plan: Introduction, kind: Kind) -> list[Action]:
    return [action for action in plan.actions if action.kind == kind]


def test_without_a_start_there_is_no_plan(small: Catalogue) -> None:
    assert introduction(with_organisation(small, start=None), [], True) is None
    assert begin_of(small, small.roles["clerk"]) is None


def test_hr_and_leaders_begin_first_where_nothing_is_said(small: Catalogue) -> None:
    catalogue = with_organisation(small, start=START)
    clerk, operator = catalogue.roles["clerk"], catalogue.roles["operator"]
    assert begin_of(catalogue, clerk) == begin_of(catalogue, operator) == START
    for changed in ({"cluster": "hr"}, {"builds_on": ("leads-people",)}):
        first = clerk.model_copy(update=changed)
        mixed = replace(catalogue, roles={"clerk": first, "operator": operator})
        assert begin_of(mixed, first) == START
        assert begin_of(mixed, operator) == START + timedelta(days=14)


def test_waves_say_who_begins_when(small: Catalogue) -> None:
    waves = [{"for": ["operator"], "begin": START}, {"for": ["clerk"], "begin": date(2027, 3, 1)}]
    catalogue = with_organisation(small, start=START, waves=waves)
    plan = plan_of(catalogue)
    assert [(action.day, action.roles) for action in of_kind(plan, "wave")] == [
        (START, ("operator",)),
        (date(2027, 3, 1), ("clerk",)),
    ]
    assert {load.path.role.id: load.begin for load in plan.loads} == {"operator": START, "clerk": date(2027, 3, 1)}
    unnamed = catalogue.roles["clerk"].model_copy(update={"id": "new", "cluster": "hired"})
    assert begin_of(catalogue, unnamed) == date(2027, 3, 1)


def test_the_weeks_are_made_in_order_and_experiments_wait_for_the_core(small: Catalogue) -> None:
    plan = plan_of(with_organisation(small, start=START))
    kinds = [action.kind for action in plan.actions]
    assert kinds[0] == "story"
    assert kinds.index("experiments") < kinds.index("measure") < kinds.index("report")
    assert plan.week_of(of_kind(plan, "wave")[0].day) == 2
    assert plan.week_of(of_kind(plan, "experiments")[0].day) == 10
    assert plan.week_of(of_kind(plan, "report")[0].day) == WEEKS
    late = with_organisation(small, start=START, waves=[{"for": ["everyone"], "begin": date(2027, 6, 1)}])
    moved = plan_of(late)
    assert of_kind(moved, "experiments")[0].day > of_kind(moved, "core")[0].day


def test_a_date_that_is_missed_names_the_roles(small: Catalogue) -> None:
    plan = plan_of(with_organisation(small, start=START, by={"core": START}))
    (core,) = of_kind(plan, "core")
    assert core.by == START
    assert set(core.late) == set(small.roles)
    kept = plan_of(with_organisation(small, start=START, by={"core": date(2028, 1, 1)}))
    assert of_kind(kept, "core")[0].late == ()


def test_the_law_is_told_only_where_a_fact_says_it(small: Catalogue, real: Catalogue) -> None:
    ours = {"works-council", "inform", "system", "training-plan-advice", "training-plan-fixed"}
    begun = System.model_validate({**small.organisation.systems[0].model_dump(), "begins": date(2027, 5, 31)})
    organisation = small.organisation.model_copy(update={"start": START, "systems": (begun,)})
    without = replace(small, organisation=organisation)
    assert ours.isdisjoint(action.kind for action in plan_of(without).actions)
    plan = plan_of(replace(without, facts=real.facts))
    assert {kind: of_kind(plan, kind)[0].day for kind in ("inform", "system", "training-plan-advice")} == {
        "inform": date(2027, 2, 28),
        "system": date(2027, 5, 31),
        "training-plan-advice": date(2027, 3, 15),
    }


@settings(max_examples=60)
@given(DAYS, st.lists(st.integers(0, 200), max_size=3), st.sampled_from(["slow", "brisk"]))
def test_every_introduction(small: Catalogue, real: Catalogue, start: date, after: list[int], pace: str) -> None:
    names = ["operator", "clerk", "everyone"]
    waves = tuple(
        Wave.model_validate({"for": [name], "begin": start + timedelta(days=days)})
        for name, days in zip(names, sorted(after), strict=False)
    )
    organisation = small.organisation.model_copy(update={"start": start, "waves": waves})
    plan = plan_of(replace(small, organisation=organisation, facts=real.facts), pace)
    days = [action.day for action in plan.actions]
    assert days == sorted(days)
    assert plan.begin == start - timedelta(weeks=1)
    for load in plan.loads:
        assert sum(load.minutes) + load.after == load.path.minutes
    assert sum(len(action.roles) for action in of_kind(plan, "wave")) == len(plan.loads)
    assert all(plan.first_day(plan.week_of(day)) <= day < plan.first_day(plan.week_of(day) + 1) for day in days)
    assert of_kind(plan, "training-plan-advice")[0].day >= plan.begin
