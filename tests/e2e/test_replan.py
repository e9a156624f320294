"""A learner's own planning on the path page: days, what moved, hats, another tab, wiping, and no JavaScript."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from houvast.site import SiteServer
from tests.conftest import ROOT, NewContext
from tests.e2e.flaws import OTHER_LOOKS, flaws

PATH_FILE = (ROOT / "tests/cases/path.json").read_text(encoding="utf-8")

APPEND = """async ([address, events]) => {
  const { log } = await import(address);
  for (const event of events) await log().append(event);
}"""


def open_path(context: BrowserContext, server: SiteServer, today: str = "2027-01-11", locale: str = "nl") -> Page:
    """The page of a path whose `path.json` is that of the cases, on a day."""
    page = context.new_page()
    page.clock.set_fixed_time(f"{today}T10:00:00Z")

    def answer(route: Route) -> None:
        route.fulfill(body=PATH_FILE, content_type="application/json")

    page.route("**/path.json", answer)
    page.goto(f"{server.address}{locale}/recruiter/calm/")
    expect(page.locator("houvast-plan")).to_be_visible()
    return page


def begin_on(page: Page, day: str) -> None:
    """Open the block and choose a start day."""
    if page.locator("houvast-plan details[open]").count() == 0:
        page.locator("houvast-plan summary").click()
    page.locator("#plan-start").fill(day)
    expect(page.locator("[data-days]")).to_be_visible()


def log_events(page: Page, server: SiteServer, *events: dict[str, object]) -> None:
    page.evaluate(APPEND, [f"{server.address}nl/assets/houvast/log.js", list(events)])


def right(*items: str) -> list[dict[str, object]]:
    """Events that say these items, each `id:hash`, were answered right."""
    pairs = (item.split(":") for item in items)
    return [{"item": item, "kind": "answered", "hash": hash, "chosen": "", "correct": True} for item, hash in pairs]


def skipped(unit: str, kind: str = "skipped") -> dict[str, object]:
    return {"item": unit, "kind": kind, "hash": "", "chosen": "", "correct": False}


def days(page: Page) -> list[str]:
    """The sessions as a reader sees them: number, day, titles."""
    lines = page.locator("[data-sessions] > li").all()
    return [re.sub(r"\s+", " ", line.inner_text()).strip() for line in lines]


SAID = "houvast-plan [role=status]"


def test_a_start_day_gives_every_session_a_day(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    expect(page.locator(SAID)).to_be_empty()
    expect(page.locator("[data-days]")).to_be_hidden()
    begin_on(page, "2027-01-14")
    expect(page.locator(SAID)).to_have_text(
        "Je laatste sessie valt op 31 januari. Eerst komt sessie 1, op donderdag 14 januari."
    )
    assert days(page)[:3] == [
        "Sessie 1 · donderdag 14 januari · 10 minuten Ons verhaal; en, \\ meer Nooit, en eerst vragen, deel 1 van 2",
        "Sessie 2 · zondag 17 januari · 10 minuten Nooit, en eerst vragen, deel 2 van 2 <img src=x onerror=alert(1)>",
        "Sessie 3 · donderdag 21 januari · 10 minuten Vertrouw, maar check, deel 1 van 2",
    ]
    assert len(days(page)) == 6
    expect(page.locator("[data-sessions] a").nth(2)).to_have_attribute("href", "never-and-ask-first/#part-2")
    assert page.locator("[data-reviews] time").evaluate_all("times => times.map((time) => time.dateTime)") == [
        "2027-01-21",
        "2027-02-11",
        "2027-05-14",
        "2028-01-09",
    ]
    assert page.locator("[data-by] li").all_inner_texts() == [
        "Je organisatie vraagt de spelregels (gegevens, en wat nooit mag) tegen 31 januari. "
        "Dat haal je: je bent er op 17 januari.",
        "Je organisatie vraagt het hele pad tegen 20 januari. Zo ben je er pas op 31 januari. "
        "Met 6 sessies per week vanaf nu haal je het.",
    ]
    page.reload()
    expect(page.locator(SAID)).to_contain_text("Je laatste sessie valt op 31 januari.")


def test_who_is_behind_begins_again_today(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = open_path(context, server)
    begin_on(page, "2027-01-11")
    expect(page.locator(SAID)).to_have_text("Je laatste sessie valt op 28 januari. Vandaag is het tijd voor sessie 1.")
    log_events(page, server, *right("s1:a", "s2:b", "n1:c"))
    expect(page.locator(SAID)).to_contain_text("Eerst komt sessie 2, op donderdag 14 januari.")
    assert days(page)[0].startswith("Sessie 2 · donderdag 14 januari · 10 minuten")

    later = open_path(context, server, today="2027-01-19")
    expect(later.locator(SAID)).to_have_text(
        "Je bent 2 sessies achter. We beginnen opnieuw te tellen vanaf vandaag. "
        "Je laatste sessie valt nu op 2 februari in plaats van 28 januari. Vandaag is het tijd voor sessie 2."
    )
    log_events(later, server, *right("n2:d", "c1:e", "c2:f", "t1:g", "quote:h", "w1:i"))
    expect(later.locator(SAID)).to_have_text("Je hebt alles gedaan. Alleen de herhalingen komen nog.")
    assert days(later) == []
    later.locator("houvast-plan summary").click()
    later.get_by_role("button", name="Gedaan").click()
    expect(later.locator("[data-reviews] li").first).to_have_text("Herhaling 2 · maandag 8 februari")
    expect(later.locator("houvast-plan summary")).to_be_focused()


def test_what_is_skipped_is_left_out_until_it_is_not(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    begin_on(page, "2027-01-11")
    log_events(page, server, skipped("never"), skipped("quote"))
    expect(page.locator(SAID)).to_contain_text(
        "Wat je al deed of oversloeg, valt weg. Je laatste sessie valt nu op 21 januari in plaats van 28 januari."
    )
    assert not any("Nooit" in line or "offerte" in line for line in days(page))
    page.clock.set_fixed_time("2027-01-11T10:00:01Z")
    log_events(page, server, skipped("never", "unskipped"))
    expect(page.locator("[data-sessions]")).to_contain_text("Nooit, en eerst vragen, deel 1 van 2")


def test_hats_come_after_the_path(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    page.locator("houvast-plan summary").click()
    page.get_by_role("checkbox", name="AI-champion").check()
    expect(page.locator(SAID)).to_have_text("Na je pad komt erbij: AI-champion.")
    plus = page.locator(".houvast-plus")
    expect(plus.get_by_role("heading")).to_have_text("Erbij: AI-champion")
    expect(plus.locator("a")).to_have_text("Een collega op weg helpen")
    expect(plus.locator("a")).to_have_attribute("href", "../../hats/champion/coach/")
    expect(plus).to_contain_text("Staat al op je pad: “Vertrouw, maar check”.")
    assert page.locator(".houvast-session").last.evaluate("section => section.matches('.houvast-plus')")
    begin_on(page, "2027-01-11")
    page.get_by_role("checkbox", name="Leidinggevende").check()
    expect(page.locator("[data-sessions] > li")).to_have_count(8)
    assert days(page)[6] == "Sessie 7 · maandag 1 februari · 8 minuten Een collega op weg helpen (AI-champion)"
    log_events(page, server, *right("h1:j"))
    expect(plus.first.locator(".houvast-step")).to_have_attribute("data-state", "done")
    expect(page.locator("[data-sessions] > li")).to_have_count(7)
    page.get_by_role("checkbox", name="AI-champion").uncheck()
    expect(plus.get_by_role("heading")).to_have_text(["Erbij: Leidinggevende"])


def test_another_tab_follows_and_wiping_takes_it_away(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    one, other = open_path(context, server), open_path(context, server, locale="en")
    begin_on(one, "2027-01-14")
    one.get_by_role("checkbox", name="AI-champion").check()
    expect(other.locator(SAID)).to_contain_text("Your last session is on 4 February.")
    expect(other.locator("#plan-start")).to_have_value("2027-01-14")
    other.locator("houvast-plan summary").click()
    other.get_by_role("button", name="Erase my plan").click()
    expect(one.locator(SAID)).to_be_empty()
    expect(one.locator("[data-days]")).to_be_hidden()
    expect(one.locator(".houvast-plus")).to_have_count(0)
    one.reload()
    expect(one.locator("houvast-plan")).to_be_visible()
    expect(one.locator("#plan-start")).to_have_value("")


def test_wiping_the_log_wipes_the_planning(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    begin_on(page, "2027-01-14")
    expect(page.locator(SAID)).not_to_be_empty()
    page.evaluate(
        """() => new Promise((resolve, reject) => indexedDB.databases().then(([{ name }]) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => {
              const transaction = open.result.transaction("events", "readwrite");
              transaction.objectStore("events").clear();
              transaction.oncomplete = resolve;
              transaction.onerror = reject;
            };
        }))"""
    )
    page.reload()
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).to_be_visible()
    expect(page.locator("#plan-start")).to_have_value("")
    expect(page.locator("[data-days]")).to_be_hidden()


KEPT: list[object] = [7, True, "x", {"start": "2027-02-30", "hats": "champion", "time": "25:00"}]


@pytest.mark.parametrize("kept", KEPT)
def test_a_broken_setting_is_as_none(new_context: NewContext, server: SiteServer, kept: object) -> None:
    page = open_path(new_context(), server)
    keep = "async ([address, value]) => (await import(address)).keepSetting('plan', value)"
    page.evaluate(keep, [f"{server.address}nl/assets/houvast/log.js", kept])
    page.reload()
    expect(page.locator("houvast-plan form:not([hidden])")).to_be_attached()
    expect(page.locator("#plan-start")).to_have_value("")
    expect(page.locator("#plan-time")).to_have_value("09:00")


def test_without_storage_it_plans_and_says_so(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    context.add_init_script("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } });")
    page = open_path(context, server)
    begin_on(page, "2027-01-14")
    expect(page.locator(SAID)).to_contain_text("Je laatste sessie valt op 31 januari.")
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")


def test_the_days_of_the_organisation(new_context: NewContext, server: SiteServer) -> None:
    page = new_context().new_page()
    page.clock.set_fixed_time("2026-12-01T10:00:00Z")
    page.goto(f"{server.address}nl/recruiter/calm/")
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).to_have_value("2027-01-11")
    expect(page.locator(SAID)).to_contain_text("Eerst komt sessie 1, op maandag 11 januari 2027.")
    sessions = page.locator(".houvast-session:not(.houvast-plus)").count()
    expect(page.locator("[data-sessions] > li")).to_have_count(sessions)
    expect(page.locator(".houvast-deadlines:not([data-by])")).to_be_hidden()


def test_nobody_comes_in_behind(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2027-03-01T10:00:00Z")
    page.goto(f"{server.address}nl/recruiter/calm/")
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).to_have_value("2027-03-01")
    expect(page.locator(SAID)).to_contain_text("Vandaag is het tijd voor sessie 1.")
    expect(page.locator(SAID)).not_to_contain_text("achter")
    item = (page.locator(".houvast-step").first.get_attribute("data-items") or "").split()[0]
    log_events(page, server, *right(item))
    page.clock.set_fixed_time("2027-03-09T10:00:00Z")
    page.reload()
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).to_have_value("2027-03-01")
    expect(page.locator(SAID)).to_contain_text("achter. We beginnen opnieuw te tellen vanaf vandaag.")


def test_without_javascript_nothing_is_lost_or_promised(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(page.locator("houvast-plan")).to_be_hidden()
    expect(page.locator(".houvast-deadlines:not([data-by])")).to_be_visible()
    expect(page.locator(".houvast-session")).not_to_have_count(0)


def test_by_keyboard_alone(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    page.locator("houvast-plan summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#plan-start")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#plan-start")).to_be_focused()
    page.keyboard.type("14012027" if page.evaluate("new Date(0).toLocaleDateString()")[0] != "1" else "01142027")
    expect(page.locator(SAID)).to_contain_text("Je laatste sessie valt op 31 januari.")
    expect(page.locator("#plan-start")).to_be_focused()
    page.get_by_role("checkbox", name="AI-champion").focus()
    page.keyboard.press("Space")
    expect(page.locator(".houvast-plus")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="AI-champion")).to_be_focused()


@pytest.mark.parametrize(
    ("locale", "width", "look"),
    [
        *((locale, width, {"color_scheme": scheme}) for locale, width, scheme in OTHER_LOOKS),
        ("nl", 320, {"forced_colors": "active"}),
    ],
)
def test_axe_finds_nothing(
    new_context: NewContext, server: SiteServer, locale: str, width: int, look: dict[str, str]
) -> None:
    page = open_path(new_context(viewport={"width": width, "height": 900}, **look), server, locale=locale)
    begin_on(page, "2027-01-04")
    page.locator("houvast-plan [name=hat]").first.check()
    expect(page.locator(".houvast-plus")).to_have_count(1)
    # axe reckons with the colours of the sheet, also where the reader's own are forced upon it
    assert flaws(page, without=["color-contrast"] if "forced_colors" in look else []) == []


def test_print_shows_the_days(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    begin_on(page, "2027-01-14")
    page.locator("houvast-plan summary").click()
    expect(page.locator("[data-sessions] time").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("[data-sessions] time").first).to_be_visible()
    expect(page.locator("houvast-plan form")).to_be_hidden()


def test_a_planning_that_cannot_be_loaded_says_so(new_context: NewContext, server: SiteServer) -> None:
    page = new_context().new_page()
    broken = True

    def answer(route: Route) -> None:
        route.fulfill(body="{" if broken else PATH_FILE, content_type="application/json")

    page.route("**/path.json", answer)
    page.goto(f"{server.address}nl/recruiter/calm/")
    summary = page.locator("houvast-plan summary")
    summary.click()
    expect(page.locator(SAID)).to_have_text("Je planning kon niet geladen worden. Sluit dit blok en open het opnieuw.")
    broken = False
    summary.click()
    summary.click()
    expect(page.locator("#plan-start")).to_be_visible()
    expect(page.locator(SAID)).to_be_empty()


def test_the_first_visit_of_a_path_stays_small(new_context: NewContext, server: SiteServer, site: Path) -> None:
    page = new_context().new_page()
    seen: set[str] = set()
    page.on("request", lambda request: seen.add(request.url))
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(page.locator("houvast-plan")).to_be_visible()
    ours = [url.removeprefix(server.address) for url in seen if "/assets/houvast/" in url]
    sizes = {name: len(gzip.compress((site / name).read_bytes())) for name in ours}
    assert {"nl/assets/houvast/replan.js", "nl/assets/houvast/path.css"} <= set(sizes)
    assert sum(sizes.values()) <= 15 * 1024, json.dumps(sizes)
    seen.clear()
    page.locator("houvast-plan summary").click()
    expect(page.locator("#plan-start")).to_be_visible()
    later = [url.removeprefix(server.address) for url in seen if "/assets/houvast/" in url]
    assert sum(len(gzip.compress((site / name).read_bytes())) for name in later) <= 10 * 1024


def test_of_what_was_skipped_one_case_comes_back_in_the_first_review(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(page.locator("houvast-plan")).to_be_visible()
    begin_on(page, "2027-01-11")
    reviews = page.locator("[data-reviews] > li")
    expect(reviews).to_have_count(4)
    expect(reviews.first.locator("ul a")).to_have_count(0)
    log_events(page, server, skipped("trust-but-check"))
    expect(reviews.first.locator("ul a")).to_have_text("Vertrouw, maar check")
    expect(reviews.nth(1).locator("ul a")).to_have_count(0)
    reviews.first.locator("ul a").click()
    case = page.locator("houvast-placement houvast-question:target")
    expect(case).to_be_visible()
    expect(case.locator("button[type=submit]")).to_be_visible()
