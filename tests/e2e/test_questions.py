"""Every kind of question: by keyboard, by touch, recalled, partly right, opened again, and read without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.answers import answer_right, digests, press_into_order, right_texts
from tests.e2e.flaws import flaws
from tests.e2e.test_learning import LESSON, choose

WORDS = {
    "nl": {
        "moved": "Nu 2 van 3.",
        "partly": "Nog niet helemaal: {hits} van de {all} juist.",
        "before": "Dit antwoordde je eerder.",
        "noted": "Genoteerd, alleen in deze browser.",
        "open": "Vul elke open plaats in.",
        "blank": "Open plaats 1 van 2",
        "sure": "zeker",
        "missed": "Je was zeker, en toch zat het anders.",
    },
    "en": {
        "moved": "Now 2 of 3.",
        "partly": "Not quite yet: {hits} of the {all} right.",
        "before": "You answered this before.",
        "noted": "Noted, in this browser alone.",
        "open": "Fill in every blank.",
        "blank": "Blank 1 of 2",
        "sure": "sure",
        "missed": "You were sure, and it was otherwise.",
    },
}
IDS = {
    "several": "guide-leave-out",
    "poll": "guide-how-do-you",
    "order": "guide-work-order",
    "sort": "guide-sort-tasks",
    "fill": "guide-fill-in",
}
"""An example of each kind, on the page for authors."""


def question(page: Page, kind: str) -> Locator:
    return page.locator(f"houvast-question[id={IDS[kind]}]")


def open_guide(page: Page, server: SiteServer, locale: str, kind: str) -> Locator:
    page.goto(f"{server.address}{locale}/guide/")
    asked = question(page, kind)
    expect(asked.locator("button[type=submit]")).to_be_visible()
    return asked


def events(page: Page) -> list[dict[str, object]]:
    """The events in the log, in the order of their moments."""
    found: list[dict[str, object]] = page.evaluate(
        """() => import(document.querySelector("script[src$='question.js']").src.replace("question.js", "log.js"))
            .then(({ log }) => log().all())
            .then((events) => events.sort((one, other) => (one.at < other.at ? -1 : 1)))"""
    )
    return found


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("kind", IDS)
def test_each_kind_is_answered_by_keyboard_alone_and_recalled(
    page: Page, server: SiteServer, kind: str, locale: str
) -> None:
    asked = open_guide(page, server, locale, kind)
    answer_right(page, asked, kind)
    state = "noted" if kind == "poll" else "correct"
    expect(asked).to_have_attribute("data-state", state)
    expect(asked.locator(".houvast-feedback__verdict")).to_be_visible()
    expect(asked.locator("button[type=submit]")).to_be_focused()
    (event,) = events(page)
    assert event["correct"] is True
    assert event.get("credit") == (None if kind == "poll" else 1)
    chosen = str(event["chosen"])
    match kind:
        case "order":
            assert chosen == ",".join(digests(asked, ".houvast-answer [data-item]"))
        case "sort":
            pairs = (
                f"{one.get_attribute('data-item')}:{one.get_attribute('data-column')}"
                for one in asked.locator("dd").all()
            )
            assert sorted(chosen.split(",")) == sorted(pairs)
        case "fill":
            assert (chosen, event["text"]) == ("", "\n".join(right_texts(asked)))
        case _:
            assert re.fullmatch(r"[0-9a-f]{8}(,[0-9a-f]{8})*", chosen)

    page.reload()
    expect(asked).to_have_attribute("data-state", state)
    expect(asked.locator(".houvast-feedback")).to_contain_text(WORDS[locale]["before"])
    assert len(events(page)) == 1
    if kind == "order":
        assert ",".join(digests(asked, ".houvast-row")) == chosen
    if kind == "fill":
        assert [blank.input_value() for blank in asked.locator(".houvast-blank input").all()] == right_texts(asked)


@pytest.mark.parametrize("kind", IDS)
def test_each_kind_is_answered_by_touch(new_context: NewContext, server: SiteServer, kind: str) -> None:
    page = new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True).new_page()
    asked = open_guide(page, server, "nl", kind)
    match kind:
        case "several" | "poll":
            asked.locator(".houvast-option label").first.tap()
        case "order":
            asked.locator("[data-move=down]").first.tap()
        case "sort":
            for chosen in asked.locator("select").all():
                chosen.tap()
                chosen.select_option("1")
        case "fill":
            for blank in asked.locator(".houvast-blank input").all():
                blank.tap()
                blank.fill("iets")
    asked.locator("button[type=submit]").tap()
    expect(asked.locator(".houvast-feedback__verdict")).to_be_visible()
    expect(asked).to_have_attribute("data-kept", "")


@pytest.mark.parametrize("locale", WORDS)
def test_a_step_that_moves_keeps_the_focus_and_says_where_it_stands(
    page: Page, server: SiteServer, locale: str
) -> None:
    asked = open_guide(page, server, locale, "order")
    first = asked.locator(".houvast-row").first
    words = first.locator(".houvast-row__text").inner_text()
    digest = first.get_attribute("data-item")
    down = asked.locator(f"[data-item='{digest}'] [data-move=down]")
    expect(down).to_have_accessible_name(re.compile(re.escape(words)))
    expect(asked.locator(f".houvast-row[data-item='{digest}'] [data-move=up]")).to_have_attribute(
        "aria-disabled", "true"
    )
    down.focus()
    page.keyboard.press("Space")
    expect(asked.locator("[data-said]")).to_have_text(f"{words} {WORDS[locale]['moved']}")
    expect(down).to_be_focused()
    assert digests(asked, ".houvast-row").index(digest or "") == 1


@pytest.mark.parametrize("locale", WORDS)
def test_what_is_partly_right_is_told_in_words_and_kept_as_a_share(page: Page, server: SiteServer, locale: str) -> None:
    asked = open_guide(page, server, locale, "sort")
    for chosen in asked.locator("select").all():
        chosen.select_option("1")
    asked.locator("button[type=submit]").click()
    verdict = asked.locator(".houvast-feedback__verdict")
    expect(verdict).to_have_text(WORDS[locale]["partly"].format(hits=2, all=4))
    expect(asked.locator(".houvast-row[data-right=yes]")).to_have_count(2)

    asked = question(page, "several")
    asked.locator(f"input[value='{asked.locator('li[data-correct=yes]').first.get_attribute('data-option')}']").check()
    asked.locator("button[type=submit]").click()
    expect(asked.locator(".houvast-feedback__verdict")).to_have_text(WORDS[locale]["partly"].format(hits=1, all=2))

    asked = question(page, "fill")
    blanks = asked.locator(".houvast-blank input")
    blanks.nth(0).fill(right_texts(asked)[0])
    asked.locator("button[type=submit]").click()
    expect(asked.locator(".houvast-feedback")).to_contain_text(WORDS[locale]["open"])
    expect(blanks.nth(1)).to_be_focused()
    blanks.nth(1).fill("zzz")
    page.keyboard.press("Enter")
    expect(asked.locator(".houvast-feedback__verdict")).to_have_text(WORDS[locale]["partly"].format(hits=1, all=2))
    expect(asked).to_have_attribute("data-kept", "")
    assert [(event["correct"], event["credit"]) for event in events(page)] == [(False, 0.5)] * 3


def test_checking_twice_marks_once(page: Page, server: SiteServer) -> None:
    asked = open_guide(page, server, "nl", "fill")
    for blank in asked.locator(".houvast-blank input").all():
        blank.fill("zzz")
    for _ in range(2):
        asked.locator("button[type=submit]").click()
        expect(asked.locator(".houvast-feedback__verdict")).to_be_visible()
    expect(asked.locator(".houvast-option__mark")).to_have_count(2)
    expect(asked.locator(".houvast-blank input").first).to_have_accessible_description("nog niet")


def test_choosing_everything_earns_nothing_extra(page: Page, server: SiteServer) -> None:
    asked = open_guide(page, server, "nl", "several")
    for option in asked.locator(".houvast-option input").all():
        option.check()
    asked.locator("button[type=submit]").click()
    expect(asked.locator(".houvast-feedback__verdict")).to_have_text(
        "Nog niet helemaal: 2 van de 2 juist, en 1 te veel."
    )
    expect(asked).to_have_attribute("data-kept", "")
    assert events(page)[0]["credit"] == 0.5


def test_one_step_in_the_wrong_place_costs_little(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/hired-here/")
    asked = page.locator("houvast-question[data-form=order]")
    expect(asked.locator("[data-move]").first).to_be_visible()
    press_into_order(page, asked)
    asked.locator("[data-move=down]").first.click()
    asked.locator("button[type=submit]").click()
    expect(asked).to_have_attribute("data-kept", "")
    # The first two steps changed places: of four, only the last still comes after the right one.
    assert events(page)[0]["credit"] == 0.25
    expect(asked.locator(".houvast-row[data-right=yes]")).to_have_count(1)


@pytest.mark.parametrize("locale", WORDS)
def test_how_a_blank_is_written_matters_little(page: Page, server: SiteServer, locale: str) -> None:
    asked = open_guide(page, server, locale, "fill")
    expect(asked.get_by_label(WORDS[locale]["blank"])).to_be_visible()
    for blank, text in zip(asked.locator(".houvast-blank input").all(), right_texts(asked), strict=True):
        blank.fill(f"  {text[:1].upper()}\u0308{text[1:].upper()} . ")
    asked.locator("button[type=submit]").click()
    expect(asked).to_have_attribute("data-state", "correct")


def order_after(page: Page, server: SiteServer, tries: int) -> list[str]:
    """The order of the options after so many tries and as many times of opening again."""
    page.goto(f"{server.address}nl/library/trust-but-check/")
    asked = page.locator("houvast-question").first
    for _ in range(tries):
        choose(asked, right=False)
        asked.locator("button[type=reset]").click()
        expect(asked.locator("input:checked")).to_have_count(0)
        expect(asked.locator("input").first).to_be_focused()
    return [option.get_attribute("value") or "" for option in asked.locator(".houvast-option input").all()]


def test_again_brings_another_order_the_same_on_every_machine(new_context: NewContext, server: SiteServer) -> None:
    orders = [order_after(new_context().new_page(), server, tries) for tries in (0, 1, 2, 1)]
    assert orders[0] != orders[1] != orders[2]
    assert orders[1] == orders[3]
    assert len({tuple(sorted(order)) for order in orders}) == 1


def test_an_order_that_says_something_stays(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/what-may-go-in/")
    asked = page.locator("houvast-question[data-order=fixed]").first
    before = [option.get_attribute("value") for option in asked.locator(".houvast-option input").all()]
    choose(asked, right=False)
    asked.locator("button[type=reset]").click()
    expect(asked.locator("input").first).to_be_focused()
    assert [option.get_attribute("value") for option in asked.locator(".houvast-option input").all()] == before


def test_an_order_opened_again_is_never_the_right_one(page: Page, server: SiteServer) -> None:
    asked = open_guide(page, server, "nl", "order")
    right = digests(asked, ".houvast-answer [data-item]")
    for _ in range(6):
        asked.locator("button[type=submit]").click()
        expect(asked).to_have_attribute("data-kept", "")
        asked.locator("button[type=reset]").click()
        expect(asked).not_to_have_attribute("data-state", re.compile("."))
        assert digests(asked, ".houvast-row") != right


def test_the_next_hint_shows_after_the_one_before_was_opened(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/guide/")
    hints = page.locator("houvast-question[id=guide-check-first] .houvast-hint")
    expect(hints).to_have_count(2)
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1)).to_be_visible()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1)).to_be_visible()
    assert events(page) == []


@pytest.mark.parametrize("locale", WORDS)
def test_how_sure_somebody_is_is_asked_once_and_kept_with_the_answer(
    page: Page, server: SiteServer, locale: str
) -> None:
    words = WORDS[locale]
    page.goto(f"{server.address}{locale}/recruiter/calm/trust-but-check/")
    expect(page.locator(LESSON).first.locator("button[type=submit]")).to_be_visible()
    expect(page.locator(".houvast-sure")).to_have_count(1)
    asked = page.locator(LESSON).filter(has=page.locator(".houvast-sure"))
    asked.get_by_label(words["sure"], exact=True).check()
    choose(asked, right=False)
    expect(asked.locator(".houvast-feedback")).to_contain_text(words["missed"])
    page.reload()
    expect(asked.get_by_label(words["sure"], exact=True)).to_be_checked()
    expect(asked.locator(".houvast-feedback")).to_contain_text(words["missed"])
    choose(asked, right=True)
    expect(asked.locator(".houvast-feedback__verdict")).to_be_visible()
    expect(asked.locator(".houvast-feedback")).not_to_contain_text(words["missed"])
    asked.locator("button[type=reset]").click()
    expect(asked.get_by_label(words["sure"], exact=True)).not_to_be_checked()
    choose(asked, right=True)
    assert [event.get("sure") for event in events(page)] == [True, True, None]


def test_a_poll_is_kept_and_counts_nowhere(page: Page, server: SiteServer) -> None:
    asked = open_guide(page, server, "nl", "poll")
    asked.locator(".houvast-option input").last.check()
    asked.locator("button[type=submit]").click()
    expect(asked.locator(".houvast-feedback")).to_contain_text(WORDS["nl"]["noted"])
    expect(asked.locator(".houvast-option__mark")).to_have_count(0)

    page.goto(f"{server.address}nl/library/trust-but-check/")
    poll = page.locator("houvast-question[data-form=poll]")
    poll.locator(".houvast-option input").last.check()
    poll.locator("button[type=submit]").click()
    counted = page.locator("houvast-question:not([data-form=poll])")
    choose(counted.first, right=True)
    expect(page.locator("[data-closing]")).to_have_text(f"Je beantwoordde 1 van de {counted.count()} vragen. Juist: 1.")


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_each_kind_can_be_read_with_its_answer(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/guide/")
    for kind in IDS:
        asked = question(page, kind)
        expect(asked.locator("button:visible")).to_have_count(0)
        key = asked.locator(".houvast-answer")
        key.locator("summary").click()
        expect(key.locator(".houvast-answer__rationale").first).to_be_visible()
    expect(page.locator("houvast-question[id=guide-check-first] .houvast-hint").nth(1)).to_be_visible()


@pytest.mark.parametrize(("locale", "scheme"), [("nl", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_any_state(new_context: NewContext, server: SiteServer, locale: str, scheme: str) -> None:
    page = new_context(viewport={"width": 320, "height": 900}, color_scheme=scheme).new_page()
    open_guide(page, server, locale, "fill")
    for kind in IDS:
        question(page, kind).locator("button[type=submit]").click()
    assert flaws(page) == [], "nothing done"
    for kind in IDS:
        asked = question(page, kind)
        match kind:
            case "several" | "poll":
                asked.locator(".houvast-option input").first.check()
            case "sort":
                for chosen in asked.locator("select").all():
                    chosen.select_option("1")
            case "fill":
                for blank in asked.locator(".houvast-blank input").all():
                    blank.fill("iets anders")
        asked.locator("button[type=submit]").click()
        expect(asked.locator(".houvast-feedback__verdict")).to_be_visible()
        asked.locator(".houvast-answer summary").click()
    assert flaws(page) == [], "partly right"
    for kind in IDS:
        asked = question(page, kind)
        asked.locator("button[type=reset]").click()
        expect(asked.locator("input:focus, select:focus, [data-move]:focus")).to_have_count(1)
        answer_right(page, asked, kind)
    assert flaws(page) == [], "right"
