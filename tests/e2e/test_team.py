"""A team session in the browser: one screen at a time, by buttons or a remote; it keeps nothing; its sheet prints."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import LOOKS, flaws

SESSION = "{}/care-worker/team/floor-and-care/"
WORDS = {
    "nl": {
        "begin": "Begin",
        "show": "Toon het antwoord",
        "next": "Volgend geval",
        "end": "Naar het slot",
        "back": "Terug",
        "case": "Geval {} van 5",
        "key": "Het antwoord is B.",
        "others": "Waarom niet de andere?",
        "now": "Wat doen we vanaf nu anders?",
        "if": "Als het gaat over hoe een bewoner zich voelt",
        "call": "toestel 4411",
        "sheet": "Blad voor wie begeleidt",
        "rather": "Bekijk de teamsessies van deze job",
    },
    "en": {
        "begin": "Begin",
        "show": "Show the answer",
        "next": "Next case",
        "end": "To the end",
        "back": "Back",
        "case": "Case {} of 5",
        "key": "The answer is B.",
        "others": "Why not the others?",
        "now": "What will we do differently from now on?",
        "if": "When it is about how a resident feels",
        "call": "extension 4411",
        "sheet": "Facilitator's sheet",
        "rather": "See the team sessions of this job",
    },
}
locales = pytest.mark.parametrize("locale", WORDS)


def screen(page: Page) -> Locator:
    return page.locator(".houvast-team__screen:visible")


def told(page: Page) -> Locator:
    return screen(page).locator("[role=status]")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@locales
def test_a_team_goes_through_it_by_its_buttons(locale: str, page: Page, server: SiteServer) -> None:
    words = WORDS[locale]
    page.goto(f"{server.address}{locale}/care-worker/")
    page.get_by_role("link", name=words["rather"]).click()
    page.locator(".houvast-choices a[href='floor-and-care/']").click()
    expect(screen(page)).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("button", name=words["back"], exact=True)).to_be_hidden()
    press(page, words["begin"])
    for number in range(1, 6):
        heading = screen(page).locator("h2")
        expect(heading).to_contain_text(words["case"].format(number))
        expect(heading).to_be_focused()
        expect(told(page)).to_be_empty()
        expect(screen(page).locator("details")).to_have_count(2)
        expect(screen(page).locator("summary:visible")).to_have_count(0)
        press(page, words["show"])
        key = screen(page).locator("li[data-right]")
        letter = key.locator("strong").inner_text()
        expect(told(page)).to_contain_text(words["key"].replace("B", letter))
        expect(page.get_by_role("button", name=words["show"], exact=True)).to_be_hidden()
        go_on = page.get_by_role("button", name=words["end"] if number == 5 else words["next"], exact=True)
        expect(go_on).to_be_focused()
        go_on.click()
    expect(screen(page).locator("h2")).to_have_text(words["now"])
    expect(screen(page).locator("h2")).to_be_focused()
    expect(screen(page)).to_contain_text(words["if"])
    expect(screen(page)).to_contain_text(words["call"])
    press(page, words["back"])
    expect(screen(page).locator("h2")).to_contain_text(words["case"].format(5))
    expect(told(page)).not_to_be_empty()


def test_the_others_are_explained_when_somebody_asks(page: Page, server: SiteServer) -> None:
    page.goto(server.address + SESSION.format("nl"))
    press(page, "Begin")
    press(page, "Toon het antwoord")
    others = screen(page).locator(".houvast-team__others")
    expect(others.locator("dd").first).to_be_hidden()
    others.locator("summary").click()
    expect(others.locator("dt")).to_have_text(["A", "C"])
    expect(others.locator("dd").first).to_be_visible()


def test_a_remote_shows_the_answer_and_goes_on_and_back(page: Page, server: SiteServer) -> None:
    page.goto(server.address + SESSION.format("nl"))
    heading = page.locator(".houvast-team__screen:visible h2")
    page.keyboard.press("PageDown")
    expect(heading).to_have_count(0)  # outside the view a key scrolls, as everywhere
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("ArrowRight")
    expect(heading).to_contain_text("Geval 1 van 5")
    page.keyboard.press("PageDown")
    expect(told(page)).to_contain_text("Het antwoord is")
    expect(heading).to_contain_text("Geval 1 van 5")
    page.keyboard.press("PageDown")
    expect(heading).to_contain_text("Geval 2 van 5")
    page.keyboard.press("Control+ArrowRight")
    expect(told(page)).to_be_empty()
    page.keyboard.press("PageUp")
    expect(heading).to_contain_text("Geval 1 van 5")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_contain_text("AI op de vloer en in de zorg")
    expect(page.locator("h1")).to_be_focused()


def test_the_answer_is_spoken_once(page: Page, server: SiteServer) -> None:
    page.goto(server.address + SESSION.format("nl"))
    press(page, "Begin")
    page.evaluate(
        """() => {
            window.heard = [];
            const hear = (changes) => changes.forEach(({ target, addedNodes }) => {
                const region = (target.nodeType === 1 ? target : target.parentElement).closest("[role=status]");
                if (region && addedNodes.length) window.heard.push(region.textContent.trim());
            });
            const view = document.querySelector("houvast-team");
            new MutationObserver(hear).observe(view, { subtree: true, childList: true });
        }"""
    )
    press(page, "Toon het antwoord")
    expect(told(page)).to_contain_text("Het antwoord is B.")
    press(page, "Volgend geval")
    press(page, "Terug")
    assert len(page.evaluate("window.heard")) == 1


@locales
def test_nothing_of_it_is_kept(locale: str, page: Page, server: SiteServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(request.url).name))
    page.goto(server.address + SESSION.format(locale))
    page.get_by_role("button", name="Begin").click()
    for _ in range(11):
        page.keyboard.press("PageDown")
    expect(screen(page).locator("h2")).to_have_text(WORDS[locale]["now"])
    scripts = ["live.js", "scheme.js", "shared-start.js", "team.js"]
    assert sorted(name for name in asked if name.endswith(".js")) == scripts
    kept = page.evaluate("async () => [(await indexedDB.databases()).length, localStorage.length, document.cookie]")
    assert kept == [0, 0, ""]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(
    "uri", ["nl/care-worker/team/what-may-go-in/", "nl/hired/team/hired-here/", "en/team/fair-work/"]
)
def test_each_screen_fits_a_television_in_big_type(
    uri: str, width: int, height: int, new_context: NewContext, server: SiteServer
) -> None:
    page = new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(server.address + uri)
    page.get_by_role("button", name="Begin").focus()
    for _ in range(12):
        expect(page.locator(".houvast-team__screen[data-state=shown]:visible [role=status]:empty")).to_have_count(0)
        tall, size = page.locator("houvast-team").evaluate(
            "(view) => [view.getBoundingClientRect().height, parseFloat(getComputedStyle(view).fontSize)]"
        )
        assert tall <= height + 1, screen(page).inner_text()
        assert size >= height / 25
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_on_a_phone_the_buttons_leave_the_options_their_room(
    locale: str, new_context: NewContext, server: SiteServer
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{server.address}{locale}/production-worker/team/floor-and-care/")
    page.locator("[data-next]").click()
    options, actions = page.locator(".houvast-team__options:visible"), page.locator(".houvast-team__actions")
    tops = [button.bounding_box() for button in actions.locator("button:visible").all()]
    assert len({box["y"] for box in tops if box}) == 1
    assert len(tops) == 3
    assert all(box and box["height"] >= 44 for box in tops)
    bottom, bar = options.bounding_box(), actions.bounding_box()
    assert bottom and bar
    assert bottom["y"] + bottom["height"] <= bar["y"]


@locales
def test_without_javascript_all_cases_stand_below_each_other(
    locale: str, new_context: NewContext, server: SiteServer
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(server.address + SESSION.format(locale))
    expect(screen(page)).to_have_count(7)
    expect(page.locator("houvast-team button:visible")).to_have_count(0)
    case = screen(page).nth(1)
    expect(case.locator(".houvast-team__key > div")).to_be_hidden()
    case.get_by_text(WORDS[locale]["show"]).click()
    expect(case.locator(".houvast-team__key > div")).to_contain_text(WORDS[locale]["key"])
    expect(page.locator("#sheet")).to_be_visible()


@locales
def test_the_sheet_is_out_of_sight_until_it_is_asked_for(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(server.address + SESSION.format(locale))
    expect(page.locator("#sheet")).to_be_hidden()
    page.get_by_role("link", name=WORDS[locale]["sheet"]).click()
    expect(page.locator("#sheet h2")).to_be_in_viewport()
    page.goto(f"{server.address}{locale}/care-worker/team/")
    page.locator("a[href='floor-and-care/#sheet']").click()
    expect(page.locator("#sheet h2")).to_be_in_viewport()


def test_every_sheet_is_at_most_two_pages_of_a4_and_prints_alone(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    page = new_context().new_page()
    sessions = sorted(file for file in site.glob("*/**/team/*/index.html"))
    assert len(sessions) > 40
    for file in sessions:
        page.goto(f"{server.address}{file.parent.relative_to(site).as_posix()}/")
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2, file
        assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", printed), file
    page.emulate_media(media="print")
    expect(page.locator("#sheet")).to_be_visible()
    for hidden in ("houvast-team", ".houvast-header", ".houvast-footer"):
        expect(page.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize(("locale", "width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    locale: str, width: int, scheme: str, new_context: NewContext, server: SiteServer
) -> None:
    page = new_context(viewport={"width": width, "height": 720}, color_scheme=scheme).new_page()
    for uri in ("{}/team/", "{}/care-worker/team/"):
        page.goto(server.address + uri.format(locale))
        assert flaws(page) == [], uri
    page.goto(server.address + SESSION.format(locale))
    assert flaws(page) == [], "start"
    press(page, "Begin")
    assert flaws(page) == [], "case"
    press(page, WORDS[locale]["show"])
    expect(told(page)).not_to_be_empty()
    screen(page).locator(".houvast-team__others summary").click()
    assert flaws(page) == [], "answer"
    for _ in range(9):
        page.keyboard.press("PageDown")
    assert flaws(page) == [], "end"
    page.goto(server.address + SESSION.format(locale) + "#sheet")
    page.reload()
    assert flaws(page) == [], "sheet"


def test_in_forced_colours_the_right_option_stands_out(browser: Browser, server: SiteServer) -> None:
    page = browser.new_context(forced_colors="active").new_page()
    page.goto(server.address + SESSION.format("nl"))
    press(page, "Begin")
    press(page, "Toon het antwoord")
    widths = (
        screen(page)
        .locator(".houvast-team__options li")
        .evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderTopWidth)")
    )
    assert widths == ["2px", "4px", "2px"]
    page.context.close()
