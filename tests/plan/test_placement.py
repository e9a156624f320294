"""Placement: four fit questions of the bank, chosen by rules that can be told, or none."""

import random
from dataclasses import replace
from datetime import date

import pytest

from houvast.model import (
    ChoiceForm,
    LocalText,
    MinutesPerDepth,
    Module,
    ModuleSheet,
    Option,
    PollForm,
    Question,
    Target,
    Thinking,
)
from houvast.model.lesson import Lesson
from houvast.model.markup import Text
from houvast.plan import placement
from tests.real import Pages, real_catalogue

COURSES = real_catalogue()
JUDGE, OVERSEE = Target(competency="judge", level=1), Target(competency="oversee", level=1)
OPTIONS = (Option((Text("Ja"),), correct=True), Option((Text("Nee"),)))


def question(name: str, target: Target | None = None, thinking: Thinking = "apply") -> Question:
    return Question(name, (Text(f"Vraag {name}?"),), (), ChoiceForm(OPTIONS), measures=target, thinking=thinking)


def module(bank: list[Question], gate: bool = False) -> Module:
    text = LocalText({"nl": "M"})
    sheet = ModuleSheet(
        id="m",
        file="modules/m/module.yml",
        title=text,
        summary=text,
        teaches=(JUDGE, OVERSEE),
        minutes=MinutesPerDepth(essentials=5, full=5, extra=5),
        gate=gate,
        owner="team",
        review_by=date(2027, 1, 1),
        status="reviewed",
    )
    return Module(sheet, {"nl": Lesson("m/nl.md", (), (), tuple(bank))}, {})


def chosen(bank: list[Question], gate: bool = False) -> list[str]:
    return [question.id for question in placement(module(bank, gate), "nl")]


def test_four_in_the_order_of_the_bank() -> None:
    assert chosen([question(name, JUDGE) for name in "dacbe"]) == ["d", "a", "c", "b"]


def test_fewer_than_four_is_no_placement() -> None:
    assert chosen([question(name) for name in "abc"]) == []


def test_a_gate_is_not_skipped() -> None:
    assert chosen([question(name) for name in "abcd"], gate=True) == []


def test_a_case_comes_before_understanding() -> None:
    bank = [question("u", JUDGE, "understand"), *(question(name, JUDGE) for name in "ab")]
    bank += [question("v", JUDGE, "understand"), question("c", JUDGE, "analyse")]
    assert chosen(bank) == ["u", "a", "b", "c"]
    assert chosen([*bank, question("d", JUDGE)]) == ["a", "b", "c", "d"]


def test_spread_over_what_is_taught() -> None:
    bank = [question(name, JUDGE) for name in "abcd"] + [question(name, OVERSEE) for name in "xyz"]
    assert chosen(bank) == ["a", "b", "x", "y"]
    assert chosen([*bank[:4], bank[4]]) == ["a", "b", "c", "x"]


def test_without_a_measure_it_is_the_first_target() -> None:
    bank = [question("a"), question("b", JUDGE), question("c"), *(question(name, OVERSEE) for name in "xy")]
    assert chosen(bank) == ["a", "b", "x", "y"]


@pytest.mark.parametrize(
    "unfit",
    [
        replace(question("z"), critical=True),
        replace(question("z"), sibling="a"),
        replace(question("z"), form=PollForm(OPTIONS)),
    ],
    ids=["critical", "sibling", "poll"],
)
def test_what_does_not_fit_is_left_out(unfit: Question) -> None:
    assert chosen([unfit, *(question(name) for name in "abc")]) == []
    assert chosen([unfit, *(question(name) for name in "abcd")]) == ["a", "b", "c", "d"]


def test_every_choice_keeps_the_rules() -> None:
    chance = random.Random(4)
    kinds: tuple[Thinking, ...] = ("understand", "apply")
    for _ in range(300):
        bank = [
            question(f"q{number}", chance.choice([JUDGE, OVERSEE, None]), chance.choice(kinds))
            for number in range(chance.randrange(12))
        ]
        held = placement(module(bank), "nl")
        assert held == placement(module(bank), "nl")
        assert len(held) == (4 if len(bank) >= 4 else 0)
        assert [one for one in bank if one in held] == list(held)
        cases = sum(one.thinking == "apply" for one in bank)
        assert not held or sum(one.thinking == "apply" for one in held) == min(4, cases)


def test_every_module_that_is_no_gate_has_one() -> None:
    for held in COURSES.modules.values():
        assert len(placement(held, "nl")) == (0 if held.sheet.gate else 4), held.id


def test_every_locale_asks_the_same() -> None:
    for held in COURSES.modules.values():
        asked = [[question.id for question in placement(held, locale)] for locale in COURSES.locales]
        assert all(other == asked[0] for other in asked), held.id


def test_it_stands_on_the_pages_of_a_path_alone(real_pages: Pages) -> None:
    for page in real_pages.values():
        name = page.uri.rstrip("/").split("/")[-1]
        on_path = page.uri.split("/")[0] in COURSES.roles and name in COURSES.modules and "/team/" not in page.uri
        offered = on_path and not COURSES.modules[name].sheet.gate
        assert ("<houvast-placement" in page.body) == offered == ("placement" in page.meta.get("elements", []))
        assert "{{" not in page.body.partition("<houvast-placement")[2].partition("</houvast-placement>")[0]
