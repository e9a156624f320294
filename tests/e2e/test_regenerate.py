"""Courses change and are built again: progress is found where it belongs, and only what asks something else is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from tests.e2e.test_learning import choose

PATH = "nl/clerk/brisk/"


def edit(courses: Path, file: str, *changes: tuple[str, str]) -> None:
    """Change a file and its translation's mark, as an author would."""
    text = (courses / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (courses / file).write_text(text, encoding="utf-8")


@pytest.fixture
def server(courses: Path) -> Iterator[SiteServer]:
    make(courses)
    server = SiteServer(courses.parent / "site", 0, reload=False)
    with server.running():
        yield server


def make(courses: Path) -> None:
    build(courses, courses.parent / "site", courses.parent / "build", EVERYTHING)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def learn(page: Page, address: str, unit: str) -> None:
    """Answer every question of a unit right."""
    page.goto(f"{address}{PATH}{unit}/")
    for question in page.locator("houvast-question").all():
        choose(question, right=True)


def state(page: Page, name: str) -> str | None:
    """What a question shows once the log was read."""
    question = page.locator(f"houvast-question#{name}")
    expect(question.locator("button[type=submit]")).to_be_visible()
    page.wait_for_timeout(300)
    return question.get_attribute("data-state")


def test_progress_is_found_after_every_kind_of_change(courses: Path, server: SiteServer, page: Page) -> None:
    for unit in ("first-steps", "look-twice"):
        learn(page, server.address, unit)
    # Renamed, reordered, a comma: nothing of it asks anything else.
    for locale, title, new in (
        ("nl", "Kijk twee keer", "Kijk altijd twee keer"),
        ("en", "Look twice", "Always look twice"),
    ):
        edit(courses, f"modules/look-twice/{locale}.md", (f"# {title}", f"# {new}"))
        edit(courses, "modules/look-twice/module.yml", (title, new))
    first = "- [ ] De toon.\n    > Die is meestal goed.\n"
    second = "- [x] De namen.\n    > Een bron beslist.\n"
    edit(courses, "modules/look-twice/nl.md", (first + second, second.replace("namen.", "namen!") + first))
    first, second = "- [ ] The tone.\n    > It is mostly fine.\n", "- [x] The names.\n    > A source decides.\n"
    edit(courses, "modules/look-twice/en.md", (first + second, second + first))
    # Reworded, so that it asks something else.
    edit(courses, "modules/look-twice/nl.md", ("### Wat dan?", "### Wat tel je na?"))
    edit(courses, "modules/look-twice/en.md", ("### What then?", "### What do you count again?"))
    # One dropped, one added.
    for locale, old, new, right, wrong in (
        ("nl", "### Welke is AI?", "### Wat leert?", "Een model.", "Een lamp."),
        ("en", "### Which one is AI?", "### What learns?", "A model.", "A lamp."),
    ):
        text = (courses / f"modules/first-steps/{locale}.md").read_text(encoding="utf-8")
        start = text.index(old)
        end = text.index("<!-- depth: extra -->", start)
        added = f"{new}\n\n<!-- id: first-new; kind: apply -->\n\n- [x] {right}\n    > x\n- [ ] {wrong}\n    > y\n\n"
        (courses / f"modules/first-steps/{locale}.md").write_text(text[:start] + added + text[end:], encoding="utf-8")
    make(courses)

    page.goto(f"{server.address}{PATH}look-twice/")
    expect(page.locator("h1")).to_have_text("Kijk altijd twee keer")
    assert state(page, "look-first") == "correct"
    assert page.locator("#look-first input:checked").count() == 1
    assert state(page, "look-then") is None
    expect(page.locator("#look-then .houvast-feedback")).to_contain_text("veranderd")
    page.goto(f"{server.address}{PATH}first-steps/")
    assert state(page, "first-what") == "correct"
    assert state(page, "first-new") is None
    expect(page.locator("#first-which")).to_have_count(0)
    page.goto(f"{server.address}{PATH}")
    for unit in ("first-steps", "look-twice"):
        count = page.locator(f".houvast-step:has(a[href^='{unit}']) [data-count]")
        expect(count).to_have_text("1 van 2 vragen juist")

    # Another pace and another language show the same.
    page.goto(f"{server.address}en/clerk/slow/look-twice/")
    assert state(page, "look-first") == "correct"
    assert state(page, "look-then") is None

    # An edit whose author says that the meaning is the same opens nothing again.
    choose(page.locator("#look-then"), right=True)
    kept = page.locator("#look-then").get_attribute("data-hash")
    rev = ("id: look-then;", f"id: look-then; rev: {kept};")
    edit(courses, "modules/look-twice/nl.md", ("### Wat tel je na?", "### Wat reken je na?"), rev)
    make(courses)
    page.goto(f"{server.address}{PATH}look-twice/")
    assert state(page, "look-then") == "correct"


def test_a_module_dropped_from_a_path_and_back_again_keeps_its_progress(
    courses: Path, server: SiteServer, page: Page
) -> None:
    learn(page, server.address, "look-twice")
    edit(courses, "modules/look-twice/module.yml", ("status: reviewed", "status: retired"))
    make(courses)
    page.goto(f"{server.address}{PATH}")
    expect(page.locator(".houvast-step a[href*='look-twice']")).to_have_count(0)
    edit(courses, "modules/look-twice/module.yml", ("status: retired", "status: reviewed"))
    make(courses)
    page.goto(f"{server.address}{PATH}look-twice/")
    assert state(page, "look-first") == "correct"
