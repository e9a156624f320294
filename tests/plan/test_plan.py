"""The plan: what is needed is there or reported, nothing before what it requires, no session over its minutes."""

import json
import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from houvast.cli import app
from houvast.cli.paths import plan_as_json
from houvast.model import Catalogue, LocalText, MinutesPerDepth, Module, ModuleSheet, Target
from houvast.model.lesson import Lesson
from houvast.pipeline import EVERYTHING, build
from houvast.plan import LearningPath, deadlines, plan_path, plan_plus
from tests.golden import compare

PAIRS = [(role, pace) for role in ("clerk", "operator") for pace in ("brisk", "slow")]


def path_of(catalogue: Catalogue, role: str, pace: str) -> LearningPath:
    return plan_path(catalogue, catalogue.roles[role], catalogue.paces[pace])


@pytest.mark.parametrize(("role", "pace"), PAIRS)
def test_golden_plan(role: str, pace: str, small: Catalogue, request: pytest.FixtureRequest) -> None:
    written = json.dumps(plan_as_json(path_of(small, role, pace)), indent=2, ensure_ascii=False)
    compare(f"plan-{role}-{pace}.json", written + "\n", request)


TARGETS = [Target(competency=name, level=level) for name in ("understand", "judge", "change") for level in (1, 2)]


def module(number: int, teaches: list[Target], requires: list[int], minutes: int, core: bool) -> Module:
    text = LocalText({"nl": f"M{number}", "en": f"M{number}"})
    sheet = ModuleSheet(
        id=f"m{number}",
        file=f"modules/m{number}/module.yml",
        title=text,
        summary=text,
        teaches=tuple(teaches),
        requires=tuple(f"m{earlier}" for earlier in requires),
        minutes=MinutesPerDepth(essentials=minutes, full=minutes, extra=minutes),
        core=core,
        owner="team",
        review_by=date(2027, 1, 1),
        status="reviewed",
    )
    lessons = {locale: Lesson(f"m{number}/{locale}.md", (), ()) for locale in ("nl", "en")}
    return Module(sheet, lessons, {})


@st.composite
def modules(draw: st.DrawFn, most: int = 25) -> list[Module]:
    made = []
    for number in range(draw(st.integers(0, most))):
        requires = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
        teaches = draw(st.lists(st.sampled_from(TARGETS), max_size=3, unique=True))
        made.append(module(number, teaches, requires, draw(st.integers(1, 40)), draw(st.booleans())))
    return made


@settings(max_examples=150)
@given(modules() | modules(most=200), st.sampled_from(PAIRS), st.randoms(use_true_random=False))
def test_every_plan(small: Catalogue, made: list[Module], pair: tuple[str, str], chance: random.Random) -> None:
    catalogue = replace(small, modules={module.id: module for module in made})
    path = path_of(catalogue, *pair)
    units = path.units
    for unit in units:
        assert all(units.index(required) < units.index(unit) for required in catalogue.modules[unit].sheet.requires)
    for session in path.sessions:
        assert session.minutes <= path.pace.minutes_per_session
    served = {target for unit in units for target in catalogue.modules[unit].sheet.teaches}
    for need in catalogue.needs_of(path.role):
        assert (need in served) != (need in [gap.target for gap in path.gaps])
    assert all(step.reasons for step in path.steps)
    chance.shuffle(made)
    assert path_of(replace(small, modules={module.id: module for module in made}), *pair) == path


def test_what_comes_with_a_spare_module_is_not_lost(small: Catalogue) -> None:
    understand, judge, judge_more = TARGETS[0], TARGETS[2], TARGETS[3]
    made = [
        module(0, [], [], 1, core=False),
        module(1, [understand], [0], 1, core=False),
        module(2, [judge], [0, 1], 1, core=False),
        module(3, [judge, judge_more], [], 3, core=False),
    ]
    path = path_of(replace(small, modules={one.id: one for one in made}), "clerk", "brisk")
    assert "m1" in path.units and understand not in [gap.target for gap in path.gaps]


def test_a_module_for_others_is_not_chosen(small: Catalogue) -> None:
    sheet = small.modules["look-twice"].sheet.model_copy(update={"audiences": ("floor",)})
    changed = replace(small, modules={**small.modules, "look-twice": replace(small.modules["look-twice"], sheet=sheet)})
    assert "look-twice" not in path_of(changed, "clerk", "brisk").units
    assert "look-twice" in path_of(changed, "operator", "brisk").units


def test_a_retired_module_is_a_gap(small: Catalogue) -> None:
    sheet = small.modules["own-story"].sheet.model_copy(update={"status": "retired"})
    changed = replace(small, modules={**small.modules, "own-story": replace(small.modules["own-story"], sheet=sheet)})
    path = path_of(changed, "clerk", "brisk")
    assert "own-story" not in path.units
    assert "change 1" in [str(gap.target) for gap in path.gaps]


def test_a_role_needs_what_it_builds_on(small: Catalogue) -> None:
    clerk = small.roles["clerk"].model_copy(update={"builds_on": ("operator", "guide"), "targets": {"change": 1}})
    targets = small.targets_of(clerk)
    assert targets["judge"] == 3
    assert targets["change"] == 1
    circle = replace(small, roles={**small.roles, "clerk": clerk.model_copy(update={"builds_on": ("clerk",)})})
    assert circle.targets_of(circle.roles["clerk"])["judge"] == 3


