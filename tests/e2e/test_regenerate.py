"""Courses change and are built again: progress is found where it belongs, and only what asks something else is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from tests.e2e.flaws import flaws
from tests.e2e.settled import settled
from tests.e2e.test_learning import LESSON, choose

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
    for question in page.locator(LESSON).all():
        choose(question, right=True)


def state(page: Page, name: str) -> str | None:
    """What a question shows once the log was read."""
    question = page.locator(f"houvast-question#{name}")
    expect(question.locator("button[type=submit]")).to_be_visible()
    settled(page)
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


def test_who_comes_back_is_told_what_changed_once(courses: Path, server: SiteServer, page: Page) -> None:
    page.clock.set_fixed_time("2027-03-12T10:00:00Z")
    edit(courses, "modules/look-twice/nl.md", ("id: look-first;", "id: look-first; critical: true;"))
    edit(courses, "modules/look-twice/en.md", ("id: look-first;", "id: look-first; critical: true;"))
    edit(courses, "modules/look-twice/module.yml", ("status: reviewed", "status: reviewed\ngate: true"))
    make(courses)
    learn(page, server.address, "first-steps")
    learn(page, server.address, "look-twice")
    page.goto(f"{server.address}{PATH}")
    expect(page.locator("[data-progress]")).to_contain_text("klaar")
    card, mark = page.locator(".houvast-changed__card"), page.locator(".houvast-changed__mark")
    settled(page)
    expect(card).to_have_count(0)

    # Another certainty is another fact; a comma in the statement is not.
    edit(courses, "facts.yml", ("Eén studie zag winst.", "Eén studie zag winst!"))
    make(courses)
    page.reload()
    settled(page)
    expect(card).to_have_count(0)
    edit(
        courses,
        "facts.yml",
        ("Eén studie zag winst!", "Twee studies zagen winst."),
        ("One study saw a gain.", "Two studies saw a gain."),
        ("certainty: B", "certainty: A"),
    )
    for locale, old, new in (
        ("nl", "### Wat eerst?", "### Wat kijk je na?"),
        ("en", "### What first?", "### Check what?"),
    ):
        edit(courses, f"modules/look-twice/{locale}.md", (old, new))
    make(courses)
    page.clock.set_fixed_time("2027-04-20T10:00:00Z")
    page.goto(f"{server.address}{PATH}")
    expect(card).to_have_count(2)
    expect(card.first).to_contain_text("Veranderd sinds jij dit deed (12 maart):")
    expect(card.first).to_contain_text("Twee studies zagen winst. (stand van 22 november 2026 · zeker)")
    expect(card.last).to_contain_text("Deze vraag is veranderd: Wat kijk je na?")
    expect(mark).to_have_text("veranderd sinds jij dit deed")
    expect(page.locator(".houvast-step[data-unit=look-twice]").locator(mark)).to_have_count(1)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert flaws(page) == []

    page.goto(f"{server.address}en/clerk/brisk/look-twice/")
    expect(card.first).to_contain_text("Changed since you did this (12 March):")
    page.goto(f"{server.address}{PATH}look-twice/")
    expect(card).to_have_count(2)
    page.locator(".houvast-changed").get_by_role("button", name="Gezien").first.focus()
    page.keyboard.press("Enter")
    expect(card).to_have_count(1)
    expect(page.locator(".houvast-changed h2")).to_be_focused()
    choose(page.locator("#look-first"), right=True)
    expect(card).to_have_count(0)
    page.goto(f"{server.address}{PATH}")
    expect(page.locator("[data-progress]")).to_contain_text("klaar")
    settled(page)
    expect(card).to_have_count(0)
    expect(mark).to_have_count(0)
    page.goto(f"{server.address}{PATH}first-steps/")
    settled(page)
    expect(card).to_have_count(0)


def test_a_changed_fact_is_seen_when_its_question_is_answered(courses: Path, server: SiteServer, page: Page) -> None:
    learn(page, server.address, "look-twice")
    page.goto(f"{server.address}{PATH}")
    expect(page.locator("[data-progress]")).to_contain_text("klaar")
    settled(page)
    edit(courses, "facts.yml", ("certainty: B", "certainty: C"))
    make(courses)
    page.reload()
    card = page.locator(".houvast-changed__card")
    expect(card).to_contain_text("nog open")
    card.get_by_role("link", name="Probeer de vraag in “Kijk twee keer”").click()
    expect(page).to_have_url(f"{server.address}{PATH}look-twice/#look-first")
    expect(card).to_have_count(1)
    question = page.locator("#look-first")
    question.get_by_role("button", name="Opnieuw").click()
    choose(question, right=False)
    expect(card).to_have_count(0)
    page.reload()
    settled(page)
    expect(card).to_have_count(0)
