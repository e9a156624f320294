"""My progress: what it shows, a copy kept and brought back, undone, erased; a log that survives what browsers do."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from houvast.site import SiteServer
from tests.conftest import ROOT, NewContext
from tests.e2e.flaws import flaws
from tests.e2e.settled import eventually, settled
from tests.e2e.test_learning import LESSON, choose, choose_all

SCHEMA = ROOT / "site_theme/assets/houvast/progress.schema.json"
UNIT = "recruiter/fast/ai-in-plain-words/"
HOSTILE = '<img src=x onerror="alert(1)">'

WORDS = {
    "nl": {
        "empty": "Hier staat nog niets",
        "erased": "Alles is gewist.",
        "merged": "Klaar: {} toegevoegd.",
        "new": "Er komen {} antwoorden en keuzes bij.",
        "older": "Let op: hier of op een ander toestel werd intussen alles gewist",
        "known": "Alles uit dit bestand staat hier al.",
        "not_ours": "Dit bestand is geen kopie van je voortgang.",
        "undone": "Teruggenomen.",
        "name": "houvast-voortgang-",
    },
    "en": {
        "empty": "Nothing here yet",
        "erased": "Everything is erased.",
        "merged": "Done: {} added.",
        "new": "This adds {} answers and choices.",
        "older": "Note: here or on another device everything was erased since",
        "known": "Everything in this file is here already.",
        "not_ours": "This file is not a copy of your progress.",
        "undone": "Taken back.",
        "name": "houvast-progress-",
    },
}

# The database as it was before it had a schema: events and settings, nothing that tells of them.
VERSION_1 = """({ name, rows }) => new Promise((resolve, reject) => {
  const open = indexedDB.open(name, 1);
  open.onupgradeneeded = () => open.result.createObjectStore("events", { keyPath: "event" });
  open.onerror = reject;
  open.onsuccess = () => {
    const transaction = open.result.transaction("events", "readwrite");
    for (const row of rows) transaction.objectStore("events").put(row);
    transaction.oncomplete = () => { open.result.close(); resolve(); };
  };
})"""

ROWS = """async (name) => new Promise((resolve, reject) => {
  const open = indexedDB.open(name);
  open.onerror = reject;
  open.onsuccess = () => {
    const asked = open.result.transaction("events").objectStore("events").getAll();
    asked.onsuccess = () => { open.result.close(); resolve(asked.result); };
  };
})"""

DATABASE = "houvast:Brughuis:/"
Row = dict[str, object]


def event(number: int, item: str, hash: str, correct: bool = True, **more: object) -> Row:
    """An event of January 2026, as it stands in the database and in a file."""
    made = {"event": f"00000000-0000-4000-8000-{number:012}", "item": item, "kind": "answered", "hash": hash}
    return {**made, "chosen": "x", "correct": correct, "at": f"2026-01-{number % 28 + 1:02}T10:00:00.000Z", **more}


def courses(site: Path, locale: str = "nl") -> dict[str, list[Row]]:
    """`progress.json` of the built site."""
    text = (site / locale / "progress/progress.json").read_text(encoding="utf-8")
    return cast(dict[str, list[Row]], json.loads(text))


def items(site: Path, unit: str) -> list[Row]:
    return next(cast(list[Row], one["items"]) for one in courses(site)["units"] if one["id"] == unit)


def copy_of(*events: Row, **more: object) -> Row:
    about: Row = {"houvast": "progress", "schema": 2, "organisation": "Brughuis", "generation": "first"}
    return {**about, "written": "2026-02-01T10:00:00.000Z", "settings": {}, "events": list(events), "aside": [], **more}


def payload(content: object) -> FilePayload:
    text = content if isinstance(content, str) else json.dumps(content)
    return {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}


def open_progress(context: BrowserContext, server: SiteServer, locale: str = "nl") -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{locale}/progress/")
    expect(page.locator("houvast-progress")).to_have_attribute("data-drawn", "")
    return page


def choose_file(page: Page, content: object) -> None:
    page.locator("#progress-file").set_input_files(payload(content))


def bring(page: Page, content: object, added: int) -> None:
    """Bring a copy that adds so many events."""
    choose_file(page, content)
    page.locator("button[data-add]").click()
    words = WORDS[page.locator("html").get_attribute("lang") or ""]
    expect(page.locator("[data-said]")).to_have_text(words["merged"].format(added))


def keep_copy(page: Page, folder: Path) -> str:
    with page.expect_download() as download:
        page.locator("button[data-export]").click()
    path = folder / "copy.json"
    download.value.save_as(path)
    return path.read_text(encoding="utf-8")


def erase(page: Page) -> None:
    page.locator("button[data-erase]").click()
    page.locator("button[data-erase-now]").click()
    expect(page.locator("[data-empty]")).to_be_visible()


def shown(page: Page) -> str:
    """What the page tells of the log, without the words of the last action."""
    expect(page.locator("[data-begun]")).to_be_visible()
    return page.locator("[data-begun]").inner_text() + page.locator("[data-last]").inner_text()


@pytest.mark.parametrize("locale", WORDS)
def test_what_was_done_is_shown_per_unit_and_per_competency(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    context = new_context()
    page = open_progress(context, server, locale)
    expect(page.get_by_role("heading", name=WORDS[locale]["empty"])).to_be_visible()
    expect(page.locator("[data-begun]")).to_be_hidden()
    page.goto(f"{server.address}{locale}/{UNIT}")
    choose_all(page)
    page.goto(f"{server.address}{locale}/recruiter/fast/our-story/")
    choose(page.locator(LESSON).first, right=False)

    page = open_progress(context, server, locale)
    expect(page.locator("[data-empty]")).to_be_hidden()
    expect(page.locator("#progress-path")).to_have_value("recruiter/fast")
    units = page.locator("[data-units] > li")
    expect(units.filter(has=page.locator("a[href*='recruiter/fast/ai-in-plain-words/']"))).to_have_attribute(
        "data-state", "done"
    )
    expect(units.filter(has=page.locator("a[href*='recruiter/fast/our-story/']"))).to_have_attribute(
        "data-state", "begun"
    )
    understand = page.locator("tbody tr").first
    right = int(understand.locator("td").nth(0).inner_text())
    assert right > 0
    expect(understand.locator(".houvast-bars [data-state=right]")).to_have_count(right)
    expect(page.locator("tbody [data-state=again]")).to_have_count(1)
    assert flaws(page) == []


def test_units_stand_on_my_path_as_they_do_on_the_path(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose_all(page)
    page.goto(f"{server.address}nl/recruiter/fast/")
    expect(page.locator(".houvast-step[data-state=done]")).not_to_have_count(0)
    done = set(page.locator(".houvast-step[data-state=done]").evaluate_all("all => all.map((one) => one.dataset.unit)"))
    page = open_progress(context, server)
    links = page.locator("[data-units] > [data-state=done] a").evaluate_all("all => all.map((one) => one.pathname)")
    assert {link.strip("/").split("/")[-1] for link in links} == done == {"ai-in-plain-words"}
    page.locator("#progress-path").select_option("care-worker/calm")
    expect(page.locator("[data-units] a").first).to_have_attribute("href", re.compile("care-worker/calm/"))
    page.reload()
    expect(page.locator("#progress-path")).to_have_value("care-worker/calm")


def test_sure_and_not_right_comes_back_until_it_is_right(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    item = items(site, "ai-in-plain-words")[0]
    page = open_progress(new_context(), server)
    bring(page, copy_of(event(1, str(item["id"]), str(item["hash"]), False, sure=True)), 1)
    link = page.locator("main [data-sure] a")
    expect(link).to_have_text(str(item["stem"]))
    link.click()
    expect(page.locator(f"[id='{item['id']}']")).to_be_visible()
    choose(page.locator(f"houvast-question[id='{item['id']}']"), right=True)
    page.goto(f"{server.address}nl/progress/")
    expect(page.locator("[data-no-sure]")).to_be_visible()
    expect(page.locator("main [data-sure] a")).to_have_count(0)


def test_the_days_of_reviews_are_those_of_the_planning(new_context: NewContext, server: SiteServer, site: Path) -> None:
    item = items(site, "ai-in-plain-words")[0]
    context = new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2027-01-18T10:00:00Z")
    page.goto(f"{server.address}nl/progress/")
    bring(page, copy_of(event(1, str(item["id"]), str(item["hash"])), settings={"path": "recruiter/calm"}), 1)
    expect(page.locator("[data-no-planning]")).to_be_visible()
    expect(page.locator("[data-reviews] li")).to_have_count(0)
    page.locator("[data-to-planning] a").click()
    page.locator("houvast-plan summary").click()
    page.locator("#plan-start").fill("2027-01-11")
    expect(page.locator("houvast-plan [data-reviews] time").first).to_be_visible()
    days = page.locator("houvast-plan [data-reviews] time").evaluate_all("all => all.map((one) => one.dateTime)")
    page.goto(f"{server.address}nl/progress/")
    times = page.locator("[data-reviews] time")
    expect(times).to_have_count(len(days))
    assert times.evaluate_all("all => all.map((one) => one.dateTime)") == days
    expect(page.locator("[data-reviews] li").first).to_contain_text("nu aan de beurt")
    expect(page.locator("[data-no-planning]")).to_be_hidden()


@pytest.mark.parametrize("locale", WORDS)
def test_a_copy_erased_and_brought_back_gives_the_same_page(
    new_context: NewContext, server: SiteServer, tmp_path: Path, locale: str
) -> None:
    words = WORDS[locale]
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}{locale}/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    choose(page.locator(LESSON).nth(1), right=False)
    page = open_progress(context, server, locale)
    before = shown(page)
    with page.expect_download() as download:
        page.locator("button[data-export]").click()
    assert re.fullmatch(words["name"] + r"\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    text = keep_copy(page, tmp_path)
    assert len(json.loads(text)["events"]) == 2

    page.locator("button[data-erase]").click()
    expect(page.locator("[data-sure-erase]")).to_be_focused()
    assert flaws(page) == []
    page.locator("[data-sure-erase] [data-cancel]").click()
    expect(page.locator("button[data-erase]")).to_be_focused()
    assert shown(page) == before
    erase(page)
    expect(page.locator("[data-said]")).to_contain_text(words["erased"])
    assert [row for row in page.evaluate(ROWS, DATABASE) if row["event"] != "about"] == []

    choose_file(page, text)
    expect(page.locator("[data-bring]")).to_be_focused()
    expect(page.locator("[data-bring]")).to_contain_text(words["new"].format(2))
    expect(page.locator("[data-bring] .houvast-warning")).to_contain_text(words["older"])
    assert flaws(page) == []
    page.locator("[data-bring] [data-cancel]").click()
    expect(page.locator("[data-empty]")).to_be_visible()
    bring(page, text, 2)
    assert shown(page) == before
    choose_file(page, text)
    expect(page.locator("[data-bring]")).to_contain_text(words["known"])
    expect(page.locator("button[data-add]")).to_be_hidden()


def test_a_copy_goes_to_a_fresh_device_unasked(new_context: NewContext, server: SiteServer, tmp_path: Path) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).first, right=True)
    page = open_progress(context, server)
    erase(page)
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).first, right=True)
    page = open_progress(context, server)
    text = keep_copy(page, tmp_path)
    other = open_progress(new_context(), server)
    choose_file(other, text)
    expect(other.locator("[data-bring]")).to_be_visible()
    expect(other.locator("[data-bring] .houvast-warning")).to_have_count(0)
    other.locator("button[data-add]").click()
    expect(other.locator("[data-begun]")).to_be_visible()
    assert json.loads(keep_copy(other, tmp_path))["generation"] == json.loads(text)["generation"] != "first"


def test_a_copy_is_as_its_schema_says(new_context: NewContext, server: SiteServer, tmp_path: Path) -> None:
    kinds = ["answered", "completed", "skipped", "unskipped", "guided", "wrote", "followed", "reviewed"]
    events = [event(number, "item", "hash", kind=kind) for number, kind in enumerate(kinds)]
    more = [
        event(20, str(events[0]["event"]), "", kind="undone"),
        event(21, "it", "h", credit=0.5, sure=False, text="é"),
    ]
    page = open_progress(new_context(), server)
    bring(page, copy_of(*events, *more, settings={"path": "recruiter/calm"}), 10)
    page.evaluate(
        """async (address) => {
          const { log } = await import(address);
          await log().append({ item: "x", kind: "wrote", hash: "", chosen: "", correct: true,
            text: "lang".repeat(1000) });
        }""",
        f"{server.address}nl/assets/houvast/log.js",
    )
    copy = json.loads(keep_copy(page, tmp_path))
    assert len(copy["events"]) == 11
    assert {len(one.get("text", "")) for one in copy["events"]} == {0, 1, 2000}
    for check in (["--check-metaschema", str(SCHEMA)], ["--schemafile", str(SCHEMA), str(tmp_path / "copy.json")]):
        run = subprocess.run([sys.executable, "-m", "check_jsonschema", *check], capture_output=True, text=True)
        assert run.returncode == 0, run.stdout
    published = page.request.get(f"{server.address}nl/assets/houvast/progress.schema.json")
    assert published.json() == json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("locale", WORDS)
def test_the_last_answer_is_taken_back_and_put_back(new_context: NewContext, server: SiteServer, locale: str) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}{locale}/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    choose(page.locator(LESSON).nth(1), right=True)
    page = open_progress(context, server, locale)
    before = shown(page)
    page.locator("button[data-undo]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_have_text(WORDS[locale]["undone"])
    assert shown(page) != before
    unit = context.new_page()
    unit.goto(f"{server.address}{locale}/{UNIT}")
    expect(unit.locator(LESSON).nth(0)).to_have_attribute("data-state", "correct")
    expect(unit.locator(LESSON).nth(1)).not_to_have_attribute("data-state", re.compile("."))
    page.locator("button[data-redo]").click()
    expect(page.locator("button[data-redo]")).to_be_hidden()
    expect(page.locator("button[data-undo]")).to_be_focused()
    assert shown(page) == before


BAD_FILES: dict[str, object] = {
    "no JSON": "{",
    "a list": [],
    "nothing": "null",
    "something else": {"houvast": "plan", "schema": 2, "events": []},
    "no events": {"houvast": "progress", "schema": 2},
    "events that are text": {"houvast": "progress", "schema": 2, "events": "x"},
    "a schema that is text": copy_of(schema="2"),
    "a schema of none": copy_of(schema=0),
}


def test_a_file_that_is_no_copy_changes_nothing(new_context: NewContext, server: SiteServer) -> None:
    page = open_progress(new_context(), server)
    for what, content in BAD_FILES.items():
        page.locator("[data-said]").evaluate("said => { said.textContent = ''; }")
        choose_file(page, content)
        expect(page.locator("[data-said]"), what).to_contain_text(WORDS["nl"]["not_ours"])
    choose_file(page, copy_of(schema=3))
    expect(page.locator("[data-said]")).to_contain_text("nieuwere versie van deze site")
    choose_file(page, copy_of(*({} for _ in range(50_001))))
    expect(page.locator("[data-said]")).to_contain_text("hoogstens 10 MB")
    page.locator("[data-said]").evaluate("said => { said.textContent = ''; }")
    choose_file(page, " " * (10 * 1024 * 1024 + 1))
    expect(page.locator("[data-said]")).to_contain_text("hoogstens 10 MB")
    assert [row["event"] for row in page.evaluate(ROWS, DATABASE)] == ["about"]


def test_a_hostile_file_is_inert(new_context: NewContext, server: SiteServer) -> None:
    good = event(1, HOSTILE, HOSTILE, chosen='"]', text=HOSTILE, sure=True, credit=1)
    bad: list[object] = [
        {**good, "event": "about"},
        {**good, "event": "setting:path"},
        {**good, "event": [good["event"]]},
        {**good, "event": "00000000-0000-4000-8000-00000000000G"},
        {**good, "item": "x" * 201},
        {**good, "item": {"toString": 1}},
        {**good, "kind": "constructor"},
        {**good, "correct": "true"},
        {**good, "at": "2026-13-45T10:00:00.000Z"},
        {**good, "at": "now"},
        {**good, "credit": 2},
        {**good, "credit": "1"},
        {**good, "sure": 1},
        {**good, "text": "x" * 2001},
        {"__proto__": good},
        None,
        7,
        [good],
    ]
    extra = {**good, "event": "00000000-0000-4000-8000-0000000000ff", "evil": HOSTILE, "__proto__": {"evil": 1}}
    settings = {
        "__proto__": {"evil": 1},
        "a b": 1,
        "long": "x" * 2001,
        "deep": [[[[[1]]]]],
        "wide": list(range(201)),
        "proto": {"__proto__": {"evil": 1}},
        "plan": {"start": HOSTILE, "hats": [HOSTILE], "time": 7},
        "path": HOSTILE,
    }
    page = open_progress(new_context(), server)
    choose_file(page, copy_of(good, *cast(list[Row], bad), extra, settings=settings, organisation=HOSTILE, evil=1))
    told = page.locator("[data-bring]")
    expect(told).to_contain_text(WORDS["nl"]["new"].format(2))
    expect(told).to_contain_text(f"{len(bad)} regels kunnen we niet lezen.")
    expect(told).to_contain_text(HOSTILE)
    expect(told.locator("img")).to_have_count(0)
    page.locator("button[data-add]").click()
    expect(page.locator("[data-begun]")).to_be_visible()
    rows = {row["event"]: row for row in page.evaluate(ROWS, DATABASE)}
    assert rows.keys() == {"about", good["event"], extra["event"], "setting:plan", "setting:path"}
    assert rows[good["event"]] == good
    assert rows[extra["event"]] == {**good, "event": extra["event"]}
    assert page.evaluate("() => ({}).evil === undefined")
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(page.locator("[data-progress]")).to_have_text("Je voortgang blijft in deze browser.")
    expect(page.locator("img")).to_have_count(0)


def test_a_log_of_the_first_version_is_read_on(new_context: NewContext, server: SiteServer, site: Path) -> None:
    item = items(site, "ai-in-plain-words")[0]
    rows: list[Row] = [
        event(1, str(item["id"]), str(item["hash"])),
        {"event": "setting:path", "value": "recruiter/calm"},
    ]
    context = new_context()
    page = context.new_page()
    page.goto(server.address)
    page.evaluate(VERSION_1, {"name": DATABASE, "rows": rows})
    page = open_progress(context, server)
    expect(page.locator("#progress-path")).to_have_value("recruiter/calm")
    expect(page.locator("tbody [data-state=right]")).to_have_count(1)
    after = page.evaluate(ROWS, DATABASE)
    assert sorted(after, key=lambda row: str(row["event"])) == [
        rows[0],
        {"event": "about", "schema": 2, "generation": "first"},
        rows[1],
    ]


def test_a_log_of_a_newer_version_is_read_and_left_alone(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    item = items(site, "ai-in-plain-words")[0]
    rows: list[Row] = [
        event(1, str(item["id"]), str(item["hash"])),
        {"event": "about", "schema": 3, "generation": "first"},
        {"event": "new-thing", "parts": [1, 2]},
    ]
    context = new_context()
    page = context.new_page()
    page.goto(server.address)
    page.evaluate(VERSION_1, {"name": DATABASE, "rows": rows})
    page.goto(f"{server.address}nl/{UNIT}")
    expect(page.locator("#houvast-notice")).to_contain_text("een nieuwere versie van deze site")
    choose(page.locator(LESSON).nth(1), right=True)
    expect(page.locator(LESSON).nth(1)).to_have_attribute("data-state", "correct")
    page = open_progress(context, server)
    expect(page.locator("tbody [data-state=right]")).to_have_count(1)
    choose_file(page, copy_of(event(2, "x", "y")))
    page.locator("button[data-add]").click()
    expect(page.locator("[data-said]")).to_contain_text("Je browser kon dit niet bewaren.")
    by_key = {str(row["event"]): row for row in rows}
    assert {row["event"]: row for row in page.evaluate(ROWS, DATABASE)} == by_key


def test_a_broken_event_is_set_aside_and_goes_along_in_the_copy(
    new_context: NewContext, server: SiteServer, site: Path, tmp_path: Path
) -> None:
    item = items(site, "ai-in-plain-words")[0]
    broken: list[Row] = [{"event": "broken", "item": HOSTILE}, {**event(2, "a", "b"), "correct": "yes"}]
    context = new_context()
    page = context.new_page()
    page.goto(server.address)
    page.evaluate(VERSION_1, {"name": DATABASE, "rows": [event(1, str(item["id"]), str(item["hash"])), *broken]})
    page = open_progress(context, server)
    expect(page.locator("[data-aside]")).to_contain_text("2 regels van je voortgang kunnen we niet lezen.")
    expect(page.locator("tbody [data-state=right]")).to_have_count(1)
    copy = json.loads(keep_copy(page, tmp_path))
    assert len(copy["events"]) == 1
    assert sorted(copy["aside"], key=lambda row: str(row["event"]), reverse=True) == broken
    erase(page)
    expect(page.locator("[data-aside]")).to_be_hidden()


def test_two_tabs_tell_each_other(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    progress, unit = open_progress(context, server), context.new_page()
    unit.goto(f"{server.address}nl/{UNIT}")
    choose(unit.locator(LESSON).first, right=True)
    expect(progress.locator("tbody [data-state=right]")).to_have_count(1)
    expect(progress.locator("#progress-path")).to_have_value("recruiter/fast")
    erase(progress)
    expect(unit.locator("[data-progress]")).to_contain_text("0 van")
    choose(unit.locator(LESSON).nth(1), right=True)
    expect(progress.locator("tbody [data-state=right]")).to_have_count(1)


BLOCKED = {
    "forbidden": "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no'); } });",
    "open throws": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); };",
    "private window": """IDBFactory.prototype.open = () => {
      const request = { error: new DOMException("no", "InvalidStateError") };
      setTimeout(() => request.onerror());
      return request;
    };""",
}


@pytest.mark.parametrize("blocked", BLOCKED.values(), ids=BLOCKED)
def test_where_nothing_is_kept_it_works_and_says_so(new_context: NewContext, server: SiteServer, blocked: str) -> None:
    context = new_context()
    context.add_init_script(blocked)
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).first, right=True)
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")
    expect(page.locator("[data-progress]")).to_contain_text("1 van")
    page = open_progress(context, server)
    expect(page.locator("[data-empty]")).to_be_visible()
    expect(page.locator("#houvast-notice")).to_contain_text("Deze browser bewaart niets.")


FULL = """() => {
  window.full = true;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...all) {
    if (window.full) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, all);
  };
}"""


def test_a_full_storage_says_so_and_keeps_all_once_there_is_room(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    expect(page.locator("[data-progress]")).to_be_attached()
    page.evaluate(FULL)
    choose(page.locator(LESSON).nth(0), right=True)
    expect(page.locator("#houvast-notice")).to_contain_text("De opslag van deze browser is vol.")
    choose(page.locator(LESSON).nth(1), right=True)
    expect(page.locator("[data-progress]")).to_contain_text("2 van")
    page.evaluate("window.full = false")
    choose(page.locator(LESSON).nth(2), right=True)
    page.reload()
    expect(page.locator("[data-progress]")).to_contain_text("3 van")

    progress = open_progress(context, server)
    progress.evaluate(FULL)
    choose_file(progress, copy_of(event(1, "x", "y")))
    progress.locator("button[data-add]").click()
    expect(progress.locator("[data-said]")).to_contain_text("Je browser kon dit niet bewaren.")
    expect(progress.locator("tbody [data-state=right]")).to_have_count(3)


def test_on_a_shared_computer_nothing_is_kept_or_read(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).nth(0), right=True)
    before = page.evaluate(ROWS, DATABASE)
    context.add_init_script("document.documentElement?.setAttribute('data-shared', '')")
    context.add_init_script(
        "new MutationObserver(() => document.documentElement?.setAttribute('data-shared', ''))"
        ".observe(document, { childList: true });"
    )
    page.reload()
    expect(page.locator(LESSON).nth(0).locator("button[type=submit]")).to_be_visible()
    expect(page.locator(LESSON).nth(0)).not_to_have_attribute("data-state", re.compile("."))
    choose(page.locator(LESSON).nth(1), right=True)
    expect(page.locator("[data-progress]")).to_contain_text("1 van")
    expect(page.locator("#houvast-notice")).to_be_empty()
    assert page.evaluate(ROWS, DATABASE) == before
    page.evaluate("async (address) => (await import(address)).eraseAll()", f"{server.address}nl/assets/houvast/log.js")
    expect(page.locator("[data-progress]")).to_contain_text("0 van")


def test_a_long_log_is_compacted_and_comes_to_the_same(new_context: NewContext, server: SiteServer, site: Path) -> None:
    known = items(site, "ai-in-plain-words")
    events = [
        {
            **event(number, str(known[number % len(known)]["id"]), str(known[number % len(known)]["hash"])),
            "correct": number % 3 == 0,
            "at": f"2026-01-{number % 28 + 1:02}T{number % 24:02}:{number % 60:02}:00.{number % 1000:03}Z",
        }
        for number in range(5_200)
    ]
    page = open_progress(new_context(), server)
    bring(page, copy_of(*events), 5_200)
    before = shown(page)
    page.evaluate("async (address) => (await import(address)).log().all()", f"{server.address}nl/assets/houvast/log.js")
    eventually(lambda: len(page.evaluate(ROWS, DATABASE)) < 200, "the log is as long as it was")
    page.reload()
    assert shown(page) == before


def test_the_browser_is_asked_to_keep_it_after_a_first_unit(new_context: NewContext, server: SiteServer) -> None:
    context = new_context()
    context.add_init_script(
        """window.asked = 0;
        const storage = { persist: async () => { window.asked += 1; return true; } };
        Object.defineProperty(navigator, "storage", { value: storage });"""
    )
    page = context.new_page()
    page.goto(f"{server.address}nl/{UNIT}")
    choose(page.locator(LESSON).first, right=True)
    settled(page)
    assert page.evaluate("window.asked") == 0
    choose_all(page)
    eventually(lambda: page.evaluate("window.asked") == 1, "the browser is not asked to keep it")
    page.goto(f"{server.address}nl/recruiter/fast/our-story/")
    choose_all(page)
    settled(page)
    assert page.evaluate("window.asked") == 0


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_it_says_what_would_be_there(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/progress/")
    expect(page.locator("[data-plain] p").first).to_contain_text("JavaScript")
    expect(page.locator("[data-plain] a")).to_be_visible()
    expect(page.locator("[data-live]")).to_be_hidden()
    expect(page.locator("main button:visible")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_context: NewContext, server: SiteServer, site: Path, width: int, scheme: str
) -> None:
    page = open_progress(new_context(viewport={"width": width, "height": 900}, color_scheme=scheme), server)
    assert flaws(page) == []
    known = [one for unit in courses(site)["units"] for one in cast(list[Row], unit["items"])]
    events = [
        event(number, str(one["id"]), str(one["hash"]), number % 3 > 0, sure=number % 2 == 0)
        for number, one in enumerate(known)
    ]
    settings = {
        "path": "recruiter/calm",
        "plan": {"start": "2026-01-01", "hats": [], "time": "09:00"},
    }
    bring(page, copy_of(*events, settings=settings), len(events))
    expect(page.locator("main [data-sure] a")).not_to_have_count(0)
    expect(page.locator("[data-reviews] time")).not_to_have_count(0)
    assert flaws(page) == []


def test_on_a_phone_the_header_has_two_rows(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 360, "height": 800}).new_page()
    for locale in WORDS:
        page.goto(f"{server.address}{locale}/progress/")
        links = page.locator(".houvast-header :is(a, button)").evaluate_all(
            "all => all.map((one) => Math.round(one.getBoundingClientRect().y))"
        )
        assert len(set(links)) <= 2, links


def test_every_item_of_a_path_is_known_to_the_page(site: Path) -> None:
    for locale in ("nl", "en"):
        units = courses(site, locale)["units"]
        known = {f"{one['id']}:{one['hash']}" for unit in units for one in cast(list[Row], unit["items"])}
        for path in courses(site, locale)["paths"]:
            steps = json.loads((site / locale / str(path["path"]) / "path.json").read_text(encoding="utf-8"))["steps"]
            assert {item for step in steps for item in step["items"]} <= known, path["path"]
