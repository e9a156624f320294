"""Conversation guides, handouts and the board in a browser: no flaw, one sheet on paper, links that filter."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from houvast.model import Catalogue
from houvast.page.talk import has_talk
from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from tests.conftest import SMALL
from tests.e2e.flaws import SIDEWAYS, flaws

KINDS = {
    "guide": "{}/talk/first-steps/",
    "guides": "{}/talk/",
    "handout": "{}/handouts/before-you-buy/",
    "handouts": "{}/handouts/",
    "board": "{}/experiments/",
    "experiment": "{}/experiments/spoken-notes/",
    "experiment in another language": "{}/experiments/short-letters/",
}
ON_ONE_SHEET = ("guide", "handout")
A4 = {"width": 794, "height": 1123}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The small courses as a site: they have one of each."""
    folder = tmp_path_factory.mktemp("printed")
    courses = Path(shutil.copytree(SMALL, folder / "courses"))
    build(courses, folder / "site", folder / "build", EVERYTHING)
    server = SiteServer(folder / "site", 0, reload=False)
    with server.running():
        yield server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in which any console message fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    heard: list[str] = []
    context.on("console", lambda message: heard.append(message.text))
    yield context.new_page()
    context.close()
    assert not heard


@pytest.mark.parametrize(("locale", "scheme"), [("nl", "light"), ("en", "dark")])
def test_no_kind_has_a_flaw(page: Page, shown: SiteServer, locale: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for name, uri in KINDS.items():
        page.goto(shown.address + uri.format(locale))
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{name} {width}: {flaw}" for flaw in flaws(page)]
            assert page.evaluate(SIDEWAYS) <= 0, name
    assert not found, "\n".join(found)


def sheets_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_all_that_comes_with_houvast_prints_on_one_sheet_each(
    page: Page, server: SiteServer, real: Catalogue, locale: str
) -> None:
    guides = [f"talk/{module.id}/" for module in real.modules.values() if has_talk(module)]
    handouts = [f"handouts/{name}/" for name in real.handouts]
    assert guides
    assert handouts
    sheets = {}
    for uri in (*guides, *handouts):
        page.goto(f"{server.address}{locale}/{uri}")
        sheets[uri] = sheets_of(page)
    assert {uri: number for uri, number in sheets.items() if number > 1} == {}


@pytest.mark.parametrize("name", ON_ONE_SHEET)
def test_it_prints_on_one_sheet_without_what_only_a_screen_needs(page: Page, shown: SiteServer, name: str) -> None:
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.goto(shown.address + KINDS[name].format("nl"))
    assert sheets_of(page) == 1
    page.emulate_media(media="print")
    assert flaws(page) == []
    expect(page.locator("h1")).to_be_visible()
    for gone in (".houvast-header", ".houvast-footer", ".houvast-crumbs", ".houvast-preview", ".houvast-printed__not"):
        expect(page.locator(gone).first).to_be_hidden()


def test_a_guide_on_paper_has_room_to_write(page: Page, shown: SiteServer) -> None:
    page.goto(shown.address + KINDS["guide"].format("nl"))
    rooms = page.locator(".houvast-printed__room")
    assert [rooms.nth(number).bounding_box()["height"] for number in range(3)] == [0, 0, 0]  # type: ignore[index]
    page.emulate_media(media="print")
    for number in range(3):
        assert rooms.nth(number).bounding_box()["height"] > 60  # type: ignore[index]
    lines = page.locator(".houvast-printed__line span")
    assert all(lines.nth(number).bounding_box()["width"] > 200 for number in range(3))  # type: ignore[index]


def test_a_link_leaves_one_outcome_in_sight_and_another_brings_all_back(page: Page, shown: SiteServer) -> None:
    page.goto(shown.address + KINDS["board"].format("nl"))
    board = page.locator(".houvast-board > li")
    expect(board.filter(visible=True)).to_have_count(2)
    page.get_by_role("navigation", name="Toon alleen").get_by_role("link", name="gestopt").click()
    expect(board.filter(visible=True)).to_have_count(1)
    expect(board.filter(visible=True)).to_contain_text("gestopt")
    page.get_by_role("link", name="Alles", exact=True).click()
    expect(board.filter(visible=True)).to_have_count(2)
