"""A learner: from the language choice to a question that remembers, in each locale, at `/` and below `/houvast/`."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.answers import answer_right

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

LESSON = "houvast-question:not([data-form=poll], houvast-placement *, houvast-old-question *, houvast-siblings *)"
"""The questions of a text: no poll, none of its placement, of earlier units, or that may follow in a gate."""


def choose(question: Locator, right: bool) -> None:
    """Choose the right options or a wrong one, and check."""
    expect(question.locator("button[type=submit]")).to_be_visible()
    wanted = question.locator(f"li[data-correct={'yes' if right else 'no'}]").all()
    for option in wanted if right else wanted[:1]:
        question.locator(f"input[value='{option.get_attribute('data-option')}']").check()
    question.locator("button[type=submit]").click()
    expect(question).to_have_attribute("data-kept", "")


def choose_all(page: Page) -> None:
    """Answer every question of the text of a page right."""
    expect(page.locator(LESSON).locator("button[type=submit]").first).to_be_visible()
    for question in page.locator(LESSON).all():
        answer(page, question)
        expect(question).to_have_attribute("data-state", "correct")


def answer(page: Page, question: Locator) -> None:
    """Answer a question right, whatever its kind."""
    if kind := question.get_attribute("data-form"):
        answer_right(page, question, kind)
    else:
        choose(question, right=True)


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

    questions = page.locator(LESSON)
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


@pytest.mark.parametrize("size", [(360, 560), (1280, 600)])
def test_the_verdict_is_in_sight(new_context: NewContext, server: SiteServer, size: tuple[int, int]) -> None:
    page = new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(f"{server.address}nl/library/trust-but-check/")
    question = page.locator("houvast-question").first
    question.locator(".houvast-option label").last.click()
    question.locator("button[type=submit]").evaluate("button => button.scrollIntoView({ block: 'end' })")
    question.locator("button[type=submit]").click()
    expect(question.locator(".houvast-feedback__verdict")).to_be_in_viewport(ratio=1)
    expect(question.locator(".houvast-feedback .houvast-answer__rationale").last).to_be_in_viewport(ratio=1)
    above = question.locator(".houvast-feedback").bounding_box()
    below = question.locator(".houvast-question__actions").bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"]


def test_what_is_recalled_does_not_move_the_page(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    choose(page.locator(LESSON).last, right=True)
    page.goto(f"{server.address}nl/")
    page.goto(f"{server.address}nl/library/trust-but-check/")
    expect(page.locator(LESSON).last.locator(".houvast-feedback")).not_to_be_empty()
    assert page.evaluate("scrollY") == 0


def test_another_choice_takes_the_verdict_away(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    question = page.locator("houvast-question").first
    choose(question, right=False)
    expect(question.locator(".houvast-feedback__verdict")).to_be_visible()
    right = question.locator("li[data-correct=yes]").get_attribute("data-option")
    question.locator(f"input[value='{right}']").check()
    expect(question).not_to_have_attribute("data-state", re.compile("."))
    expect(question.locator(".houvast-feedback")).to_be_empty()
    expect(question.locator(".houvast-answer")).to_be_hidden()
    expect(question.locator("[data-right], .houvast-option__mark")).to_have_count(0)
    expect(question.locator("input:checked")).to_have_attribute("value", right or "")


def test_a_verdict_under_way_is_not_told_after_another_choice(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    question = page.locator("houvast-question").first
    choose(question, right=False)
    question.evaluate(
        """question => {
            question.querySelector("button[type=submit]").click();
            question.querySelector("input:not(:checked)").click();
        }"""
    )
    page.wait_for_timeout(150)
    expect(question.locator(".houvast-feedback")).to_be_empty()


def test_a_chosen_right_option_is_not_marked_as_wrong(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/what-may-go-in/")
    question = page.locator("houvast-question", has=page.locator("input[type=checkbox]"))
    case = question.get_by_role("group")
    expect(case).to_have_accessible_description(re.compile("Er is meer dan één goed antwoord"))
    expect(question.get_by_text("Er is meer dan één goed antwoord")).to_be_visible()
    for key in ("yes", "no"):
        digest = question.locator(f"li[data-correct={key}]").first.get_attribute("data-option")
        question.locator(f"input[value='{digest}']").check()
    question.locator("button[type=submit]").click()
    expect(question).to_have_attribute("data-state", "incorrect")
    marked = question.locator(".houvast-option[data-right=yes]")
    expect(marked.get_by_role("checkbox", name=re.compile(r"\bgoed$"))).to_be_checked()
    wrong = question.locator(".houvast-option[data-right=no]")
    expect(wrong.get_by_role("checkbox", name=re.compile("niet het beste$"))).to_be_checked()
    borders = [one.evaluate("row => getComputedStyle(row).borderTopColor") for one in (marked, wrong)]
    assert borders[0] != borders[1]
    expect(question.get_by_text("Het juiste antwoord:")).to_have_count(0)


def test_the_case_belongs_to_the_options(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/")
    case = page.locator(".houvast-question__case")
    said = re.sub(r"\s+", " ", case.inner_text()).strip()
    expect(page.locator("houvast-question").get_by_role("group")).to_have_accessible_description(said)


def test_nothing_chosen_does_not_look_like_success(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    feedback = page.locator("houvast-question .houvast-feedback")
    page.locator("houvast-question button[type=submit]").first.click()
    choose(page.locator("houvast-question").nth(1), right=True)
    expect(feedback.nth(1)).not_to_be_empty()
    colours = [feedback.nth(n).evaluate("box => getComputedStyle(box).borderLeftColor") for n in (0, 1)]
    assert colours[0] != colours[1]


def test_the_rail_opens_at_the_current_step(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 1280, "height": 400}).new_page()
    page.goto(f"{server.address}nl/recruiter/calm/")
    page.goto(page.url + (page.locator(".houvast-step > a").last.get_attribute("href") or "").split("#")[0])
    current = page.locator(".houvast-beside [aria-current]")
    expect(current.locator("a").first).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_a_unit_closes_with_what_was_done(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/trust-but-check/")
    closing = page.locator("[data-closing]")
    expect(closing).to_be_empty()
    questions = page.locator(LESSON).count()
    choose(page.locator(LESSON).first, right=False)
    expect(closing).to_have_text(f"Je beantwoordde 1 van de {questions} vragen. Juist: 0.")
    choose(page.locator(LESSON).first, right=True)
    expect(closing).to_have_text(f"Je beantwoordde 1 van de {questions} vragen. Juist: 1.")


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
    choose(unit.locator(LESSON).first, right=True)
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
    choose(page.locator(LESSON).first, right=True)
    expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")
    expect(page.locator("[data-progress]")).to_contain_text("1 van")


def test_a_broken_event_is_passed_over(page: Page, server: SiteServer) -> None:
    unit = f"{server.address}nl/recruiter/fast/ai-in-plain-words/"
    page.goto(unit)
    choose(page.locator(LESSON).first, right=True)
    expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")
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
    expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")


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
    judged = page.locator(".houvast-choice:visible").count()
    assert 0 < judged < every
    page.get_by_label("Voor welke fase?").select_option("leave")
    assert 0 < page.locator(".houvast-choice:visible").count() < judged
    page.get_by_label("Wat wil je kunnen?").select_option("")
    expect(page.locator(".houvast-choice:visible", has_text="Luisteren met AI")).to_be_visible()


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
