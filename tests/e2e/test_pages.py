"""Every page type: without JavaScript, for axe, at every width, and the server that shows them."""

import urllib.error
import urllib.request
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import LOOKS, OTHER_LOOKS, SIDEWAYS, flaws
from tests.e2e.test_learning import LESSON
from tests.e2e.test_placement import answer_all, open_placement

PAGES = {
    "languages": "",
    "home": "{}/",
    "role": "{}/recruiter/",
    "path": "{}/recruiter/calm/",
    "unit": "{}/recruiter/calm/trust-but-check/",
    "scenario": "{}/recruiter/calm/job-ad-in-three-minutes/",
    "everyone": "{}/everyone/standard/never-and-ask-first/",
    "privacy": "{}/privacy/",
    "accessibility": "{}/accessibility/",
    "library": "{}/library/",
    "library unit": "{}/library/ai-in-plain-words/",
    "story": "{}/story/",
    "introduction": "{}/introduction/",
    "progress": "{}/progress/",
    "experiment": "{}/experiment/",
    "record": "{}/record/",
    "guide": "{}/guide/",
    "glossary": "{}/glossary/",
    "review": "{}/recruiter/calm/review/",
    "hat": "{}/hats/champion/",
    "team sessions": "{}/team/",
    "team session": "{}/care-worker/team/what-may-go-in/",
    "conversation guides": "{}/talk/",
    "handouts": "{}/handouts/",
    "board of experiments": "{}/experiments/",
    "handout": "{}/handouts/vendor-questions/",
    "experiment on the board": "{}/experiments/spoken-handover-line-3/",
    "leads people": "{}/hats/leads-people/",
    "conversation guide": "{}/talk/talk-in-your-team/",
    "may I do this": "{}/may-i/",
    "card": "{}/care-worker/card/",
    "missing": "404.html",
}


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_no_page_has_a_flaw_or_scrolls_sideways(page: Page, server: SiteServer, locale: str) -> None:
    """Each kind in both languages, widths and schemes; one kind goes with the one pair of looks, the next with the
    other."""
    found = []
    for (name, uri), looks in zip(PAGES.items(), cycle((LOOKS, OTHER_LOOKS)), strict=False):
        ((width, scheme),) = [(width, scheme) for in_locale, width, scheme in looks if in_locale == locale]
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(server.address + uri.format(locale))
        found += [f"{name} {width} {scheme}: {flaw}" for flaw in flaws(page)]
        for width in (320, 768):
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{name} {width}: sideways"] if page.evaluate(SIDEWAYS) > 0 else []
    assert not found, "\n".join(found)


def test_no_page_has_a_flaw_on_paper(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 794, "height": 1123}).new_page()
    page.emulate_media(media="print")
    found = []
    for name, uri in PAGES.items():
        page.goto(server.address + uri.format("nl"))
        # A sheet is a part of its page, and leaves out what only a screen needs: its title.
        found += [f"{name}: {flaw}" for flaw in flaws(page, without=["page-has-heading-one"])]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answered_question_has_no_flaw(new_context: NewContext, server: SiteServer, scheme: str) -> None:
    page = new_context(viewport={"width": 360, "height": 900}, color_scheme=scheme).new_page()
    page.goto(f"{server.address}nl/library/trust-but-check/")
    for index, right in enumerate((True, False)):
        question = page.locator("houvast-question").nth(index)
        digest = question.locator(f"li[data-correct={'yes' if right else 'no'}]").first.get_attribute("data-option")
        question.locator(f"input[value='{digest}']").check()
        question.locator("button[type=submit]").click()
        expect(question.locator(".houvast-feedback__verdict")).to_be_visible()
        question.locator(".houvast-answer summary").click()
    page.locator("houvast-question").nth(2).locator("button[type=submit]").click()
    expect(page.locator("houvast-question").nth(2).locator(".houvast-feedback__verdict")).to_be_visible()
    assert flaws(page) == []


@pytest.mark.parametrize(
    ("rights", "scheme", "width"),
    [((True, True, True, True), "light", 1280), ((True, False, False, True), "dark", 360)],
    ids=["skipped", "missed"],
)
def test_a_placement_has_no_flaw(
    new_context: NewContext, server: SiteServer, rights: tuple[bool, ...], scheme: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(f"{server.address}nl/recruiter/calm/trust-but-check/")
    open_placement(page)
    assert flaws(page) == [], "open"
    answer_all(page, rights)
    expect(page.locator(".houvast-placement__outcome")).not_to_be_empty()
    assert flaws(page) == [], "answered"
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(page.locator("[data-progress]")).to_contain_text("klaar" if all(rights) else "Je voortgang")
    assert flaws(page) == [], "path"


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_source_is_listed_once(new_context: NewContext, server: SiteServer, locale: str) -> None:
    page = new_context().new_page()
    for unit in ("job-ad-in-three-minutes", "our-story", "quickly-on-my-own-phone"):
        page.goto(f"{server.address}{locale}/library/{unit}/")
        titles = [line.split(" · ")[0] for line in page.locator(".houvast-sources li").all_inner_texts()]
        assert len(titles) == len(set(titles)) > 1, unit


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_without_javascript_everything_can_be_read(new_context: NewContext, server: SiteServer, locale: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/")
    expect(page.locator("houvast-question .houvast-answer summary")).to_be_visible()
    page.locator(".houvast-choice a").last.click()
    page.locator(".houvast-choice--preset a").click()
    page.locator("[data-resume]").click()
    question = page.locator(LESSON).first
    expect(question.locator("button")).to_have_count(2)
    expect(question.locator("button").first).to_be_hidden()
    answer = question.locator(".houvast-answer")
    expect(answer.locator("li[data-correct=yes]")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("li[data-correct=yes] .houvast-answer__rationale")).to_be_visible()
    expect(page.locator("noscript p")).to_be_visible()
    page.goto(f"{server.address}{locale}/library/")
    expect(page.locator(".houvast-choice")).not_to_have_count(0)
    expect(page.locator("form")).to_be_hidden()


def test_scripts_come_only_where_a_page_asks_for_them(new_context: NewContext, server: SiteServer) -> None:
    page = new_context().new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(Path(request.url).name))
    page.goto(f"{server.address}nl/story/")
    assert [name for name in seen if name.endswith(".js")] == ["shared-start.js", "scheme.js"]
    seen.clear()
    page.goto(f"{server.address}nl/library/trust-but-check/")
    assert {"question.js", "question.css", "log.js", "progress.js", "wording.js"} <= set(seen)
    assert {"path.js", "placement.js", "placement.css"}.isdisjoint(seen)


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read().decode()


def test_the_server_answers(server: SiteServer, server_below: SiteServer) -> None:
    assert get(f"{server.address}nl/story")[0] == 200
    assert get(f"{server_below.address}nl/story")[0] == 200
    status, text = get(f"{server.address}nope/")
    assert status == 404
    assert "Deze pagina is er niet" in text
    assert "This page is not here" in text
    assert get(f"{server.address}../../etc/passwd")[0] == 404
    assert get(server_below.address.replace("houvast/", ""))[0] == 404


def test_an_open_page_reloads_after_a_build(site: Path, browser: Browser) -> None:
    server = SiteServer(site, 0)
    with server.running():
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        with page.expect_response("**/-houvast-/changes"):
            page.goto(f"{server.address}nl/")
        with page.expect_event("load"):
            server.tell_reload()
        page.close()
        assert not complaints