def test_text_for_what_a_role_builds_on_is_for_it_too(small: Catalogue) -> None:
    clerk = small.roles["clerk"].model_copy(update={"builds_on": ("operator",)})
    assert clerk.names == ("clerk", "operator", "office", "everyone")


def test_a_hat_adds_what_not_everyone_learns(small: Catalogue) -> None:
    plus = plan_plus(small, small.hats["guide"], small.paces["brisk"])
    assert plus.units == ("first-steps", "look-twice")
    assert [str(task.practice.prepares) for task in plus.practices] == ["judge 3"]
    everyone = small.roles["clerk"].model_copy(update={"id": "everyone"})
    known = replace(small, roles={**small.roles, "everyone": everyone})
    assert plan_plus(known, small.hats["guide"], small.paces["brisk"]).units == ()
    sheet = small.scenarios["short-way"].sheet.model_copy(update={"audiences": ("guide",)})
    story = replace(small.scenarios["short-way"], sheet=sheet)
    told = replace(known, scenarios={"short-way": story})
    assert plan_plus(told, small.hats["guide"], small.paces["brisk"]).units == ("short-way",)


def test_a_gate_of_ones_own_comes_before_general_gates(small: Catalogue) -> None:
    gates = {name: module(number, TARGETS[:1], [], 5, True) for number, name in enumerate(("general", "own"))}
    sheets = {
        "general": gates["general"].sheet.model_copy(update={"id": "general", "gate": True}),
        "own": gates["own"].sheet.model_copy(update={"id": "own", "gate": True, "audiences": ("clerk",)}),
    }
    catalogue = replace(small, modules={name: replace(gates[name], sheet=sheet) for name, sheet in sheets.items()})
    assert path_of(catalogue, "clerk", "brisk").units == ("own",)
    assert path_of(catalogue, "operator", "brisk").units == ("general",)


def test_a_missed_date_comes_with_what_would_meet_it(small: Catalogue) -> None:
    path = path_of(small, "clerk", "slow")
    start = date(2027, 1, 11)
    (reached,) = {one.reached for one in deadlines(path, start, {"path": date(2099, 1, 1)})}
    (met,) = deadlines(path, start, {"path": reached})
    assert met.is_met
    (missed,) = deadlines(path, start, {"path": reached - timedelta(1)})
    assert missed.sessions_a_week is not None
    assert missed.sessions_a_week > path.pace.sessions_per_week
    quicker = path.pace.model_copy(update={"sessions_per_week": missed.sessions_a_week})
    (kept,) = deadlines(replace(path, pace=quicker), start, {"path": missed.by})
    assert kept.is_met
    (hopeless,) = deadlines(path, start, {"path": start})
    assert hopeless.sessions_a_week is None


def test_all_paths_in_one_table_that_fits(courses: Path) -> None:
    text = (courses / "organisation.yml").read_text(encoding="utf-8")
    dates = "start: 2027-01-11\nby: {core: 2027-01-12, path: 2027-12-31}\n"
    (courses / "organisation.yml").write_text(text + dates, encoding="utf-8")
    output = CliRunner().invoke(app, ["plan", "--courses", str(courses)]).output
    assert "clerk, slow: core by 2027-01-12, reached on" in output
    assert "minutes a week would make it." in output or "not even a session a day" in output
    assert "…" not in output


def test_why_in_words(courses: Path) -> None:
    call = ["plan", "--courses", str(courses), "--role", "clerk", "--pace", "slow", "--why"]
    output = CliRunner().invoke(app, call).output
    assert "for judge 1 (Beoordelen), which clerk needs" in output
    assert "At work, for judge 3: prepared by look-twice" in output


def test_what_changed_on_paths_since_a_base(courses: Path, tmp_path: Path) -> None:
    before = shutil.copytree(courses, tmp_path / "before")
    assert CliRunner().invoke(app, ["plan", "--courses", str(courses), "--against", str(before)]).output == (
        "No path changed.\n"
    )
    sheet = courses / "modules/look-twice/module.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("status: reviewed", "status: retired"), encoding="utf-8")
    output = CliRunner().invoke(app, ["plan", "--courses", str(courses), "--against", str(before)]).output
    assert "no longer on it: look-twice" in output
    assert CliRunner().invoke(app, ["plan", "--courses", str(courses), "--against", "nowhere"]).exit_code == 2


def test_what_an_upgrade_changed_is_told_against_the_site_from_before(courses: Path, tmp_path: Path) -> None:
    build(courses, tmp_path / "site", tmp_path / "build", EVERYTHING)
    call = ["plan", "--courses", str(courses), "--against", str(tmp_path / "site")]
    assert CliRunner().invoke(app, call).output == "No path changed.\n"
    sheet = courses / "modules/look-twice/module.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("status: reviewed", "status: retired"), encoding="utf-8")
    output = CliRunner().invoke(app, call).output
    assert "clerk at brisk" in output
    assert "no longer on it: look-twice" in output
    assert "now missing: judge 1" in output
    (tmp_path / "site/nl/clerk/brisk/path.json").write_text("{", encoding="utf-8")
    assert "clerk at brisk: new" in CliRunner().invoke(app, call).output
