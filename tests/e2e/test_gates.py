"""A gate: a miss shows how to think, a sibling follows, then a talk, and nothing ever stops anybody."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import flaws
from tests.e2e.test_learning import LESSON, choose
from tests.e2e.test_questions import events
from tests.e2e.test_replan import log_events, right

WORDS = {
    "nl": {
        "worked": "Zo denk je hier",
        "once_more": "Nog één keer, in een ander geval",
        "more": "Onderaan deze pagina gaat dit verder",
        "talked": "Besproken, ik ga verder",
        "contact": "AI-hulplijn, toestel 4411",
        "guided": "Met begeleiding: dit geval is rond.",
        "closing": "{right} van de {all} gevallen één keer juist.",
        "with": "Waarvan 1 met begeleiding.",
        "rail": "{right} van de {all} gevallen één keer juist",
    },
    "en": {
        "worked": "How to think here",
        "once_more": "Once more, in another case",
        "more": "This goes on at the end of this page",
        "talked": "Talked over, I go on",
        "contact": "AI helpdesk, extension 4411",
        "guided": "With guidance: this case is settled.",
        "closing": "{right} of the {all} cases right once.",
        "with": "Of which 1 with guidance.",
        "rail": "{right} of {all} cases right once",
    },
}
CASE = "data-own-phone"


def asked(page: Page, name: str = CASE) -> Locator:
    return page.locator(f"houvast-question[id={name}]")


def open_gate(page: Page, server: SiteServer, locale: str) -> int:
    """Open a gate on a path; how many questions its text holds."""
    page.goto(f"{server.address}{locale}/recruiter/calm/what-may-go-in/")
    expect(asked(page).locator("button[type=submit]")).to_be_visible()
    return page.locator(LESSON).count()


@pytest.mark.parametrize("locale", WORDS)
def test_a_miss_shows_how_to_think_and_a_sibling_settles_it(page: Page, server: SiteServer, locale: str) -> None:
    words = WORDS[locale]
    every = open_gate(page, server, locale)
    expect(page.get_by_text(words["once_more"])).to_be_hidden()
    choose(asked(page), right=False)
    worked = asked(page).locator(".houvast-worked")
    expect(worked).to_contain_text(words["worked"])
    right = asked(page).locator("li[data-correct=yes] .houvast-answer__rationale").text_content() or ""
    expect(worked).to_contain_text(right.strip())
    expect(page.locator("[data-closing]")).to_have_text(words["closing"].format(right=0, all=every))

    expect(page.get_by_role("heading", name=words["once_more"])).to_be_visible()
    siblings = page.locator("houvast-siblings houvast-question:visible")
    expect(siblings).to_have_count(1)
    asked(page).get_by_role("link", name=words["more"]).click()
    expect(siblings).to_be_in_viewport()
    choose(siblings.first, right=True)
    expect(page.locator("[data-closing]")).to_have_text(words["closing"].format(right=1, all=every))
    expect(page.locator(".houvast-talk")).to_have_count(5)
    expect(page.locator(".houvast-talk:visible")).to_have_count(0)
    expect(page.get_by_text("%")).to_have_count(0)

    page.goto(f"{server.address}{locale}/recruiter/calm/")
    step = page.locator(f".houvast-step[data-items*='{CASE}:']")
    held = len((step.get_attribute("data-items") or "").split())
    expect(step.locator("[data-count]")).to_have_text(words["rail"].format(right=1, all=held))
    page.go_back()
    expect(siblings.first).to_have_attribute("data-state", "correct")


@pytest.mark.parametrize("again", ["the case", "its sibling"])
@pytest.mark.parametrize("locale", WORDS)
def test_after_the_second_miss_a_talk_and_on(page: Page, server: SiteServer, locale: str, again: str) -> None:
    words = WORDS[locale]
    every = open_gate(page, server, locale)
    choose(asked(page), right=False)
    siblings = page.locator("houvast-siblings houvast-question:visible")
    expect(siblings).to_have_count(1)
    choose(asked(page) if again == "the case" else siblings.first, right=False)
    expect(siblings).to_have_count(2)
    talk = page.locator(".houvast-talk:visible")
    expect(talk).to_contain_text(words["contact"])
    talk.get_by_role("button", name=words["talked"]).click()
    expect(page.get_by_text(words["guided"])).to_be_visible()
    expect(talk).to_have_count(0)
    expect(page.locator(".houvast-case:focus")).to_have_count(1)
    said = f"{words['closing'].format(right=1, all=every)} {words['with']}"
    expect(page.locator("[data-closing]")).to_have_text(said)
    last = events(page)[-1]
    assert (last["kind"], last["item"], last["hash"]) == ("guided", CASE, asked(page).get_attribute("data-hash"))
    page.reload()
    expect(page.get_by_text(words["guided"])).to_be_visible()
    expect(page.locator("[data-closing]")).to_have_text(said)


def test_a_gate_is_done_by_siblings_and_talks(page: Page, server: SiteServer) -> None:
    open_gate(page, server, "nl")
    choose(asked(page), right=False)
    others = page.locator(LESSON).evaluate_all("all => all.map(({ id, dataset }) => `${id}:${dataset.hash}`)")
    log_events(page, server, *right(*(one for one in others if one.split(":")[0] != CASE)))
    choose(page.locator("houvast-siblings houvast-question:visible"), right=True)
    page.goto(f"{server.address}nl/recruiter/calm/")
    steps = page.locator(".houvast-step[data-unit=what-may-go-in]").all()
    assert len(steps) > 1
    for step in steps:
        expect(step).to_have_attribute("data-state", "done")
    page.get_by_text("Kies en bekijk je dagen").click()
    page.locator("#plan-start").fill("2027-01-11")
    expect(page.locator("[data-sessions] li").first).to_be_visible()
    expect(page.locator("[data-sessions]")).not_to_contain_text("Wat mag erin?")


def test_a_case_that_was_right_once_stays_so(page: Page, server: SiteServer) -> None:
    every = open_gate(page, server, "nl")
    choose(asked(page), right=True)
    choose(asked(page), right=False)
    expect(page.locator("[data-closing]")).to_have_text(WORDS["nl"]["closing"].format(right=1, all=every))
    expect(page.locator("houvast-siblings houvast-question:visible")).to_have_count(0)


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_the_siblings_can_be_read(new_context: NewContext, server: SiteServer, locale: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/recruiter/calm/what-may-go-in/")
    more = page.locator("houvast-siblings > details")
    expect(more.locator("houvast-question:visible")).to_have_count(0)
    more.locator("> summary").click()
    expect(more.locator("houvast-question:visible")).to_have_count(10)
    sibling = more.locator("houvast-question").first
    sibling.locator(".houvast-answer > summary").click()
    expect(sibling.locator("li[data-correct=yes]")).to_be_visible()
    expect(page.get_by_role("button", name=WORDS[locale]["talked"])).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_along_the_way(new_context: NewContext, server: SiteServer, scheme: str, width: int) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    open_gate(page, server, "nl")
    choose(asked(page), right=False)
    expect(asked(page).locator(".houvast-worked")).to_be_visible()
    assert flaws(page) == [], "missed"
    choose(page.locator("houvast-siblings houvast-question:visible").first, right=False)
    expect(page.locator(".houvast-talk:visible")).to_have_count(1)
    assert flaws(page) == [], "missed again"
    page.locator(".houvast-talk:visible button").click()
    expect(page.get_by_text(re.compile("^Met begeleiding"))).to_be_visible()
    assert flaws(page) == [], "guided"


def test_a_miss_that_is_taken_back_asks_no_sibling(page: Page, server: SiteServer) -> None:
    open_gate(page, server, "nl")
    choose(asked(page), right=False)
    siblings = page.locator("houvast-siblings houvast-question:visible")
    expect(siblings).to_have_count(1)
    page.evaluate(
        """async ([address, item]) => {
            const { log } = await import(address);
            await log().undo((await log().all()).find((event) => event.item === item).event);
        }""",
        [f"{server.address}nl/assets/houvast/log.js", CASE],
    )
    expect(siblings).to_have_count(0)
