"""A shared computer: the second learner finds nothing of the first, however the first one left."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import OTHER_LOOKS, flaws
from tests.e2e.settled import settled
from tests.e2e.test_learning import LESSON, choose
from tests.e2e.test_progress import DATABASE, ROWS, UNIT, open_progress

FRAGMENTS = {"nl": "gedeeld", "en": "shared"}
SCENARIO = "recruiter/calm/job-ad-in-three-minutes/"
NOON = "2027-01-18T12:00:00"

WORDS = {
    "nl": {"wiped": "Alles is gewist.", "idle": "Ben je er nog?", "stay": "Ik ben er nog", "done": "Klaar, wis alles"},
    "en": {
        "wiped": "Everything is wiped.",
        "idle": "Are you still there?",
        "stay": "I am still here",
        "done": "Done, wipe everything",
    },
}

KEPT = """async () => {
  const all = { session: { ...sessionStorage }, local: { ...localStorage }, caches: {}, databases: {} };
  for (const name of await caches.keys()) {
    all.caches[name] = (await (await caches.open(name)).keys()).map((one) => one.url);
  }
  for (const { name } of await indexedDB.databases()) {
    all.databases[name] = await new Promise((resolve, reject) => {
      const open = indexedDB.open(name);
      open.onerror = reject;
      open.onsuccess = () => {
        const asked = open.result.transaction("events").objectStore("events").getAll();
        asked.onsuccess = () => { open.result.close(); resolve(asked.result); };
      };
    });
  }
  return all;
}"""
"""All that the browser holds for this host."""

FIELDS = """() => [...document.querySelectorAll("input, textarea, select")]
  .filter((one) => one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
    : one.tagName !== "SELECT" && one.value !== one.defaultValue)
  .map((one) => one.name || one.id)"""
"""The fields that say something else than the page itself."""


def bar(page: Page) -> Locator:
    """The bar of a shared computer, once it works."""
    found = page.locator(".houvast-shared")
    expect(found).to_be_visible()
    return found


def open_shared(context: BrowserContext, server: SiteServer, uri: str = "nl/") -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{uri}#gedeeld")
    bar(page)
    return page


def learn(page: Page, server: SiteServer) -> None:
    """Leave traces everywhere: an answer, a path, a scenario, a planning, a field, a screen colour."""
    page.locator(".houvast-scheme").click()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    page.goto(f"{server.address}nl/{SCENARIO}")
    expect(page.locator("houvast-scenario")).to_have_attribute("data-playing", "")
    page.locator(".houvast-node:visible .houvast-node__choices a:visible").first.click()
    expect(page.locator(".houvast-scenario__back")).to_be_visible()
    page.goto(f"{server.address}nl/recruiter/fast/")
    bar(page)
    expect(page.locator("[data-progress]").first).to_contain_text(re.compile(r"\d"))
    page.locator("houvast-plan summary").click()
    page.locator("#plan-start").fill("2027-02-11")
    expect(page.locator("houvast-plan [data-sessions] time").first).to_be_visible()
    page.goto(f"{server.address}nl/library/")
    page.get_by_role("searchbox").fill("zandloper")
    page.goto(f"{server.address}nl/progress/")
    expect(page.locator("[data-begun]")).to_be_visible()
    held = page.evaluate(KEPT)
    assert "recruiter/fast" in json.dumps(held["session"])


def assert_nothing(page: Page, server: SiteServer) -> None:
    """Whoever comes next finds nothing: in what the browser holds, in any page, in any field, going back or forth."""
    bar(page)
    look(page)
    for _ in range(14):
        before = page.evaluate("history.length")
        page.go_back(wait_until="load")
        if page.url == "about:blank":
            page.go_forward()
            break
        look(page)
        assert page.evaluate("history.length") == before
    for uri in ("", UNIT, SCENARIO, "recruiter/fast/", "library/", "progress/"):
        page.goto(f"{server.address}nl/{uri}")
        look(page)
    expect(page.locator("[data-empty]")).to_be_visible()
    expect(page.locator("[data-last]")).not_to_be_empty()
    page.goto(f"{server.address}nl/recruiter/fast/")
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).not_to_have_value("2027-02-11")


def look(page: Page) -> None:
    bar(page)
    settled(page)
    held = page.evaluate(KEPT)
    # The path of a page that is open now is this learner's own; an answer, a planning, a colour would be the other's.
    assert '"kind"' not in held["session"].get("houvast:shared:/ rows", "")
    assert "2027-02-11" not in json.dumps(held["session"])
    assert "houvast:scheme" not in held["session"]
    assert held["local"] == {}
    assert held["caches"] == {}
    assert [row for rows in held["databases"].values() for row in rows if row["event"] != "about"] == []
    assert page.evaluate(FIELDS) == []
    assert "#p=" not in page.url
    expect(page.locator(".houvast-question[data-state], houvast-question[data-state]")).to_have_count(0)
    assert page.locator(".houvast-scenario__back:visible").count() == 0
    assert "zandloper" not in page.locator("body").inner_text()


def done(page: Page) -> Page:
    page.locator(".houvast-shared [data-done]").click()
    page.locator("dialog[data-sure] [data-end]").click()
    expect(page.locator("[data-shared-said]")).to_have_text(WORDS["nl"]["wiped"])
    assert page.url.endswith("/nl/")
    return page


def leave_idle(page: Page) -> Page:
    page.clock.fast_forward("04:40")
    expect(page.locator("dialog[data-idle]")).to_be_visible()
    page.clock.fast_forward("00:30")
    page.wait_for_url("**/nl/")
    return page


def close(page: Page) -> Page:
    context, address = page.context, page.url
    page.close()
    other = context.new_page()
    other.goto(re.sub(r"[^/]*/[^/]*/$", "nl/#gedeeld", address))
    return other


def sleep(page: Page) -> Page:
    """The computer slept on a page: nobody was asked, and the next one wakes it."""
    page.clock.set_system_time("2027-01-18T12:09:00")
    page.reload()
    return page


@pytest.mark.parametrize("leave", [done, leave_idle, close, sleep])
def test_the_second_learner_finds_nothing_of_the_first(
    new_context: NewContext, server: SiteServer, leave: Callable[[Page], Page]
) -> None:
    context = new_context(viewport={"width": 1280, "height": 900})
    context.clock.install(time=NOON)
    page = open_shared(context, server)
    learn(page, server)
    assert_nothing(leave(page), server)


def test_what_was_kept_before_is_neither_shown_nor_wiped(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    before = page.evaluate(ROWS, DATABASE)
    assert len(before) > 1
    page.locator(".houvast-footer a[href='?gedeeld']").click()
    bar(page)
    assert page.url == f"{server.address}nl/{UNIT}"
    expect(page.locator(LESSON).nth(0)).not_to_have_attribute("data-state", re.compile("."))
    choose(page.locator(LESSON).nth(1), right=True)
    page.goto(f"{server.address}nl/progress/")
    expect(page.locator("[data-units] [data-state=begun]")).to_have_count(1)
    expect(page.locator("tbody [data-state=right]")).to_have_count(1)
    done(page)
    page.goto(f"{server.address}nl/progress/")
    expect(page.locator("[data-empty]")).to_be_visible()
    assert page.evaluate(ROWS, DATABASE) == before
    other = open_progress(context, server)
    expect(other.locator("tbody [data-state=right]")).to_have_count(1)


@pytest.mark.parametrize("locale", FRAGMENTS)
def test_progress_goes_along_from_page_to_page_and_after_a_reload(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    page = new_context().new_page()
    page.goto(f"{server.address}{locale}/{UNIT}#{FRAGMENTS[locale]}")
    bar(page)
    choose(page.locator(LESSON).nth(0), right=True)
    page.reload()
    expect(page.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    page.goto(f"{server.address}{locale}/recruiter/fast/")
    expect(page.locator(".houvast-step[data-state=begun]")).to_have_count(1)
    page.go_back()
    expect(page.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    page.goto(f"{server.address}{locale}/progress/")
    page.locator("button[data-undo]").click()
    expect(page.locator("[data-said]")).not_to_be_empty()
    expect(page.locator("tbody [data-state=right]")).to_have_count(0)


@pytest.mark.parametrize("uri", ["", "404.html", "nl/", "nl/recruiter/", "nl/story/", "nl/offline.html", "en/may-i/"])
def test_every_page_says_that_the_computer_is_shared(new_context: NewContext, server: SiteServer, uri: str) -> None:
    page = new_context().new_page()
    page.goto(f"{server.address}{uri}")
    expect(page.locator(".houvast-shared")).to_be_hidden()
    page.goto("about:blank")
    page.goto(f"{server.address}{uri}#shared")
    expect(bar(page).get_by_role("button")).to_be_visible()
    assert page.evaluate("(async () => (await navigator.serviceWorker.getRegistrations()).length)()") == 0
    page.goto(f"{server.address}nl/recruiter/fast/")
    bar(page)
    page.wait_for_timeout(400)
    assert page.evaluate("(async () => (await navigator.serviceWorker.getRegistrations()).length)()") == 0
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("locale", WORDS)
def test_idle_is_asked_first_and_staying_keeps_all(new_context: NewContext, server: SiteServer, locale: str) -> None:
    page = new_context().new_page()
    page.clock.install(time=NOON)
    page.goto(f"{server.address}{locale}/{UNIT}#gedeeld")
    bar(page)
    choose(page.locator(LESSON).nth(0), right=True)
    for key in ("Enter", "Escape"):
        page.keyboard.press("Shift")
        page.clock.fast_forward("04:20")
        expect(page.locator("dialog[open]")).to_have_count(0)
        page.clock.fast_forward("00:10")
        asked = page.get_by_role("alertdialog", name=WORDS[locale]["idle"])
        expect(asked).to_be_visible()
        expect(asked.get_by_role("button", name=WORDS[locale]["stay"])).to_be_focused()
        assert flaws(page) == []
        page.keyboard.press(key)
        expect(page.locator("dialog[open]")).to_have_count(0)
        page.clock.fast_forward("00:40")
        expect(page.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    page.keyboard.press("Shift")
    page.clock.fast_forward("04:35")
    page.mouse.move(50, 50)
    page.clock.fast_forward("00:30")
    page.wait_for_url(f"**/{locale}/")
    bar(page)
    expect(page.locator("[data-shared-said]")).to_have_text(WORDS[locale]["wiped"])


def test_done_asks_once_and_only_where_something_would_be_lost(new_context: NewContext, server: SiteServer) -> None:
    page = open_shared(new_context(), server, f"nl/{UNIT}")
    page.get_by_role("button", name=WORDS["nl"]["done"]).click()
    page.wait_for_url("**/nl/")
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    page.get_by_role("button", name=WORDS["nl"]["done"]).click()
    asked = page.get_by_role("alertdialog", name="Alles wissen?")
    expect(asked).to_be_visible()
    assert flaws(page) == []
    asked.get_by_role("button", name="Nog niet").click()
    expect(page.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    page.get_by_role("button", name=WORDS["nl"]["done"]).click()
    asked.get_by_role("link").click()
    page.wait_for_url("**/nl/progress/#take")
    page.locator("button[data-take]").click()
    expect(page.get_by_role("img", name="QR-code met je voortgang")).to_be_visible()


def test_done_in_one_tab_is_done_in_a_copy_of_it(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = open_shared(context, server)
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    with context.expect_page() as opened:
        page.evaluate("window.open(location.href)")
    copy = opened.value
    expect(copy.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    bar(copy)
    done(page)
    copy.wait_for_url("**/nl/")
    look(copy)
    copy.go_back()
    look(copy)


def test_a_copy_of_a_tab_has_a_clock_of_its_own(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    context.clock.install(time=NOON)
    page = open_shared(context, server)
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    with context.expect_page() as opened:
        page.evaluate("window.open(location.href)")
    copy = opened.value
    bar(copy)
    expect(copy.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    context.clock.fast_forward("04:00")
    page.bring_to_front()
    page.keyboard.press("Shift")
    context.clock.fast_forward("00:40")
    context.clock.fast_forward("00:30")
    copy.wait_for_url("**/nl/")
    look(copy)
    expect(page.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")


def test_a_link_opened_in_another_tab_is_shared_too(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = open_shared(context, server)
    with context.expect_page() as opened:
        page.locator(".houvast-menu a[href*=library]").click(modifiers=["Control"])
    other = opened.value
    bar(other)
    assert other.url == f"{server.address}nl/library/"
    other.goto(f"{server.address}nl/{UNIT}")
    choose(other.locator(LESSON).nth(0), right=True)
    assert other.evaluate("(async () => (await indexedDB.databases()).length)()") == 0


def test_a_tab_that_is_not_shared_hears_nothing_of_a_wipe(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    own = context.new_page()
    own.goto(f"{server.address}nl/{UNIT}")
    choose(own.locator(LESSON).nth(0), right=True)
    page = open_shared(context, server)
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(1), right=True)
    done(page)
    expect(own.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    own.reload()
    expect(own.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    expect(own.locator(".houvast-shared")).to_be_hidden()


def test_who_chose_it_by_mistake_gets_out_with_nothing_left(new_context: NewContext, server: SiteServer) -> None:
    page = open_shared(new_context(), server)
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    page.locator("[data-own-computer]").click()
    page.wait_for_url("**/nl/")
    expect(page.locator(".houvast-shared")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0
    page.goto(f"{server.address}nl/{UNIT}")
    expect(page.locator(LESSON).nth(0)).not_to_have_attribute("data-state", re.compile("."))


def test_the_screen_colour_lasts_as_long_as_the_session(new_context: NewContext, server: SiteServer) -> None:
    page = open_shared(new_context(color_scheme="light"), server)
    page.locator(".houvast-scheme").click()
    page.goto(f"{server.address}nl/story/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert page.evaluate("localStorage.length") == 0
    bar(page).get_by_role("button").click()
    page.wait_for_url("**/nl/")
    expect(page.locator("html")).not_to_have_attribute("data-scheme", "dark")


@pytest.mark.parametrize(("locale", "width", "scheme"), OTHER_LOOKS)
def test_the_bar_fits_and_axe_finds_nothing(
    new_context: NewContext, server: SiteServer, locale: str, width: int, scheme: str
) -> None:
    page = new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for uri in ("", "404.html", f"{locale}/", f"{locale}/{UNIT}", f"{locale}/progress/"):
        page.goto("about:blank")
        page.goto(f"{server.address}{uri}#gedeeld")
        bar(page)
        assert flaws(page) == [], uri


def test_without_javascript_nothing_is_offered_that_does_not_work(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}nl/#gedeeld")
    expect(page.locator("a[href='?gedeeld']").first).to_be_hidden()
    expect(page.locator(".houvast-shared")).to_be_hidden()


def test_only_a_shared_computer_loads_what_is_for_it(new_context: NewContext, server: SiteServer) -> None:
    page = new_context().new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(Path(request.url).name))
    page.goto(f"{server.address}nl/{UNIT}")
    page.goto(f"{server.address}nl/progress/")
    expect(page.locator("houvast-progress")).to_have_attribute("data-drawn", "")
    assert {"shared-bar.js", "shared-bar.css", "forget.js", "qr.js", "carry.js", "transfer.js"}.isdisjoint(seen)


def test_a_page_that_the_browser_kept_whole_is_opened_anew(new_context: NewContext, server: SiteServer) -> None:
    """A browser that is driven keeps no page whole: the event alone is the real one's."""
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    back = "() => { window.old = true; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
    page.evaluate(back)
    page.wait_for_timeout(300)
    assert page.evaluate("window.old")
    page.locator(".houvast-footer a[href='?gedeeld']").click()
    bar(page)
    with page.expect_navigation():
        page.evaluate(back)
    bar(page)
    assert not page.evaluate("window.old")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(page.locator("body")).to_be_hidden()


def test_who_reads_aloud_is_not_idle(new_context: NewContext, server: SiteServer) -> None:
    page = new_context().new_page()
    page.clock.install(time=NOON)
    page.add_init_script("Object.defineProperty(speechSynthesis, 'speaking', { get: () => !window.quiet })")
    page.goto(f"{server.address}nl/{UNIT}#gedeeld")
    bar(page)
    page.clock.fast_forward("04:35")
    page.clock.fast_forward("04:35")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.evaluate("window.quiet = true")
    page.clock.fast_forward("04:35")
    expect(page.locator("dialog[data-idle]")).to_be_visible()
