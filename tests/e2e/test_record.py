"""The record: made in the browser, on one sheet, as a file and as a code; a name that is typed is kept nowhere."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, Request, expect

from houvast.model import Catalogue
from houvast.pipeline import EVERYTHING, plan_paths
from houvast.plan import Code, path_version
from houvast.site import SiteServer
from tests.conftest import ROOT, NewContext
from tests.e2e.flaws import flaws
from tests.e2e.settled import settled
from tests.e2e.test_learning import LESSON, choose, choose_all
from tests.e2e.test_progress import HOSTILE, Row, erase, event
from tests.plan.test_code import codes

SCHEMA = ROOT / "site_theme/assets/houvast/record.schema.json"
PATH = "recruiter/standard"
NAME = "Noor Voorbeeld-Überall"
PAST = ["done", "guided", "skipped"]

WORDS = {
    "nl": {
        "empty": "geen enkel stuk is begonnen",
        "period": "1 februari 2027 tot en met",
        "month": "februari 2027",
        "done": "gedaan",
        "guided": "gedaan, met begeleiding",
        "skipped": "overgeslagen, al gekend",
        "begun": "begonnen",
        "not": "Het is geen diploma of getuigschrift; niemand controleerde wie achter het scherm zat.",
        "who": "bewijst dus niet wie iets deed",
        "link": "Maak je bewijs van deelname",
        "plain": "Dit bewijs maakt je browser zelf",
        "shared": "Dit is een gedeelde computer",
        "file": "houvast-bewijs-",
    },
    "en": {
        "empty": "no piece of it was begun",
        "period": "1 February 2027 to",
        "month": "February 2027",
        "done": "done",
        "guided": "done, with guidance",
        "skipped": "skipped, known already",
        "begun": "begun",
        "not": "It is no diploma and certifies nothing; nobody checked who sat behind the screen.",
        "who": "proves nothing about who did it",
        "link": "Make your statement of participation",
        "plain": "Your browser makes this statement itself",
        "shared": "This is a shared computer",
        "file": "houvast-record-",
    },
}

# Everything that a browser can keep of a site, as one text.
KEPT = """async () => {
  const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href,
    JSON.stringify(history.state), document.title, ...(await caches.keys())];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => resolve(open.result);
      open.onerror = reject;
    });
    for (const store of database.objectStoreNames) {
      kept.push(name, store, await new Promise((resolve) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(JSON.stringify(asked.result));
      }));
    }
    database.close();
  }
  return kept.join("\\n");
}"""


def steps(site: Path, path: str = PATH, locale: str = "nl") -> list[Row]:
    text = (site / locale / path / "path.json").read_text(encoding="utf-8")
    return cast(list[Row], json.loads(text)["steps"])


def all_done(site: Path, path: str = PATH, month: str = "02") -> list[Row]:
    """Every item of a path answered right, on the days of a month of 2027."""
    written = [item.split(":") for step in steps(site, path) for item in cast(list[str], step["items"])]
    return [
        {**event(number, name, digest), "at": f"2027-{month}-{number % 28 + 1:02}T10:00:00.000Z"}
        for number, (name, digest) in enumerate(written)
    ]


def open_record(context: BrowserContext, server: SiteServer, locale: str = "nl") -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{locale}/record/")
    expect(page.locator("houvast-record")).to_have_attribute("data-drawn", "")
    return page


def remember(page: Page, server: SiteServer, rows: list[Row], path: str = PATH) -> None:
    """Put events in the log, and choose a path."""
    page.evaluate(
        "async ([address, rows]) => { await (await import(address)).log().add(rows); }",
        [f"{server.address}{page.locator('html').get_attribute('lang')}/assets/houvast/log.js", rows],
    )
    page.locator("#record-path").select_option(path)
    expect(page.locator("[data-sheet]" if rows else "[data-empty]")).to_be_visible()


def download(page: Page, folder: Path) -> dict[str, object]:
    with page.expect_download() as held:
        page.locator("[data-download]").click()
    words = WORDS[page.locator("html").get_attribute("lang") or ""]
    assert re.fullmatch(words["file"] + r"\d{4}-\d\d-\d\d\.json", held.value.suggested_filename)
    held.value.save_as(folder / "record.json")
    for check in (["--check-metaschema", str(SCHEMA)], ["--schemafile", str(SCHEMA), str(folder / "record.json")]):
        run = subprocess.run([sys.executable, "-m", "check_jsonschema", *check], capture_output=True, text=True)
        assert run.returncode == 0, run.stdout
    return cast(dict[str, object], json.loads((folder / "record.json").read_text(encoding="utf-8")))


def pages_in(printed: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


@pytest.mark.parametrize("locale", WORDS)
def test_what_was_learnt_stands_on_a_sheet_and_in_a_file(
    new_context: NewContext, server: SiteServer, site: Path, real: Catalogue, tmp_path: Path, locale: str
) -> None:
    words = WORDS[locale]
    page = open_record(new_context(), server, locale)
    remember(page, server, all_done(site))
    sheet = page.locator("[data-sheet]")
    for told in ("Brughuis", "Recruiter", words["period"], words["not"], words["who"]):
        expect(sheet).to_contain_text(told)
    path = plan_paths(real, EVERYTHING)["recruiter", "standard"]
    version = path_version(real, path.role, path.units)
    code = str(Code("recruiter", 2027, 2, version))
    expect(page.locator("[data-code]")).to_have_text(code)
    expect(page.locator("[data-version]")).to_contain_text(version)
    lines = page.locator("[data-units] > li")
    expect(lines).to_have_count(len(path.units))
    for line in lines.all():
        expect(line).to_contain_text(f"{words['done']} · ")
        expect(line).to_contain_text(words["month"])
    assert flaws(page) == []

    record = download(page, tmp_path)
    assert "name" not in record
    assert (record["code"], record["isComplete"], record["first"]) == (code, True, "2027-02-01")
    assert record["minutes"] == path.minutes
    units = cast(list[dict[str, object]], record["units"])
    assert [unit["unit"] for unit in units] == list(path.units)
    assert {(unit["state"], unit["month"]) for unit in units} == {("done", "2027-02")}
    assert len({unit["version"] for unit in units}) == len(units)
    published = page.request.get(f"{server.address}{locale}/assets/houvast/record.schema.json")
    assert published.json() == json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("locale", WORDS)
def test_each_unit_says_how_it_went(
    new_context: NewContext, server: SiteServer, site: Path, tmp_path: Path, locale: str
) -> None:
    """Done, with guidance, skipped by its placement, begun, and open; the answers and what was wrong nowhere."""
    held = steps(site)
    gate = next(step for step in held if step["critical"])
    ids = list(dict.fromkeys(str(step["unit"]) for step in held))
    rows: list[Row] = []
    for step in (step for step in held if step["unit"] == gate["unit"]):
        case, *_ = [*cast(list[str], step["critical"]), ""]
        for item in cast(list[str], step["items"]):
            name, digest = item.split(":")
            if item == case.split(",")[0] and step is gate:
                rows.append(event(len(rows), name, digest, correct=False))
                rows.append(event(len(rows), name, digest, kind="guided"))
            else:
                rows.append(event(len(rows), name, digest))
    skipped, begun = [name for name in ids if name != gate["unit"]][:2]
    rows.append(event(len(rows), skipped, "x", kind="skipped"))
    first = next(cast(list[str], step["items"])[0] for step in held if step["unit"] == begun and step["items"])
    name, digest = first.split(":")
    rows.append({**event(len(rows), name, digest, False), "chosen": "a-wrong-answer", "text": "my own words"})
    page = open_record(new_context(), server, locale)
    remember(page, server, rows)
    record = download(page, tmp_path)
    units = {unit["unit"]: unit for unit in cast(list[dict[str, object]], record["units"])}
    assert [units[name]["state"] for name in (gate["unit"], skipped, begun)] == ["guided", "skipped", "begun"]
    assert {unit["state"] for name, unit in units.items() if name not in (gate["unit"], skipped, begun)} == {"open"}
    assert record["minutes"] == units[gate["unit"]]["minutes"]
    assert record["isComplete"] is False and "code" not in record
    for state in ("guided", "skipped", "begun"):
        expect(page.locator(f"[data-units] > [data-state={state}]")).to_contain_text(WORDS[locale][state])
    expect(page.locator("[data-units] > li")).to_have_count(3)
    expect(page.locator("[data-still-open]")).to_contain_text(str(units[ids[-1]]["title"]))
    expect(page.locator("[data-code]")).to_be_hidden()
    expect(page.locator("[data-code-none]")).to_be_visible()
    told = page.locator("houvast-record").inner_text() + json.dumps(record)
    assert "a-wrong-answer" not in told and "my own words" not in told
    assert flaws(page) == []


@pytest.mark.parametrize("locale", WORDS)
def test_a_typed_name_is_printed_and_kept_nowhere(
    new_context: NewContext, server: SiteServer, site: Path, tmp_path: Path, locale: str
) -> None:
    context = new_context()
    sent: list[str] = []

    def see(request: Request) -> None:
        sent.append(f"{request.url} {request.post_data} {json.dumps(request.headers)}")

    page = open_record(context, server, locale)
    remember(page, server, all_done(site))
    context.on("request", see)
    field = page.locator("#record-name")
    field.press_sequentially(NAME)
    field.press("Tab")
    expect(page.locator("[data-name]")).to_have_text(NAME)
    assert field.evaluate("one => [one.autocomplete, one.spellcheck, one.form]") == ["off", False, None]
    record = download(page, tmp_path)
    assert record["name"] == NAME
    assert "Noor" not in str(record["code"])
    page.pdf()
    assert "Noor" in page.locator("[data-sheet]").inner_text()
    for text in (page.evaluate(KEPT), *sent):
        assert "Noor" not in text and "Voorbeeld" not in text
    assert "houvast:Brughuis:" in page.evaluate(KEPT)
    page.reload()
    expect(page.locator("[data-sheet]")).to_be_visible()
    expect(page.locator("#record-name")).to_have_value("")
    expect(page.locator("[data-name]")).to_be_empty()
    page.locator("#record-name").fill(NAME)
    page.goto(f"{server.address}{locale}/progress/")
    page.go_back()
    expect(page.locator("#record-name")).to_have_value("")
    assert "Noor" not in page.evaluate(KEPT)
    assert not [text for text in sent if "Noor" in text]


def test_html_in_a_name_is_text(new_context: NewContext, server: SiteServer, site: Path, tmp_path: Path) -> None:
    page = open_record(new_context(), server)
    remember(page, server, all_done(site)[:3])
    page.locator("#record-name").fill(HOSTILE)
    expect(page.locator("[data-name]")).to_have_text(HOSTILE)
    expect(page.locator("[data-sheet] img")).to_have_count(0)
    assert download(page, tmp_path)["name"] == HOSTILE
    page.locator("#record-name").fill("n" * 5_000)
    assert len(str(download(page, tmp_path)["name"])) == 100
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("locale", WORDS)
def test_an_empty_log_says_what_is_missing(new_context: NewContext, server: SiteServer, locale: str) -> None:
    page = open_record(new_context(viewport={"width": 320, "height": 700}), server, locale)
    expect(page.locator("[data-choose]")).to_be_visible()
    expect(page.locator("[data-sheet]")).to_be_hidden()
    assert flaws(page) == []
    remember(page, server, [], "hired/calm")
    expect(page.locator("[data-empty]")).to_contain_text(WORDS[locale]["empty"])
    expect(page.locator("[data-choose]")).to_be_hidden()
    expect(page.locator("[data-print]")).to_be_hidden()
    assert flaws(page) == []
    page.locator("a[data-to-path]").click()
    expect(page).to_have_url(re.compile("/hired/calm/$"))


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_it_says_that_the_browser_makes_it(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/record/")
    expect(page.get_by_text(WORDS[locale]["plain"])).to_be_visible()
    expect(page.locator("[data-live]")).to_be_hidden()


@pytest.mark.parametrize("locale", WORDS)
def test_on_a_shared_computer_it_is_made_from_memory(
    new_context: NewContext, server: SiteServer, site: Path, locale: str
) -> None:
    context = new_context()
    context.add_init_script(
        """new MutationObserver((_, seen) => {
          if (document.documentElement) { document.documentElement.dataset.shared = ""; seen.disconnect(); }
        }).observe(document, { childList: true });"""
    )
    page = open_record(context, server, locale)
    expect(page.get_by_text(WORDS[locale]["shared"])).to_be_visible()
    remember(page, server, [], PATH)
    page.evaluate(
        """async ([address, rows]) => {
          const { log } = await import(address);
          for (const { item, kind, hash, chosen, correct } of rows) {
            await log().append({ item, kind, hash, chosen, correct });
          }
        }""",
        [f"{server.address}{locale}/assets/houvast/log.js", all_done(site)],
    )
    expect(page.locator("[data-code]")).to_contain_text("HV-RECRUITER-")
    assert pages_in(page.pdf(prefer_css_page_size=True)) == 1
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


@pytest.mark.parametrize("locale", WORDS)
def test_every_path_is_printed_on_one_page_of_a4(
    new_context: NewContext, server: SiteServer, site: Path, locale: str
) -> None:
    """Each path in one of the languages."""
    page = open_record(new_context(), server, locale)
    paths = sorted((site / locale).glob("*/*/path.json"))[[*WORDS].index(locale) :: len(WORDS)]
    assert len(paths) > 10
    for number, file in enumerate(paths):
        path = f"{file.parent.parent.name}/{file.parent.name}"
        rows = [{**row, "event": f"{number:08}{str(row['event'])[8:]}"} for row in all_done(site, path)]
        remember(page, server, rows, path)
        page.locator("#record-name").fill("Een tamelijk lange naam van iemand die bestaat")
        expect(page.locator("[data-code]")).to_contain_text(file.parent.parent.name.upper())
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        assert pages_in(printed) == 1, path
    page.emulate_media(media="print")
    for hidden in ("h1", "#record-path", "#record-name", "[data-print]", ".houvast-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".houvast-brand")).to_be_visible()


@pytest.mark.parametrize("locale", WORDS)
def test_real_learning_leads_to_a_record_by_keyboard(new_context: NewContext, server: SiteServer, locale: str) -> None:
    context = new_context(viewport={"width": 320, "height": 700}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server.address}{locale}/recruiter/fast/ai-in-plain-words/")
    choose_all(page)
    page.goto(f"{server.address}{locale}/recruiter/fast/our-story/")
    choose(page.locator(LESSON).first, right=False)
    for start in ("recruiter/fast/", "progress/"):
        page.goto(f"{server.address}{locale}/{start}")
        settled(page)  # what the log brings moves the link
        page.get_by_role("link", name=WORDS[locale]["link"]).click()
        expect(page.locator("#record-path")).to_have_value("recruiter/fast")
    expect(page.locator("[data-units] > [data-state=done]")).to_have_count(1)
    expect(page.locator("[data-units] > [data-state=begun]")).to_have_count(1)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.locator("#record-path").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("[data-print]")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1
    assert flaws(page) == []
    page.goto(f"{server.address}{locale}/progress/")
    erase(page)
    page.goto(f"{server.address}{locale}/record/")
    expect(page.locator("[data-choose]")).to_be_visible()
    expect(page.locator("[data-sheet]")).to_be_hidden()


def test_the_end_of_every_path_leads_to_the_record(site: Path, real: Catalogue) -> None:
    for path in plan_paths(real, EVERYTHING).values():
        for locale, words in WORDS.items():
            here = site / locale / path.role.id / path.pace.id
            assert words["link"] in (here / "index.html").read_text(encoding="utf-8")
            for unit in path.units:
                is_last = unit == path.units[-1]
                assert (words["link"] in (here / unit / "index.html").read_text(encoding="utf-8")) == is_last


def test_practice_after_the_end_changes_no_code(new_context: NewContext, server: SiteServer, site: Path) -> None:
    """The month is that in which the last unit was first done; another day is told as the last day alone."""
    page = open_record(new_context(), server)
    rows = all_done(site)
    remember(page, server, rows)
    code = page.locator("[data-code]").inner_text()
    again = {**rows[0], "event": "00000000-0000-4000-9000-000000000000", "at": "2027-05-03T10:00:00.000Z"}
    remember(page, server, [again])
    expect(page.locator("[data-when]")).to_contain_text("3 mei 2027")
    expect(page.locator("[data-code]")).to_have_text(code)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(codes, min_size=50, max_size=60))
def test_the_browser_writes_a_code_as_python_does(page: Page, server: SiteServer, given: list[Code]) -> None:
    page.goto(f"{server.address}nl/story/")
    written = page.evaluate(
        """async ([address, all]) => {
          const { codeOf } = await import(address);
          return all.map(([role, month, version]) => codeOf(role, month, version));
        }""",
        [
            f"{server.address}nl/assets/houvast/code.js",
            [[code.role, f"{code.year}-{code.month:02}", code.version] for code in given],
        ],
    )
    assert written == [str(code) for code in given]
