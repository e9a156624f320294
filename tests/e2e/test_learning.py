"""A learner: from the language choice to a question that remembers, in each locale, at `/` and below `/houvast/`."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext

WORDS = {
    "nl": {
        "check": "Controleer",
        "job": "Recruiter",
        "again": "Opnieuw",
        "begin": "Begin met",
        "before": "Dit antwoordde je eerder.",
    },
    "en": {
        "check": "Check",
        "job": "Recruiter",
        "again": "Again",
        "begin": "Begin with",
        "before": "You answered this before.",
    },
}


def choose(question: Locator, right: bool) -> None:
    """Choose the right options or a wrong one, and check."""
    expect(question.locator("button[type=submit]")).to_be_visible()
    wanted = question.locator(f"li[data-correct={'yes' if right else 'no'}]").all()
    for option in wanted if right else wanted[:1]:
        question.locator(f"input[value='{option.get_attribute('data-option')}']").check()
    question.locator("button[type=submit]").click()
    expect(question).to_have_attribute("data-kept", "")


def choose_all(page: Page) -> None:
    """Answer every question of a page right."""
    expect(page.locator("houvast-question button[type=submit]").first).to_be_visible()
    for question in page.locator("houvast-question").all():
        choose(question, right=True)
        expect(question).to_have_attribute("data-state", "correct")


@pytest.fixture(params=["/", "/houvast/"])
def address(request: pytest.FixtureRequest, server: SiteServer, server_below: SiteServer) -> str:
    return (server if request.param == "/" else server_below).address


@pytest.mark.parametrize("locale", WORDS)
def test_from_the_start_to_a_path_that_remembers(page: Page, address: str, locale: str) -> None:
    words = WORDS[locale]
    page.goto(address)
    page.locator(f"main a[hreflang={locale}]").click()
    page.get_by_role("link", name=words["job"], exact=True).click()
    page.locator(".houvast-choice--preset a").click()
    path = page.url
    expect(page.locator(".houvast-step[data-state=done]")).to_have_count(0)
    page.get_by_role("link", name=re.compile(f"^{words['begin']}")).click()

    questions = page.locator("houvast-question")
    first = questions.first
    choose(first, right=False)
    expect(first).to_have_attribute("data-state", "incorrect")
    expect(first.locator(".houvast-feedback")).to_contain_text(
        first.locator("li[data-correct=no] .houvast-answer__rationale p").first.text_content() or ""
    )
    choose(first, right=True)
    expect(first).to_have_attribute("data-state", "correct")
    choose_all(page)

    page.reload()
    expect(questions.first).to_have_attribute("data-state", "correct")
    expect(questions.first.locator(".houvast-feedback")).to_contain_text(words["before"])

    page.goto(path)
    expect(page.locator(".houvast-step").first).to_have_attribute("data-state", "done")
    expect(page.locator(".houvast-step").nth(1)).to_have_attribute("data-state", "open")
    expect(page.locator("[data-resume]")).to_have_attribute("href", re.compile("ai-in-plain-words/"))

    other = "en" if locale == "nl" else "nl"
    page.locator(f".houvast-languages a[hreflang={other}]").click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(".houvast-step").first).to_have_attribute("data-state", "done")


def test_checking_without_a_choice_asks_for_one(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    question = page.locator("houvast-question").first
    question.get_by_role("button", name="Controleer").click()
    expect(question.locator(".houvast-feedback")).to_contain_text("Kies eerst een antwoord.")
    expect(question.locator("input").first).to_be_focused()


def test_again_opens_the_question(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}en/library/trust-but-check/")
    question = page.locator("houvast-question").first
    choose(question, right=True)
    question.get_by_role("button", name="Again").click()
    expect(question).not_to_have_attribute("data-state", re.compile("."))
    expect(question.locator("input:checked")).to_have_count(0)
    expect(question.locator(".houvast-feedback")).to_be_empty()
    expect(question.locator(".houvast-answer")).to_be_hidden()


def test_by_keyboard_alone(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/ai-in-plain-words/")
    page.keyboard.press("Tab")
    expect(page.locator(".houvast-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    question = page.locator("houvast-question").first
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(question.locator("input").nth(1)).to_be_checked()
    assert question.get_attribute("data-state") is None, "an arrow key chooses, it does not answer"
    for _ in range(3):
        page.keyboard.press("Tab")
        if question.locator("button[type=submit]").evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(question).to_have_attribute("data-state", re.compile("correct"))
    expect(question.locator("button[type=submit]")).to_be_focused()


def test_the_hint_opens_on_request(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    hint = page.locator(".houvast-hint").first
    expect(hint.locator("p")).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.locator("p")).to_be_visible()


def test_two_tabs_see_each_other(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    path, unit = context.new_page(), context.new_page()
    path.goto(f"{server.address}nl/recruiter/fast/")
    unit.goto(f"{server.address}nl/recruiter/fast/our-story/")
    choose(unit.locator("houvast-question").first, right=True)
    expect(path.locator(".houvast-step").first).to_have_attribute("data-state", "begun")


def test_a_changed_question_is_open_again_and_says_so(page: Page, server: SiteServer) -> None:
    unit = f"{server.address}nl/library/trust-but-check/"
    page.goto(unit)
    choose(page.locator("houvast-question").first, right=True)
    expect(page.locator("houvast-question").first).to_have_attribute("data-state", "correct")

    def reword(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        body = re.sub(r'data-hash="[0-9a-f]{12}"', 'data-hash="000000000000"', response.text(), count=1)
        route.fulfill(response=response, body=body)  # type: ignore[attr-defined]

    page.route(unit, reword)
    page.goto(unit)
    first = page.locator("houvast-question").first
    expect(first.locator(".houvast-feedback")).to_contain_text("Deze vraag is veranderd")
    expect(first.locator("input:checked")).to_have_count(0)
    expect(first).not_to_have_attribute("data-state", re.compile("."))


def test_without_storage_it_works_and_says_so(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    context.add_init_script("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } });")
    page = context.new_page()
    page.goto(f"{server.address}nl/recruiter/fast/ai-in-plain-words/")
    choose(page.locator("houvast-question").first, right=True)
    expect(page.locator("houvast-question").first).to_have_attribute("data-state", "correct")
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")
    expect(page.locator("[data-progress]")).to_contain_text("1 van")


def test_a_broken_event_is_passed_over(page: Page, server: SiteServer) -> None:
    unit = f"{server.address}nl/recruiter/fast/ai-in-plain-words/"
    page.goto(unit)
    choose(page.locator("houvast-question").first, right=True)
    expect(page.locator("houvast-question").first).to_have_attribute("data-state", "correct")
    page.evaluate(
        """() => new Promise((resolve, reject) => indexedDB.databases().then(([{ name }]) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => {
              const store = open.result.transaction("events", "readwrite").objectStore("events");
              store.add({ event: "broken", item: 7 });
              const evil = "<img src=x onerror=alert(1)>";
              store.add({ event: "evil", item: evil, kind: "answered", hash: "", chosen: '"]', correct: true, at: "" });
              store.transaction.oncomplete = resolve;
              store.transaction.onerror = reject;
            };
        }))"""
    )
    page.reload()
    expect(page.locator("houvast-question").first).to_have_attribute("data-state", "correct")


def test_the_library_filters(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/")
    units = page.locator(".houvast-choice")
    every = units.count()
    page.get_by_label("Zoek op een woord").fill("vértrouw")
    expect(page.locator(".houvast-choice:visible")).to_have_count(1)
    expect(page.locator("[data-count]")).to_have_text("1 gevonden")
    page.get_by_label("Zoek op een woord").fill("xyzzy")
    expect(page.locator(".houvast-none")).to_be_visible()
    page.get_by_label("Zoek op een woord").fill("")
    page.get_by_label("Wat wil je kunnen?").select_option("judge")
    assert 0 < page.locator(".houvast-choice:visible").count() < every


def test_the_scheme_is_kept(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/")
    page.get_by_role("button", name="Donker scherm").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.goto(f"{server.address}nl/library/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(page.get_by_role("button", name="Licht scherm")).to_be_visible()


def test_the_language_is_remembered_and_nobody_is_sent_anywhere(page: Page, server: SiteServer) -> None:
    page.goto(server.address)
    page.locator("main a[hreflang=en]").click()
    page.goto(server.address)
    expect(page.locator("main li a").first).to_have_attribute("hreflang", "en")
    assert page.url == server.address
