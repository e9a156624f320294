"""Which cases come back: promises of `pick.js`, held for whatever log hypothesis makes."""

from itertools import pairwise
from typing import TypedDict, cast

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from houvast.site import SiteServer

HELD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
# A batch of fifty is slow to make smaller: the case that fails is told as it is.
PHASES = [Phase.explicit, Phase.generate]


class Case(TypedDict):
    id: str
    hash: str
    unit: str
    competency: str
    family: str


class Asked(TypedDict):
    cases: list[Case]
    units: dict[str, list[str]]
    events: list[dict[str, object]]
    sitting: int
    amount: int


BEFORE = "2027-03-01T00:00:00.000Z"
UNITS = ("a", "b", "c", "d")
PICK = """async ([address, asked, before]) => {
  const { pick } = await import(address);
  return asked.map(({ cases, units, events, sitting, amount }) => pick({
    cases, units: new Map(Object.entries(units)), events, path: "recruiter/calm", sitting, before, amount,
  }).map(({ id }) => id));
}"""


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    cases: list[Case] = []
    for unit in draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True)):
        for number in range(draw(st.integers(1, 5))):
            family = draw(st.sampled_from(["", "", f"{unit}-critical"]))
            competency = draw(st.sampled_from(["judge", "protect", "divide"]))
            cases.append(
                {"id": f"{unit}{number}", "hash": "now", "unit": unit, "competency": competency, "family": family}
            )
    units = {unit: [f"{unit}-lesson:x"] for unit in {one["unit"] for one in cases}}
    ids = [one["id"] for one in cases] + [items[0].split(":")[0] for items in units.values()]
    events: list[dict[str, object]] = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(["answered", "answered", "answered", "skipped", "unskipped", "wrote"]))
        month = draw(st.sampled_from([1, 2, 2, 3]))
        events.append(
            {
                "event": f"event-{number:02}",
                "item": draw(st.sampled_from(sorted(units) if "skipped" in kind else ids)),
                "kind": kind,
                "hash": draw(st.sampled_from(["now", "now", "now", "then"])),
                "chosen": "",
                "correct": draw(st.booleans()),
                "sure": draw(st.sampled_from([True, False, None])),
                "at": f"2027-0{month}-{draw(st.integers(1, 20)):02}T09:00:{number:02}.000Z",
            }
        )
    return {
        "cases": cases,
        "units": units,
        "events": events,
        "sitting": draw(st.integers(1, 4)),
        "amount": draw(st.sampled_from([1, 5, 5, 5])),
    }


def picked(page: Page, server: SiteServer, given: list[Asked]) -> list[list[str]]:
    if not page.url.startswith(server.address):
        page.goto(f"{server.address}nl/story/")
    return cast(list[list[str]], page.evaluate(PICK, [f"{server.address}nl/assets/houvast/pick.js", given, BEFORE]))


def known(one: Asked) -> list[dict[str, object]]:
    """The events that count, in order."""
    return sorted((event for event in one["events"] if str(event["at"]) < BEFORE), key=lambda event: str(event["at"]))


def open_units(one: Asked) -> set[str]:
    """The units that were begun, or that are skipped."""
    unit_of = {case["id"]: case["unit"] for case in one["cases"]}
    unit_of |= {items[0].split(":")[0]: unit for unit, items in one["units"].items()}
    begun = {unit_of[str(event["item"])] for event in known(one) if event["kind"] == "answered"}
    skips = {str(event["item"]): event["kind"] for event in known(one) if "skipped" in str(event["kind"])}
    return begun | {unit for unit, kind in skips.items() if kind == "skipped"}


def sure_but_wrong(one: Asked) -> set[str]:
    found: set[str] = set()
    for event in known(one):
        if event["kind"] == "answered" and event["hash"] == "now":
            if event["correct"]:
                found.discard(str(event["item"]))
            elif event["sure"]:
                found.add(str(event["item"]))
    return found & {case["id"] for case in one["cases"]}


