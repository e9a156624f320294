"""A picture is seen on the page of its lesson, described, in both schemes and on a phone, and comes along offline."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from tests.conftest import SMALL
from tests.e2e.flaws import flaws

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><circle cx="320" cy="180" r="90"/></svg>'
PATH = "nl/clerk/brisk/"
IMAGE = ".houvast-picture img"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, with a picture in a lesson of both locales."""
    folder = tmp_path_factory.mktemp("drawn")
    courses = Path(shutil.copytree(SMALL, folder / "courses"))
    (courses / "pictures").mkdir()
    (courses / "pictures/circle.svg").write_text(DRAWING, encoding="utf-8")
    for locale, before, alt in (("nl", "Tel na.", "Een <volle> cirkel"), ("en", "Count again.", "A full circle")):
        lesson = courses / f"modules/look-twice/{locale}.md"
        text = lesson.read_text(encoding="utf-8")
        assert before in text
        lesson.write_text(text.replace(before, f"{before}\n\n![{alt}](../../pictures/circle.svg)"), encoding="utf-8")
    publish = courses / "organisation.yml"
    text = publish.read_text(encoding="utf-8").replace("name: Kleine Maat", "name: Kleine Maat\npublished: internal", 1)
    publish.write_text(text, encoding="utf-8")
    build(courses, folder / "site", folder / "build", EVERYTHING)
    return folder / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_is_seen_and_described(browser: Browser, drawn: Path, scheme: str) -> None:
    server = SiteServer(drawn, 0, reload=False)
    with server.running():
        context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{server.address}{PATH}look-twice/")
        picture = page.locator(IMAGE)
        assert picture.evaluate("one => [one.naturalWidth > 0, one.alt]") == [True, "Een <volle> cirkel"]
        width, height = picture.evaluate("one => [one.clientWidth, one.clientHeight]")
        assert width <= 360
        assert abs(width / height - 640 / 360) < 0.02
        assert flaws(page) == []
        context.close()


def test_it_stands_beside_every_page_that_shows_it_and_comes_along(drawn: Path) -> None:
    assert (drawn / PATH / "look-twice/circle.svg").read_text(encoding="utf-8") == DRAWING
    assert (drawn / "en/library/look-twice/circle.svg").is_file()
    assert not (drawn / PATH / "circle.svg").exists()
    held = json.loads((drawn / PATH / "offline.json").read_text(encoding="utf-8"))["files"]
    assert f"{PATH}look-twice/circle.svg" in held
