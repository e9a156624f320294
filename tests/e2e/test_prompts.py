"""A learner makes a prompt better, holds it against criteria, and finds it again; nothing leaves the page."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import LOOKS, flaws

WORDS = {
    "nl": {
        "weak": "Schrijf een duidelijke mail over de nieuwe uren.",
        "better": "Schrijf een mail aan de families van onze bewoners. Feiten: open tot 15 uur.",
        "seen": "Ik zie een lezer: “aan de families van onze bewoners”",
        "none": "Ik zie geen lengte of vorm.",
        "first": "Verander eerst iets aan de prompt.",
        "done": "gedaan",
        "before": "Dit antwoordde je eerder.",
        "national": "Ik zie iets dat op een rijksregisternummer lijkt. Haal het weg voor je dit in een tool plakt.",
        "not_kept": "Je tekst is niet bewaard",
    },
    "en": {
        "weak": "Write a clear e-mail about the new hours.",
        "better": "Write an e-mail to the families of our residents. Facts: open until 3 pm.",
        "seen": "I see a reader: “to the families of our residents”",
        "none": "I see no length or form.",
        "first": "Change something in the prompt first.",
        "done": "done",
        "before": "You answered this before.",
        "national": "I see something that looks like a national register number. Take it out before you paste this",
        "not_kept": "Your text was not kept",
    },
}
NUMBER = "85.07.30-033.28"
EVENTS = """async (address) => {
  const { log } = await import(address);
  return (await log().all()).filter((event) => event.item === "instruct-improve-prompt");
}"""
LOCALES = pytest.mark.parametrize("locale", WORDS)


def opened(page: Page, server: SiteServer, locale: str) -> Locator:
    page.goto(f"{server.address}{locale}/library/good-instructions/")
    exercise = page.locator("houvast-prompt")
    expect(exercise.locator("textarea")).to_be_visible()
    page.wait_for_load_state("networkidle")
    return exercise


def compare(exercise: Locator, text: str) -> None:
    exercise.locator("textarea").fill(text)
    exercise.locator("[data-compare]").click()
    expect(exercise).to_have_attribute("data-kept", "")


def events(page: Page, server: SiteServer, locale: str) -> list[dict[str, object]]:
    held: list[dict[str, object]] = page.evaluate(EVENTS, f"{server.address}{locale}/assets/houvast/log.js")
    return sorted(held, key=lambda event: str(event["at"]))


@LOCALES
def test_a_better_prompt_is_held_against_the_criteria_and_found_again(
    page: Page, server: SiteServer, locale: str
) -> None:
    words = WORDS[locale]
    exercise = opened(page, server, locale)
    field = exercise.locator("textarea")
    expect(field).to_have_value(words["weak"])
    expect(exercise.locator(".houvast-prompt__criteria")).to_be_hidden()
    exercise.locator("[data-compare]").click()
    expect(exercise.locator(".houvast-feedback")).to_contain_text(words["first"])
    expect(field).to_be_focused()

    compare(exercise, words["better"])
    expect(exercise.locator(".houvast-prompt__criteria")).to_be_focused()
    expect(exercise.locator("details.houvast-answer blockquote")).to_be_visible()
    sights = exercise.locator(".houvast-prompt__sight")
    expect(sights.nth(0)).to_have_text(words["seen"])
    expect(sights.nth(2)).to_have_text(words["none"])
    expect(sights.nth(3)).to_be_hidden()
    assert events(page, server, locale)[-1]["chosen"] == ""

    # The rule saw no form: the learner may see it all the same.
    box = exercise.locator("input").nth(2)
    box.check()
    expect(exercise).to_have_attribute("data-kept", "")
    last = events(page, server, locale)[-1]
    assert last == last | {
        "kind": "completed",
        "chosen": box.get_attribute("value"),
        "correct": True,
        "text": words["better"],
        "hash": exercise.get_attribute("data-hash"),
    }

    page.reload()
    expect(field).to_have_value(words["better"])
    expect(box).to_be_checked()
    expect(sights.nth(0)).to_have_text(words["seen"])
    expect(exercise.locator(".houvast-prompt__done")).to_contain_text(words["done"])
    expect(exercise.locator(".houvast-feedback")).to_have_text(words["before"])

    exercise.locator("[data-again]").click()
    expect(field).to_have_value(words["weak"])
    expect(field).to_be_focused()
    expect(box).not_to_be_checked()
    expect(exercise.locator(".houvast-prompt__criteria")).to_be_hidden()


@LOCALES
def test_what_was_said_of_a_text_goes_when_the_text_changes(page: Page, server: SiteServer, locale: str) -> None:
    exercise = opened(page, server, locale)
    compare(exercise, WORDS[locale]["better"])
    sight = exercise.locator(".houvast-prompt__sight").first
    expect(sight).not_to_be_empty()
    exercise.locator("textarea").press("End")
    exercise.locator("textarea").press_sequentially(" x")
    expect(sight).to_be_empty()
    expect(exercise.locator(".houvast-prompt__eye")).to_be_hidden()


@LOCALES
def test_a_text_with_personal_data_is_warned_of_and_not_kept(page: Page, server: SiteServer, locale: str) -> None:
    words = WORDS[locale]
    exercise = opened(page, server, locale)
    notice = exercise.locator(".houvast-guard")
    expect(notice).to_have_attribute("role", "status")
    expect(notice).to_be_empty()
    exercise.locator("textarea").fill(f"{words['better']} {NUMBER}")
    expect(notice).to_contain_text(words["national"])
    exercise.locator("[data-compare]").click()
    expect(exercise.locator(".houvast-feedback")).to_contain_text(words["not_kept"])
    expect(exercise).to_have_attribute("data-kept", "")
    assert [event["text"] for event in events(page, server, locale)] == [""]

    exercise.locator("textarea").fill(words["better"])
    expect(notice).to_be_empty()
    compare(exercise, words["better"])
    assert [event["text"] for event in events(page, server, locale)] == ["", words["better"]]


@LOCALES
def test_nothing_is_asked_or_sent_while_somebody_writes(page: Page, server: SiteServer, locale: str) -> None:
    exercise = opened(page, server, locale)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.on("request", lambda request: asked.append(request.url))
    for text in (WORDS[locale]["better"], f"{NUMBER} an@voorbeeld.be"):
        compare(exercise, text)
        exercise.locator("input").first.check()
        exercise.locator("input").first.uncheck()
    exercise.locator("[data-again]").click()
    page.wait_for_timeout(500)
    assert asked == []


def test_the_keyboard_alone_is_enough(page: Page, server: SiteServer) -> None:
    exercise = opened(page, server, "nl")
    exercise.locator("textarea").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Schrijf aan de buren, in drie zinnen.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(exercise.locator(".houvast-prompt__criteria")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(exercise.locator("input").first).to_be_checked()
    expect(exercise).to_have_attribute("data-kept", "")
    assert len(events(page, server, "nl")) == 2


def test_an_exercise_that_asks_something_else_by_now_is_open_again(page: Page, server: SiteServer) -> None:
    exercise = opened(page, server, "nl")
    page.evaluate(
        """async (address) => (await import(address)).log().append({
          item: "instruct-improve-prompt", kind: "completed", hash: "000000000000",
          chosen: "", correct: true, text: "Oud",
        })""",
        f"{server.address}nl/assets/houvast/log.js",
    )
    page.reload()
    expect(exercise.locator(".houvast-feedback")).not_to_be_empty()
    expect(exercise.locator("textarea")).to_have_value(WORDS["nl"]["weak"])
    expect(exercise.locator(".houvast-prompt__done")).to_be_hidden()


def test_a_hostile_text_in_the_log_is_text(page: Page, server: SiteServer) -> None:
    exercise = opened(page, server, "nl")
    hostile = '</textarea><img src=x onerror="alert(1)"> voor <b>klanten</b>'
    compare(exercise, hostile)
    page.reload()
    expect(exercise.locator("textarea")).to_have_value(hostile)
    expect(exercise.locator("img, b")).to_have_count(0)


@pytest.mark.parametrize(("locale", "width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    new_context: NewContext, server: SiteServer, locale: str, width: int, scheme: str
) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    exercise = opened(page, server, locale)
    for text in (None, WORDS[locale]["better"], f"{NUMBER} en tekst"):
        if text:
            compare(exercise, text)
            exercise.locator("input").first.check()
            page.wait_for_timeout(100)
        assert flaws(page) == [], text


def test_long_text_makes_the_field_grow_and_large_letters_fit(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 400, "height": 700}).new_page()
    exercise = opened(page, server, "nl")
    field = exercise.locator("textarea")
    before = field.evaluate("field => field.clientHeight")
    field.fill("Een regel.\n" * 20)
    assert field.evaluate("field => field.clientHeight") > before * 2
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")
    assert exercise.locator("textarea").get_attribute("maxlength") == "2000"
    compare(exercise, "Schrijf aan " + "zeerlangwoord" * 20)
    assert exercise.evaluate("exercise => exercise.scrollWidth <= exercise.clientWidth")
    page.set_viewport_size({"width": 640, "height": 700})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert exercise.evaluate("exercise => exercise.scrollWidth <= exercise.clientWidth")


@LOCALES
def test_without_javascript_prompt_criteria_and_example_are_there(
    browser: Browser, server: SiteServer, locale: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}{locale}/library/good-instructions/")
    exercise = page.locator("houvast-prompt")
    expect(exercise.locator("blockquote").first).to_contain_text(WORDS[locale]["weak"])
    expect(exercise.locator("li")).to_have_count(5)
    expect(exercise.locator("li").first).to_be_visible()
    expect(exercise.locator("textarea")).to_be_hidden()
    expect(exercise.locator("button:visible")).to_have_count(0)
    exercise.locator("summary").click()
    expect(exercise.locator("details blockquote")).to_be_visible()
    context.close()
