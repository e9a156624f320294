"""The plan: what is needed is there or reported, nothing before what it requires, no session over its minutes."""

import json
import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.cli.paths import plan_as_json
from houvast.model import Catalogue, LocalText, MinutesPerDepth, Module, ModuleSheet, Target
from houvast.model.lesson import Lesson
from houvast.plan import LearningPath, plan_path
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
def modules(draw: st.DrawFn) -> list[Module]:
    made = []
    for number in range(draw(st.integers(0, 25))):
        requires = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
        teaches = draw(st.lists(st.sampled_from(TARGETS), max_size=3, unique=True))
        made.append(module(number, teaches, requires, draw(st.integers(1, 40)), draw(st.booleans())))
    return made


@settings(max_examples=150, deadline=None)
@given(modules(), st.sampled_from(PAIRS), st.randoms(use_true_random=False))
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