@settings(max_examples=12, suppress_health_check=HELD, phases=PHASES)
@given(st.lists(asked(), min_size=40, max_size=50))
def test_what_is_picked_keeps_its_promises(page: Page, server: SiteServer, given: list[Asked]) -> None:
    results = picked(page, server, given)
    for one, ids in zip(given, results, strict=True):
        cases = {case["id"]: case for case in one["cases"]}
        candidates = [case for case in one["cases"] if case["unit"] in open_units(one)]
        sure = sure_but_wrong(one)
        assert len(ids) == min(one["amount"], len(candidates)), "five, or all there are"
        assert len(set(ids)) == len(ids), "no doubles"
        assert {cases[name]["unit"] for name in ids} <= open_units(one), "only what was begun, done or skipped"
        assert len(sure & set(ids)) == min(len(sure), one["amount"]), "sure but wrong goes before all else"
    shuffled = [{**one, "events": one["events"][::-1], "cases": one["cases"][::-1]} for one in given]
    again = picked(page, server, cast(list[Asked], shuffled))
    assert again == results, "the same whatever the order of events and cases"


@settings(max_examples=6, suppress_health_check=HELD, phases=PHASES)
@given(st.lists(asked(), min_size=40, max_size=50))
def test_two_of_one_unit_stand_apart_where_they_can(page: Page, server: SiteServer, given: list[Asked]) -> None:
    for one, ids in zip(given, picked(page, server, given), strict=True):
        units = [case["unit"] for name in ids for case in one["cases"] if case["id"] == name]
        pairs = sum(first == second for first, second in pairwise(units))
        most = max((units.count(unit) for unit in units), default=0)
        assert pairs == max(0, most - (len(units) - most) - 1)


def event(number: int, item: str, **fields: object) -> dict[str, object]:
    written = {"event": f"event-{number}", "item": item, "kind": "answered", "hash": "now", "chosen": ""}
    return {**written, "correct": True, "at": f"2027-01-{number:02}T09:00:00.000Z", **fields}


def cases_of(*names: str, family: str = "") -> list[Case]:
    return [
        {"id": name, "hash": "now", "unit": name[0], "competency": "judge", "family": family and f"{name[0]}-{family}"}
        for name in names
    ]


def test_the_order_of_what_is_urgent(page: Page, server: SiteServer) -> None:
    events = [
        event(1, "a0", correct=False, sure=True),
        event(2, "b0", correct=False),
        event(3, "c0"),
        event(4, "c", kind="skipped"),
        event(5, "d0"),
        event(6, "d1", correct=False),
        event(7, "d2"),
    ]
    cases = [*cases_of("a0", "c0", "c1", "d0", "d1", "d2"), *cases_of("b0", "b1", family="critical")]
    one: Asked = {"cases": cases, "units": {}, "events": events, "sitting": 1, "amount": 4}
    [ids] = picked(page, server, [one])
    assert ids == ["a0", "b1", "c0", "d1"], "sure but wrong, critical in other circumstances, skipped, wrong"
    [later] = picked(page, server, [{**one, "sitting": 2}])
    assert later[:2] == ["a0", "b1"]
    right = [*events, event(8, "b1"), event(9, "a0")]
    [ids] = picked(page, server, [{**one, "events": right, "amount": 1}])
    assert ids == ["c0"], "right since, itself or by a sibling: nothing is urgent any more"


def test_another_sitting_asks_other_cases(page: Page, server: SiteServer) -> None:
    names = [f"{unit}{number}" for unit in UNITS for number in range(5)]
    one: Asked = {
        "cases": cases_of(*names),
        "units": {unit: [f"{unit}-lesson:x"] for unit in UNITS},
        "events": [event(number, f"{unit}-lesson") for number, unit in enumerate(UNITS, start=1)],
        "sitting": 1,
        "amount": 5,
    }
    found = picked(page, server, [{**one, "sitting": sitting} for sitting in (1, 2, 3, 4)])
    assert len({tuple(ids) for ids in found}) == 4
    assert all(len({name[0] for name in ids}) == 4 for ids in found), "mixed over units"
