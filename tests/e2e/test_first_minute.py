"""The first minute, and a whole path from start to end."""

import re

import pytest
from playwright.sync_api import Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.test_learning import LESSON, choose_all

TAPS = {"nl": "Controleer", "en": "Check"}


@pytest.mark.parametrize("locale", TAPS)
def test_first_answer_within_two_taps_and_sixty_words(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/")
    question = page.locator("houvast-question")
    before = page.evaluate(
        """() => {
            const main = document.querySelector("main"), range = document.createRange();
            range.setStart(main, 0);
            range.setEndAfter(document.querySelector("houvast-question fieldset"));
            return range.toString().split(/\\s+/).filter(Boolean).length;
        }"""
    )
    assert before <= 60
    question.locator("label").last.click()
    question.get_by_role("button", name=TAPS[locale]).click()
    expect(question.locator(".houvast-feedback__verdict")).to_be_visible()


@pytest.mark.parametrize("locale", TAPS)
def test_first_unit_within_three_taps(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/")
    page.locator(".houvast-choice a").first.click()
    page.locator(".houvast-choice--preset a").click()
    page.locator("[data-resume]").click()
    expect(page.locator(LESSON).first).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "typed", "role"),
    [
        ("nl", "SELECTIEMEDEWERKER", "recruiter"),
        ("nl", "ploegbaas", "team-lead"),
        ("nl", "vérpleegkundige", "care-worker"),
        ("nl", "operator", "production-worker"),
        ("en", "sourcer", "recruiter"),
    ],
)
def test_everyday_titles_find_the_job(locale: str, typed: str, role: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/")
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator(".houvast-choice:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{locale}/{role}/")


def test_a_job_that_is_not_there_leads_to_the_path_for_everyone(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/")
    page.get_by_role("searchbox").fill("astronaut")
    expect(page.locator(".houvast-choice:visible")).to_have_count(0)
    expect(page.locator(".houvast-none")).to_be_visible()
    page.get_by_role("link", name="Neem het pad voor iedereen").click()
    expect(page.locator(".houvast-step")).not_to_have_count(0)


@pytest.mark.parametrize("locale", TAPS)
def test_a_path_opens_with_the_story(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/recruiter/standard/")
    paragraphs = page.locator(".houvast-opening p:not(.houvast-warning)")
    words = sum(len(text.split()) for text in paragraphs.all_inner_texts()[:-1])
    assert 20 <= words <= 70
    expect(page.locator(".houvast-opening .houvast-warning")).to_be_visible()
    expect(paragraphs.last.get_by_role("link")).to_have_attribute("href", re.compile("story/$"))


@pytest.mark.parametrize("locale", TAPS)
def test_every_why_on_a_path_names_its_step(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/recruiter/fast/")
    for step in page.locator(".houvast-step").all():
        title = step.locator("a").first.inner_text()
        assert title in (step.locator("summary").text_content() or "")


@pytest.mark.parametrize("path", ["nl/recruiter/fast/", "en/hired/fast/"])
def test_a_whole_path_from_start_to_end(path: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 400, "height": 800}).new_page()
    page.goto(f"{server.address}{path}")
    units = page.locator(".houvast-step").count()
    with page.expect_navigation():
        page.locator("[data-resume]").click()
    for _ in range(units + 1):
        if page.locator("houvast-scenario").count():
            play(page)
        else:
            choose_all(page)
        with page.expect_navigation():
            page.locator(".houvast-end .houvast-button").click()
        if page.locator("[data-resume]").count():
            break
    expect(page.locator(".houvast-step[data-state=done]")).to_have_count(units)
    counts = re.findall(r"\d+", page.locator("[data-progress]").first.inner_text())
    assert counts[0] == counts[1]


def play(page: Page) -> None:
    scenario = page.locator("houvast-scenario")
    # A choice before the element is there is a plain link, and counts for nothing.
    expect(scenario).to_have_attribute("data-playing", "")
    for _ in range(15):
        node = scenario.locator(".houvast-node:visible")
        if node.get_attribute("data-ending"):
            break
        node.locator("a:visible").first.click()
    expect(scenario).to_have_attribute(
        "data-kept", scenario.locator(".houvast-node:visible").get_attribute("id") or "no"
    )


@pytest.mark.parametrize(
    ("locale", "now", "expected"),
    [
        ("nl", "2026-11-22", "(geldt vanaf 2 december 2027)"),
        ("nl", "2028-01-10", "(geldt sinds 2 december 2027)"),
        ("en", "2028-01-10", "(applies since 2 December 2027)"),
    ],
)
def test_a_date_is_told_by_the_clock_of_the_reader(
    locale: str, now: str, expected: str, page: Page, server: SiteServer
) -> None:
    page.clock.set_fixed_time(f"{now}T12:00:00")
    page.goto(f"{server.address}{locale}/library/never-and-ask-first/")
    expect(page.locator("time[datetime='2027-12-02']").first).to_have_text(expected)


def test_without_javascript_a_date_is_true_before_and_after(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}nl/library/never-and-ask-first/")
    expect(page.locator("time[datetime='2027-12-02']").first).to_have_text("(vanaf 2 december 2027)")


def test_several_right_options(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/what-may-go-in/")
    question = page.locator("houvast-question", has=page.locator("input[type=checkbox]"))
    right = [one.get_attribute("data-option") for one in question.locator("li[data-correct=yes]").all()]
    wrong = question.locator("li[data-correct=no]").first.get_attribute("data-option")
    submit = question.locator("button[type=submit]")
    question.locator(f"input[value='{right[0]}']").check()
    submit.click()
    expect(question).to_have_attribute("data-state", "incorrect")
    expect(question.locator(".houvast-feedback__verdict")).to_have_text("Nog niet helemaal: 1 van de 2 juist.")
    question.locator(f"input[value='{right[1]}']").check()
    question.locator(f"input[value='{wrong}']").check()
    submit.click()
    expect(question).to_have_attribute("data-state", "incorrect")
    question.locator(f"input[value='{wrong}']").uncheck()
    submit.click()
    expect(question).to_have_attribute("data-state", "correct")
    expect(question).to_have_attribute("data-kept", "")
    page.reload()
    expect(question).to_have_attribute("data-state", "correct")
    expect(question.locator("input:checked")).to_have_count(2)
