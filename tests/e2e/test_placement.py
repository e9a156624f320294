"""Placement: four cases right skip a module, anything else does not; undone, on another day, without JavaScript."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.page.dates import in_words
from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.test_learning import LESSON, choose, choose_all

ALL = (True, True, True, True)
WORDS = {
    "nl": {
        "opens": "Ik ken dit al: vier gevallen",
        "skipped": "Je had vier gevallen van de vier juist, op {date}.",
        "missed": "Je had er 2 van de vier meteen juist.",
        "back": "Zet dit stuk terug",
        "kept": "Dit stuk staat nog op je pad.",
        "skip": "Sla dit stuk over",
        "mark": "(overgeslagen)",
        "one": "0 van {all} klaar, 1 stuk overgeslagen",
        "own": "is je eigen keuze",
    },
    "en": {
        "opens": "I know this already: four cases",
        "skipped": "You had four cases out of four right, on {date}.",
        "missed": "You had 2 of the four right straight away.",
        "back": "Put this piece back",
        "kept": "This piece is still on your path.",
        "skip": "Skip this piece",
        "mark": "(skipped)",
        "one": "0 of {all} done, 1 piece skipped",
        "own": "is up to you",
    },
}


def open_placement(page: Page) -> None:
    page.locator("houvast-placement > details > summary").click()


def cases(page: Page) -> list[Locator]:
    return page.locator("houvast-placement houvast-question").all()


def answer_all(page: Page, rights: Sequence[bool]) -> None:
    """Answer the four cases, each right or wrong at the first try."""
    held = cases(page)
    assert len(held) == 4
    for question, right in zip(held, rights, strict=True):
        choose(question, right)


def outcome(page: Page) -> Locator:
    return page.locator(".houvast-placement__outcome")


def placement(page: Page) -> Locator:
    return page.locator("houvast-placement")


def kinds(page: Page) -> list[str]:
    """The kinds of the events in the log, in the order of their moments."""
    found: list[str] = page.evaluate(
        """() => import(document.querySelector("script[src$='path.js']").src.replace("path.js", "log.js"))
            .then(({ log }) => log().all())
            .then((events) => events.sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ kind }) => kind))"""
    )
    return found


@pytest.mark.parametrize("locale", WORDS)
def test_four_right_skip_the_module_and_it_can_be_put_back(locale: str, page: Page, server: SiteServer) -> None:
    words = WORDS[locale]
    page.goto(f"{server.address}{locale}/recruiter/calm/our-story/")
    expect(page.get_by_text(words["opens"])).to_be_visible()
    expect(cases(page)[0]).to_be_hidden()
    open_placement(page)
    answer_all(page, ALL)
    expect(outcome(page)).to_contain_text(words["skipped"].format(date=in_words(date.today(), locale)))
    assert kinds(page) == ["answered"] * 4 + ["skipped"]

    page.goto(f"{server.address}{locale}/recruiter/calm/")
    steps = page.locator(".houvast-step")
    for number in (0, 1):
        expect(steps.nth(number)).to_have_attribute("data-state", "skipped")
        expect(steps.nth(number).locator("> .houvast-spoken")).to_have_text(re.compile(re.escape(words["mark"])))
    expect(steps.nth(2)).to_have_attribute("data-state", "open")
    expect(page.locator("[data-resume]")).to_have_attribute("href", re.compile("/ai-in-plain-words/$"))
    total = page.locator("[data-progress]")
    expect(total).to_have_text(re.compile(words["one"].format(all=r"\d+")))

    page.goto(f"{server.address}{locale}/recruiter/calm/our-story/")
    expect(page.locator(LESSON).first).to_be_visible()
    expect(outcome(page)).to_contain_text(words["skipped"].format(date=in_words(date.today(), locale)))
    page.get_by_role("button", name=words["back"]).click()
    expect(outcome(page)).to_contain_text(words["kept"])
    button = page.get_by_role("button", name=words["skip"])
    expect(button).to_be_focused()
    page.goto(f"{server.address}{locale}/recruiter/calm/")
    expect(page.locator(".houvast-step[data-state=skipped]")).to_have_count(0)
    expect(page.locator(".houvast-step").nth(2)).to_have_attribute("data-state", "open")

    page.goto(f"{server.address}{locale}/recruiter/calm/our-story/")
    expect(outcome(page)).to_contain_text(words["kept"])
    page.get_by_role("button", name=words["skip"]).click()
    expect(placement(page)).to_have_attribute("data-state", "skipped")
    assert kinds(page)[4:] == ["skipped", "unskipped", "skipped"]


@pytest.mark.parametrize("locale", WORDS)
def test_anything_else_does_not_skip_and_gives_the_reasons(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/recruiter/fast/trust-but-check/")
    open_placement(page)
    answer_all(page, (True, False, True, False))
    expect(outcome(page)).to_contain_text(WORDS[locale]["missed"])
    expect(outcome(page)).not_to_contain_text("%")
    for question in cases(page):
        expect(question.locator(".houvast-feedback .houvast-answer__rationale")).not_to_be_empty()
    expect(page.locator(".houvast-placement__actions")).to_be_hidden()
    choose(cases(page)[1], right=True)
    choose(cases(page)[3], right=True)
    expect(placement(page)).to_have_attribute("data-state", "missed")
    page.reload()
    expect(outcome(page)).to_contain_text(WORDS[locale]["missed"])
    assert "skipped" not in kinds(page)
    expect(page.locator(".houvast-step[data-state=skipped]")).to_have_count(0)


def test_a_second_choice_does_not_make_the_first_try_right(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/fast/trust-but-check/")
    open_placement(page)
    choose(cases(page)[0], right=False)
    answer_all(page, ALL)
    expect(outcome(page)).to_contain_text("Je had er 3 van de vier")
    assert "skipped" not in kinds(page)


def test_on_another_day_it_can_be_tried_again(page: Page, server: SiteServer) -> None:
    page.clock.set_fixed_time("2027-01-11T23:30:00")
    page.goto(f"{server.address}nl/recruiter/fast/trust-but-check/")
    open_placement(page)
    answer_all(page, (True, True, True, False))
    expect(placement(page)).to_have_attribute("data-state", "missed")
    page.clock.set_fixed_time("2027-01-12T00:30:00")
    page.reload()
    expect(placement(page)).to_have_attribute("data-state", "open")
    open_placement(page)
    expect(cases(page)[3]).to_be_visible()
    expect(page.locator("houvast-placement input:checked")).to_have_count(0)
    answer_all(page, ALL)
    expect(outcome(page)).to_contain_text("op 12 januari 2027")
    page.clock.set_fixed_time("2027-03-01T09:00:00")
    page.reload()
    expect(outcome(page)).to_contain_text("op 12 januari 2027")
    open_placement(page)
    expect(page.locator("houvast-placement input:checked")).to_have_count(0)
    page.get_by_role("button", name="Zet dit stuk terug").click()
    expect(outcome(page)).to_have_text("Dit stuk staat weer op je pad.")
    expect(page.locator("houvast-placement > details > summary")).to_be_focused()


def test_half_way_it_goes_on_after_a_reload(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/fast/trust-but-check/")
    open_placement(page)
    for question in cases(page)[:2]:
        choose(question, right=True)
    page.reload()
    open_placement(page)
    expect(page.locator("houvast-placement input:checked")).to_have_count(2)
    for question in cases(page)[2:]:
        choose(question, right=True)
    expect(placement(page)).to_have_attribute("data-state", "skipped")


def test_another_pace_another_role_and_another_tab_know(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    path, unit = context.new_page(), context.new_page()
    path.goto(f"{server.address}nl/recruiter/calm/")
    unit.goto(f"{server.address}nl/recruiter/fast/our-story/")
    open_placement(unit)
    answer_all(unit, ALL)
    expect(path.locator(".houvast-step[data-state=skipped]")).to_have_count(2)
    expect(path.locator("[data-count=skipped]")).to_have_text(["overgeslagen", "overgeslagen"])
    amount = path.locator(".houvast-step").first.locator("[data-count]")
    unit.get_by_role("button", name="Zet dit stuk terug").click()
    expect(path.locator(".houvast-step[data-state=skipped]")).to_have_count(0)
    expect(amount).to_have_text(re.compile(r"^0 van \d+ vragen juist$"))
    expect(path.locator("[data-resume]")).to_have_attribute("href", re.compile("/our-story/$"))
    expect(path.locator("[data-progress]")).to_have_text(re.compile(r"^0 van \d+ klaar$"))
    unit.get_by_role("button", name="Sla dit stuk over").click()
    unit.goto(f"{server.address}nl/team-lead/calm/our-story/")
    expect(placement(unit)).to_have_attribute("data-state", "skipped")


def test_what_is_done_stays_done_and_is_counted_apart_from_what_is_skipped(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/fast/our-story/")
    choose_all(page)
    open_placement(page)
    answer_all(page, ALL)
    for unit in ("ai-in-plain-words", "trust-but-check"):
        page.goto(f"{server.address}nl/recruiter/fast/{unit}/")
        open_placement(page)
        answer_all(page, ALL)
        expect(placement(page)).to_have_attribute("data-state", "skipped")
    page.goto(f"{server.address}nl/recruiter/fast/")
    expect(page.locator(".houvast-step").first).to_have_attribute("data-state", "done")
    expect(page.locator("[data-progress]")).to_contain_text("2 stukken overgeslagen")
    marks = page.locator(".houvast-step").evaluate_all(
        "steps => steps.map((step) => [step.dataset.state, step.dataset.items.split(' ').length])"
    )
    right = sum(number for state, number in marks if state == "done")
    counted = sum(number for state, number in marks if state != "skipped")
    expect(page.locator("[data-progress]")).to_have_text(f"{right} van {counted} klaar, 2 stukken overgeslagen")


def test_a_case_is_no_question_of_the_lesson(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/fast/our-story/")
    open_placement(page)
    choose(cases(page)[0], right=True)
    expect(page.locator("[data-closing]")).to_be_empty()
    choose(page.locator(LESSON).first, right=True)
    questions = page.locator(LESSON).count()
    expect(page.locator("[data-closing]")).to_have_text(f"Je beantwoordde 1 van de {questions} vragen. Juist: 1.")


def test_by_keyboard_alone(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/calm/our-story/")
    page.locator("houvast-placement > details > summary").focus()
    page.keyboard.press("Enter")
    for question in cases(page):
        right = question.locator("li[data-correct=yes]").get_attribute("data-option")
        order = [option.get_attribute("value") for option in question.locator("input").all()]
        for _ in range(6):
            page.keyboard.press("Tab")
            if question.locator("input").first.evaluate("option => option === document.activeElement"):
                break
        page.keyboard.press("Space")
        for _ in range(order.index(right)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(question).to_have_attribute("data-kept", "")
        expect(question).to_have_attribute("data-state", "correct")
    expect(outcome(page)).to_be_in_viewport(ratio=1)
    back = page.get_by_role("button", name="Zet dit stuk terug")
    for _ in range(6):
        page.keyboard.press("Tab")
        if back.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sla dit stuk over")).to_be_focused()


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_the_cases_can_be_read(locale: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/recruiter/calm/our-story/")
    expect(cases(page)[0]).to_be_hidden()
    open_placement(page)
    expect(page.locator(".houvast-placement__own")).to_contain_text(WORDS[locale]["own"])
    expect(page.locator(".houvast-placement__own")).to_be_visible()
    expect(page.locator(".houvast-placement__rule")).to_be_hidden()
    expect(page.locator(".houvast-placement__actions")).to_be_hidden()
    for question in cases(page):
        question.locator(".houvast-answer summary").click()
        expect(question.locator("li[data-correct=yes] .houvast-answer__rationale")).to_be_visible()


def test_without_storage_it_skips_as_long_as_the_page_lives(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    context.add_init_script("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } });")
    page = context.new_page()
    page.goto(f"{server.address}nl/recruiter/calm/our-story/")
    open_placement(page)
    answer_all(page, ALL)
    expect(placement(page)).to_have_attribute("data-state", "skipped")
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")


EVENTS = [
    {"event": "a1", "item": "story", "kind": "skipped", "at": "2027-01-01T10:00:00.000Z", "correct": True},
    {"event": "a2", "item": "story", "kind": "unskipped", "at": "2027-01-02T10:00:00.000Z", "correct": False},
    {"event": "b2", "item": "words", "kind": "skipped", "at": "2027-01-03T10:00:00.000Z", "correct": True},
    {"event": "b1", "item": "words", "kind": "unskipped", "at": "2027-01-03T10:00:00.000Z", "correct": False},
    {"event": "q1", "item": "one", "kind": "answered", "at": "2027-01-03T11:00:00.000Z", "correct": False},
    {"event": "q2", "item": "one", "kind": "answered", "at": "2027-01-03T11:01:00.000Z", "correct": True},
    {"event": "q3", "item": "two", "kind": "answered", "at": "2027-01-03T11:02:00.000Z", "correct": True},
    {"event": "q4", "item": "two", "kind": "answered", "at": "2027-01-04T11:02:00.000Z", "correct": False},
]


def test_the_log_comes_to_the_same_in_whatever_order(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(timezone_id="Europe/Brussels").new_page()
    page.goto(f"{server.address}nl/")
    events = [{"hash": "h", "chosen": "x", **event} for event in EVENTS]
    results = page.evaluate(
        """async (events) => {
            const { fold, foldUnits, placed } = await import(`${location.href}assets/houvast/progress.js`);
            const told = (held) => JSON.stringify({
              items: [...fold(held)].map(([id, { last, right }]) => [id, last.event, ...right]).sort(),
              units: [...foldUnits(held)].sort(),
              placed: [3, 4].map((day) => placed(held, ["one:h", "two:h", "three:h"], new Date(2027, 0, day))),
            });
            const found = new Set();
            for (let turn = 0; turn < 240; turn += 1) {
              const order = events.map((event, index) => [(index * 7 + turn * (index + 3)) % 31, event]);
              found.add(told(order.sort(([one], [other]) => one - other).map(([, event]) => event)));
            }
            return [...found].map((one) => JSON.parse(one));
        }""",
        events,
    )
    assert len(results) == 1
    assert results[0] == {
        "items": [["one", "q2", "h"], ["two", "q4", "h"]],
        "units": [
            ["story", {"skipped": False, "at": "2027-01-02T10:00:00.000Z"}],
            ["words", {"skipped": True, "at": "2027-01-03T10:00:00.000Z"}],
        ],
        "placed": [{"right": 1, "tried": 2, "all": 3}, {"right": 0, "tried": 1, "all": 3}],
    }
