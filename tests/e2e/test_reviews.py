"""Reviews: five cases that come back, one at a time; the old question of a new session; what the log keeps of both."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import LOOKS, flaws
from tests.e2e.settled import settled
from tests.e2e.test_learning import choose
from tests.e2e.test_replan import log_events, right, skipped

PATH = "{}/recruiter/calm/"
WORDS = {
    "nl": {
        "none": "Je begon nog niet aan dit pad.",
        "due": "Herhaling 1 staat klaar.",
        "early": "Herhaling 1 is pas op maandag 18 januari.",
        "anyway": "Toch nu",
        "begin": "Begin",
        "resume": "Verder",
        "place": "Geval 1 van 5",
        "next": "Volgend geval",
        "end": "Bekijk hoe het ging",
        "over": "Dat was herhaling 1: 4 van de 5 meteen juist.",
        "when": "De volgende is op maandag 8 februari.",
        "old": "Een geval uit “Ons verhaal: waarom AI, en waarheen”, voor je verdergaat.",
    },
    "en": {
        "none": "You have not begun this path yet.",
        "due": "Review 1 is ready.",
        "early": "Review 1 is not until Monday 18 January.",
        "anyway": "Do it now",
        "begin": "Begin",
        "resume": "Go on",
        "place": "Case 1 of 5",
        "next": "Next case",
        "end": "See how it went",
        "over": "That was review 1: 4 of 5 right straight away.",
        "when": "The next one is on Monday 8 February.",
        "old": "A case from “Our story: why AI, and where it leads”, before you go on.",
    },
}
SHOWN = "[data-shown] houvast-question"
STANDING = "[data-standing]"


def open_page(context: BrowserContext, address: str, today: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(f"{today}T10:00:00Z")
    page.goto(address)
    return page


def items_of(page: Page, unit: str) -> list[str]:
    """What counts for a unit of the path on this page."""
    steps = page.locator(f".houvast-step[data-unit='{unit}']").all()
    return [item for step in steps for item in (step.get_attribute("data-items") or "").split()]


def finish(page: Page, server: SiteServer, *units: str) -> None:
    """Log that all of these units was answered right, and come back a little later."""
    for unit in units:
        log_events(page, server, *right(*items_of(page, unit)))
    later(page)


def later(page: Page) -> None:
    """The page some minutes later."""
    page.clock.set_fixed_time(page.evaluate("Date.now()") / 1000 + 300)
    page.reload()


def go_on(page: Page, words: dict[str, str], rights: list[bool]) -> None:
    """Answer the cases of a sitting, and end it."""
    for place, is_right in enumerate(rights, start=1):
        choose(page.locator(SHOWN), right=is_right)
        button = page.get_by_role("button", name=words["end" if place == len(rights) else "next"])
        button.click()


@pytest.mark.parametrize("locale", WORDS)
def test_five_cases_come_back_and_the_next_has_a_day(new_context: NewContext, server: SiteServer, locale: str) -> None:
    words, path = WORDS[locale], server.address + PATH.format(locale)
    context = new_context()
    page = open_page(context, f"{path}review/", "2027-01-11")
    expect(page.locator(STANDING)).to_contain_text(words["none"])
    expect(page.locator("[data-first]")).to_be_visible()
    expect(page.locator("[data-start-button]")).to_be_hidden()
    finish(page, server, "our-story", "ai-in-plain-words", "trust-but-check")
    expect(page.locator(STANDING)).to_have_text(words["early"])
    expect(page.get_by_role("button", name=words["anyway"])).to_be_visible()

    page = open_page(context, f"{path}review/", "2027-01-18")
    expect(page.locator(STANDING)).to_have_text(words["due"])
    expect(page.locator("houvast-question:visible")).to_have_count(0)
    page.get_by_role("button", name=words["begin"], exact=True).click()
    expect(page.locator("[data-place-line]")).to_have_text(words["place"])
    expect(page.locator("[data-place-line]")).to_be_focused()
    expect(page.locator("houvast-question:visible")).to_have_count(1)
    first = page.locator(SHOWN).get_attribute("id")
    go_on(page, words, [False, True, True, True, True])
    expect(page.locator("[data-score]")).to_have_text(words["over"])
    expect(page.locator("[data-score]")).to_be_focused()
    expect(page.locator("[data-when]")).to_have_text(words["when"])
    expect(page.locator("[data-again] li")).to_have_count(1)
    expect(page.locator("[data-again] a")).to_have_attribute(
        "href", re.compile(page.locator(f"[data-case='{first}']").get_attribute("data-unit") or "never")
    )
    assert page.locator("[data-well] li").count() in {1, 2}
    page.reload()
    expect(page.locator(STANDING)).to_contain_text("2")

    page = open_page(context, path, "2027-01-19")
    page.locator("houvast-plan summary").click()
    reviews = page.locator("[data-reviews] > li")
    expect(reviews).to_have_count(3)
    expect(reviews.first.locator("a").first).to_have_attribute("href", "review/")


def test_a_sitting_goes_on_where_it_was_left(new_context: NewContext, server: SiteServer) -> None:
    words, address = WORDS["nl"], f"{server.address}nl/recruiter/calm/review/"
    context = new_context()
    page = open_page(context, address, "2027-01-11")
    finish(page, server, "our-story", "ai-in-plain-words", "trust-but-check")
    page = open_page(context, address, "2027-01-18")
    page.get_by_role("button", name=words["begin"], exact=True).click()
    asked = []
    for _ in range(2):
        asked.append(page.locator(SHOWN).get_attribute("id"))
        choose(page.locator(SHOWN), right=True)
        page.get_by_role("button", name=words["next"]).click()
    third = page.locator(SHOWN).get_attribute("id")
    for day in ("2027-01-18", "2027-01-20"):
        page = open_page(context, address, day)
        expect(page.locator(STANDING)).to_have_text("Je begon aan herhaling 1: 2 van de 5 gevallen zijn beantwoord.")
        page.get_by_role("button", name=words["resume"], exact=True).click()
        expect(page.locator("[data-place-line]")).to_have_text("Geval 3 van 5")
        assert page.locator(SHOWN).get_attribute("id") == third
        assert third not in asked


def test_a_sitting_left_after_its_last_case_ends_when_gone_on_with(new_context: NewContext, server: SiteServer) -> None:
    words, path = WORDS["nl"], server.address + PATH.format("nl")
    page = open_page(new_context(), f"{path}review/", "2027-01-11")
    finish(page, server, "our-story")
    page.clock.set_fixed_time("2027-01-18T10:00:00Z")
    page.reload()
    page.get_by_role("button", name=words["begin"], exact=True).click()
    go_on(page, {**words, "end": words["next"]}, [True] * 4)
    choose(page.locator(SHOWN), right=True)
    expect(page.locator(SHOWN)).to_have_attribute("data-kept", "")
    page.reload()
    page.get_by_role("button", name=words["resume"], exact=True).click()
    expect(page.locator("[data-when]")).not_to_be_empty()
    expect(page.locator("[data-stage]")).to_be_hidden()


def test_sure_but_wrong_comes_first_and_is_asked_anew(new_context: NewContext, server: SiteServer) -> None:
    page = open_page(new_context(), f"{server.address}nl/recruiter/calm/review/", "2027-01-11")
    finish(page, server, "our-story", "ai-in-plain-words", "trust-but-check")
    wrong = page.locator("[data-case='words-bank-tone']")
    digest = wrong.locator("li[data-correct=no]").first.get_attribute("data-option")
    missed = {"item": "words-bank-tone", "kind": "answered", "chosen": digest, "correct": False, "sure": True}
    log_events(page, server, {**missed, "hash": wrong.get_attribute("data-hash")})
    later(page)
    page.get_by_role("button", name="Toch nu").click()
    question = page.locator(SHOWN)
    expect(question).to_have_attribute("id", "words-bank-tone")
    expect(question.locator("input:checked")).to_have_count(0)
    expect(page.locator("[data-place-line]")).to_be_focused()


def test_of_what_was_skipped_one_case_is_in_the_first_review(new_context: NewContext, server: SiteServer) -> None:
    page = open_page(new_context(), f"{server.address}nl/recruiter/calm/review/", "2027-01-11")
    log_events(page, server, skipped("trust-but-check"))
    finish(page, server, "our-story", "ai-in-plain-words")
    page.get_by_role("button", name="Toch nu").click()
    expect(page.locator("[data-shown]")).to_have_attribute("data-unit", "trust-but-check")


@pytest.mark.parametrize("locale", WORDS)
def test_a_new_session_begins_with_an_old_question(new_context: NewContext, server: SiteServer, locale: str) -> None:
    path = server.address + PATH.format(locale)
    context = new_context()
    page = open_page(context, f"{path}ai-in-plain-words/", "2027-01-11")
    old = page.locator("houvast-old-question")
    expect(old).to_be_hidden()
    items = items_of(page, "ai-in-plain-words")
    finish(page, server, "our-story")
    expect(page.locator("[data-closing]")).to_be_empty()
    expect(old).to_be_hidden()

    page = open_page(context, f"{path}ai-in-plain-words/", "2027-01-12")
    old = page.locator("houvast-old-question")
    expect(old.get_by_text(WORDS[locale]["old"])).to_be_visible()
    expect(old.locator("houvast-question:visible")).to_have_count(1)
    choose(old.locator("houvast-question:visible"), right=True)
    expect(page.locator("[data-closing]")).to_be_empty()
    expect(page.locator(".houvast-beside [aria-current]")).to_have_attribute("data-state", "open")
    assert not {item.split(":")[0] for item in items} & set(
        old.locator("houvast-question").evaluate_all("all => all.map(({ id }) => id)")
    )
    page.reload()
    expect(old.locator("houvast-question:visible")).to_have_attribute("data-state", "correct")
    page.goto(f"{path}me-ai-together-or-not/")
    expect(page.locator("[data-resume], .houvast-beside [data-progress]")).not_to_be_empty()
    expect(page.locator("houvast-old-question")).to_be_hidden()


def test_no_old_question_of_a_unit_that_is_not_finished(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = open_page(context, f"{server.address}nl/recruiter/calm/ai-in-plain-words/", "2027-01-11")
    log_events(page, server, *right(items_of(page, "our-story")[0]))
    page = open_page(context, f"{server.address}nl/recruiter/calm/ai-in-plain-words/", "2027-01-12")
    expect(page.locator(".houvast-beside [data-progress]")).not_to_be_empty()
    settled(page)
    expect(page.locator("houvast-old-question")).to_be_hidden()
    page.goto(f"{server.address}nl/recruiter/calm/our-story/")
    expect(page.locator("houvast-old-question")).to_have_count(0)


def test_what_comes_back_weighs_little(site: Path) -> None:
    for unit in ("trust-but-check", "what-may-go-in", "never-and-ask-first"):
        html = (site / f"nl/recruiter/calm/{unit}/index.html").read_text(encoding="utf-8")
        without = re.sub(
            "<houvast-(old-question|changed).*?</houvast-(old-question|changed)>", "", html, flags=re.DOTALL
        )
        assets = [site / f"nl/assets/houvast/again.{kind}" for kind in ("js", "css")]
        more = len(gzip.compress(html.encode())) - len(gzip.compress(without.encode()))
        assert more + sum(len(gzip.compress(path.read_bytes())) for path in assets) <= 3 * 1024


def test_without_javascript_every_case_can_be_read(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}nl/recruiter/calm/review/")
    page.locator(".houvast-review__cases > summary").click()
    assert page.locator("houvast-question:visible").count() > 20
    expect(page.locator(".houvast-review__without a").first).to_be_visible()
    page.goto(f"{server.address}nl/recruiter/calm/ai-in-plain-words/")
    expect(page.locator("houvast-old-question")).to_be_hidden()
    expect(page.locator("houvast-changed")).to_be_hidden()


def test_a_sitting_by_keyboard_alone(new_context: NewContext, server: SiteServer) -> None:
    page = open_page(new_context(), f"{server.address}nl/recruiter/calm/review/", "2027-01-11")
    finish(page, server, "our-story")
    page.clock.set_fixed_time("2027-01-18T10:00:00Z")
    page.reload()
    page.get_by_role("button", name="Begin", exact=True).focus()
    for place in range(5):
        page.keyboard.press("Enter")
        expect(page.locator("[data-place-line]")).to_have_text(f"Geval {place + 1} van 5")
        expect(page.locator("[data-place-line]")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page.locator(SHOWN)).to_have_attribute("data-kept", "")
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.hasAttribute('data-next-button')"):
                break
        expect(page.locator("[data-next-button]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-score]")).to_be_focused()


@pytest.mark.parametrize(("locale", "width", "scheme"), LOOKS)
def test_axe_finds_nothing(new_context: NewContext, server: SiteServer, locale: str, width: int, scheme: str) -> None:
    words = WORDS[locale]
    context = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    path = server.address + PATH.format(locale)
    page = open_page(context, f"{path}review/", "2027-01-11")
    assert flaws(page) == [], "nothing done"
    finish(page, server, "our-story", "ai-in-plain-words")
    page = open_page(context, f"{path}review/", "2027-01-18")
    expect(page.locator(STANDING)).to_have_text(words["due"])
    assert flaws(page) == [], "due"
    page.get_by_role("button", name=words["begin"], exact=True).click()
    choose(page.locator(SHOWN), right=False)
    assert flaws(page) == [], "a case"
    page.get_by_role("button", name=words["next"]).click()
    go_on(page, words, [True] * 4)
    expect(page.locator("[data-when]")).not_to_be_empty()
    assert flaws(page) == [], "the end"
    page = open_page(context, f"{path}ai-in-plain-words/", "2027-01-20")
    expect(page.locator("houvast-old-question houvast-question:visible")).to_have_count(1)
    assert flaws(page) == [], "an old question"
