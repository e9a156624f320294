"""Progress that goes along to a phone: a QR code read by another's decoder, asked about first, and never trusted."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import flaws
from tests.e2e.settled import eventually, settled
from tests.e2e.test_learning import LESSON, choose_all
from tests.e2e.test_progress import (
    DATABASE,
    ROWS,
    UNIT,
    Row,
    bring,
    copy_of,
    courses,
    erase,
    event,
    open_progress,
)

WORDS = {
    "nl": {
        "picture": "QR-code met je voortgang",
        "asks": "Dit brengt {} antwoorden en keuzes van een ander toestel mee. Toevoegen?",
        "known": "Alles uit deze QR-code staat hier al.",
        "nothing": "Er is nog niets om mee te nemen.",
        "broken": "Deze QR-code is niet volledig of niet van ons.",
        "newer": "Deze QR-code komt van een nieuwere versie",
        "foreign": "Deze QR-code hoort bij de site van een andere organisatie.",
        "unknown": "{} stukjes kennen we hier niet.",
    },
    "en": {
        "picture": "QR code with your progress",
        "asks": "This brings {} answers and choices from another device. Add them?",
        "known": "Everything in this QR code is here already.",
        "nothing": "There is nothing to take along yet.",
        "broken": "This QR code is not whole or not ours.",
        "newer": "This QR code comes from a newer version",
        "foreign": "This QR code belongs to the site of another organisation.",
        "unknown": "{} pieces we do not know here.",
    },
}

PIXELS = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const grey = [];
  for (let at = 0; at < data.length; at += 4) grey.push(data[at]);
  return { width: image.width, height: image.height, grey };
}"""
"""A picture as its pixels, for a decoder that takes nothing else."""

WRITTEN = """async ([base, organisation, path, events, courses]) => {
  const { written } = await import(base + "transfer.js");
  return written({ events, courses, organisation, path, now: new Date() });
}"""
"""What our own code writes of these events."""


def decoded(page: Page) -> str:
    """What the QR code on the screen says, by a decoder that is not ours."""
    code = page.locator("[data-slip] svg")
    expect(code).to_be_visible()
    png = base64.b64encode(code.screenshot()).decode()
    seen = page.evaluate(PIXELS, png)
    image = memoryview(bytes(seen["grey"])).cast("B", shape=[seen["height"], seen["width"]])
    [found] = zxingcpp.read_barcodes(image)
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return found.text


def show(page: Page) -> str:
    page.locator("button[data-take]").click()
    return decoded(page)


def written(page: Page, site: Path, events: Sequence[Row], organisation: str = "Brughuis", path: str = "") -> str:
    """The fragment of an address that brings these events."""
    base = page.evaluate("new URL('../assets/houvast/', location.href).href")
    made = page.evaluate(WRITTEN, [base, organisation, path, list(events), courses(site)])
    return f"#p={made['text']}"


def arrive(context: BrowserContext, server: SiteServer, fragment: str, locale: str = "nl") -> Page:
    page = context.new_page()
    page.goto(f"{server.address}{locale}/progress/{fragment}")
    expect(page.locator("houvast-progress")).to_have_attribute("data-drawn", "")
    return page


def all_right(site: Path) -> list[Row]:
    """Every item of the longest path there is, answered right."""
    paths = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((site / "nl").glob("*/*/path.json"))]
    found = max(([item for step in path["steps"] for item in step["items"]] for path in paths), key=len)
    return [event(number, *item.split(":")) for number, item in enumerate(found)]


@pytest.mark.parametrize("locale", WORDS)
def test_a_qr_code_brings_progress_after_a_yes_and_nothing_before(
    new_context: NewContext, server: SiteServer, locale: str
) -> None:
    words = WORDS[locale]
    page = new_context().new_page()
    page.goto(f"{server.address}{locale}/{UNIT}#gedeeld")
    choose_all(page)
    answered = page.locator(LESSON).count()
    page.goto(f"{server.address}{locale}/progress/")
    address = show(page)
    expect(page.get_by_role("img", name=words["picture"])).to_be_visible()
    assert flaws(page) == []
    assert address.startswith(f"{server.address}{locale}/progress/#p=")

    phone = new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    page = phone.new_page()
    page.goto(address)
    expect(page.locator("[data-bring-told]")).to_contain_text(words["asks"].format(answered))
    expect(page.locator("[data-bring]")).to_be_focused()
    assert flaws(page) == []
    expect(page.locator("[data-empty]")).to_be_visible()
    assert [row for row in page.evaluate(ROWS, DATABASE) if "kind" in row] == []
    page.locator("button[data-add]").click()
    expect(page.locator("[data-begun]")).to_be_visible()
    expect(page.locator("tbody [data-state=right]")).to_have_count(answered)
    expect(page.locator("#progress-path")).to_have_value("recruiter/fast")
    assert page.url == f"{server.address}{locale}/progress/"
    assert not [url for url in asked if "#p=" not in url and address.split("#p=")[1] in url]

    page.goto(f"{server.address}{locale}/recruiter/fast/")
    expect(page.locator(".houvast-step[data-state=done]")).to_have_count(1)
    page.goto(address)
    expect(page.locator("[data-bring-told]")).to_have_text(words["known"])
    expect(page.locator("button[data-add]")).to_be_hidden()
    assert len([row for row in page.evaluate(ROWS, DATABASE) if "kind" in row]) == answered


def test_no_means_nothing_and_the_address_is_clean(new_context: NewContext, server: SiteServer, site: Path) -> None:
    context = new_context()
    page = open_progress(context, server)
    fragment = written(page, site, all_right(site)[:5])
    page.goto(f"{server.address}nl/progress/{fragment}")
    page.locator("[data-bring] button[data-cancel]").click()
    expect(page.locator("[data-bring]")).to_be_hidden()
    assert page.url == f"{server.address}nl/progress/"
    page.reload()
    expect(page.locator("[data-empty]")).to_be_visible()
    expect(page.locator("[data-bring]")).to_be_hidden()


def test_the_longest_path_fits_in_a_code_that_phones_read(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    page = open_progress(new_context(), server)
    events = all_right(site)
    bring(page, copy_of(*events, settings={"path": "recruiter/calm"}), len(events))
    address = show(page)
    assert len(address.split("#p=")[1]) <= 600
    modules = int((page.locator("[data-slip] svg").get_attribute("viewBox") or "").split()[-1]) - 8
    assert (modules - 17) / 4 <= 20
    other = arrive(new_context(), server, "#p=" + address.split("#p=")[1])
    other.locator("button[data-add]").click()
    expect(other.locator("[data-begun]")).to_be_visible()
    assert other.locator("[data-units]").inner_html() == page.locator("[data-units]").inner_html()
    assert other.locator("tbody").inner_html() == page.locator("tbody").inner_html()


def test_what_is_skipped_and_gone_on_from_comes_along(new_context: NewContext, server: SiteServer, site: Path) -> None:
    unit = next(one for one in courses(site)["units"] if one["gate"])
    critical = [item for item in unit["items"] if item["critical"]]  # type: ignore[attr-defined]
    events = [event(number, item["id"], item["hash"], False) for number, item in enumerate(critical)]
    events += [event(40, critical[0]["id"], critical[0]["hash"], kind="guided", chosen="")]
    events += [event(41, "our-story", "", kind="skipped", chosen="")]
    page = open_progress(new_context(), server)
    bring(page, copy_of(*events, settings={"path": "recruiter/calm"}), len(events))
    other = arrive(new_context(), server, "#p=" + show(page).split("#p=")[1])
    other.locator("button[data-add]").click()
    expect(other.locator("[data-units] [data-state=skipped]")).to_have_count(1)
    assert other.locator("[data-units]").inner_html() == page.locator("[data-units]").inner_html()


def test_one_question_is_brought_as_answered_and_stays_open_to_try(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    """A question whose options did not come along is not shown as if something was chosen."""
    context = new_context()
    page = open_progress(context, server)
    page.goto(f"{server.address}nl/progress/{written(page, site, all_right(site), path='recruiter/calm')}")
    page.locator("button[data-add]").click()
    expect(page.locator("[data-begun]")).to_be_visible()
    for uri in (UNIT, "recruiter/calm/what-may-go-in/", "library/trust-but-check/"):
        page.goto(f"{server.address}nl/{uri}")
        expect(page.locator(LESSON).first.locator("button[type=submit]")).to_be_visible()
        settled(page)
        expect(page.locator("houvast-question[data-state]")).to_have_count(0)
        expect(page.locator("houvast-question input:checked")).to_have_count(0)


def test_nothing_to_take_and_too_much_are_said(new_context: NewContext, server: SiteServer) -> None:
    page = open_progress(new_context(), server)
    page.locator("button[data-take]").click()
    expect(page.locator("[data-said]")).to_have_text(WORDS["nl"]["nothing"])
    expect(page.locator("[data-slip]")).to_be_hidden()


def test_what_does_not_fit_is_left_to_the_file(new_context: NewContext, server: SiteServer, site: Path) -> None:
    context = new_context()
    many = [
        {"id": f"item-{number}", "hash": "x", "measures": [], "critical": False, "stem": "?", "library": True}
        for number in range(400)
    ]
    unit = {"id": "big", "title": "Big", "href": "../library/", "competencies": [], "gate": False, "items": many}
    content = courses(site)
    context.route("**/progress.json", lambda route: route.fulfill(json={**content, "units": [unit]}))
    page = open_progress(context, server)
    bring(page, copy_of(*(event(number, f"item-{number}", "x") for number in range(400))), 400)
    page.locator("button[data-take]").click()
    expect(page.locator("[data-said]")).to_contain_text("Bewaar een kopie")
    expect(page.locator("[data-slip]")).to_be_hidden()


@pytest.mark.parametrize("locale", WORDS)
def test_a_manipulated_or_foreign_code_is_refused_with_words(
    new_context: NewContext, server: SiteServer, site: Path, locale: str
) -> None:
    words = WORDS[locale]
    context = new_context()
    page = open_progress(context, server, locale)
    good = written(page, site, all_right(site)[:6])
    changed = good[:40] + ("A" if good[40] != "A" else "B") + good[41:]
    newer = "#p=AAAC" + good[7:]
    foreign = written(page, site, all_right(site)[:6], organisation="Anders <b>nv</b>")
    hostile = "#p=<img src=x onerror=alert(1)>"
    cases = [
        (changed, "broken"),
        (good[:-1], "broken"),
        (good[:-8], "broken"),
        (good + "AAAA", "broken"),
        ("#p=", "broken"),
        ("#p=" + "A" * 20_000, "broken"),
        ("#p=%00%ff", "broken"),
        (hostile, "broken"),
        (newer, "newer"),
        (foreign, "foreign"),
    ]
    for fragment, reason in cases:
        page = arrive(context, server, fragment, locale)
        expect(page.locator("[data-said]")).to_contain_text(words[reason])
        expect(page.locator("[data-bring]")).to_be_hidden()
        assert page.url == f"{server.address}{locale}/progress/"
        assert [row for row in page.evaluate(ROWS, DATABASE) if "kind" in row] == []
        page.close()


def test_what_this_version_does_not_know_is_counted_and_passed_over(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    """The other device had other content: two questions are gone here, one was changed."""
    content = courses(site)
    units = json.loads(json.dumps(content["units"]))
    events = all_right(site)[:6]
    changed = {row["item"] for row in events[:3]}
    for item in (item for unit in units for item in unit["items"] if item["id"] in changed):
        item["hash"] = f"changed-{item['id']}"
    here = new_context()
    here.route("**/progress.json", lambda route: route.fulfill(json={**content, "units": units}))
    maker = open_progress(new_context(), server)
    page = arrive(here, server, written(maker, site, events))
    told = page.locator("[data-bring-told]")
    expect(told).to_contain_text(WORDS["nl"]["asks"].format(3))
    expect(told).to_contain_text(WORDS["nl"]["unknown"].format(3))


def test_a_later_code_adds_only_what_is_new(new_context: NewContext, server: SiteServer, site: Path) -> None:
    context = new_context()
    page = open_progress(context, server)
    events = all_right(site)
    for fragment, new in ((written(page, site, events[:4]), 4), (written(page, site, events[:10]), 6)):
        page.goto("about:blank")
        page.goto(f"{server.address}nl/progress/{fragment}")
        expect(page.locator("[data-bring-told]")).to_contain_text(f" {new} antwoorden")
        page.locator("button[data-add]").click()
        expect(page.locator("[data-said]")).to_contain_text(f"{new} toegevoegd")
    erase(page)
    page.goto("about:blank")
    page.goto(f"{server.address}nl/progress/{written(page_of(context, server), site, events[:4])}")
    expect(page.locator("[data-bring-told]")).to_contain_text(" 4 antwoorden")


def page_of(context: BrowserContext, server: SiteServer) -> Page:
    return open_progress(context, server)


def test_a_code_that_is_scanned_while_the_page_is_open_is_asked_about(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    page = open_progress(new_context(), server)
    fragment = written(page, site, all_right(site)[:3])
    page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
    expect(page.locator("[data-bring-told]")).to_contain_text(" 3 antwoorden")


def test_a_card_is_printed_with_the_code_and_nothing_else(
    new_context: NewContext, server: SiteServer, site: Path
) -> None:
    page = open_progress(new_context(), server)
    bring(page, copy_of(*all_right(site)[:5]), 5)
    show(page)
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.emulate_media(media="print")
    page.locator("button[data-print]").dispatch_event("click")
    eventually(lambda: page.evaluate("window.printed"), "nothing is printed")
    card = page.locator("body > .houvast-slip--printed")
    expect(card).to_contain_text(f"{server.address}nl/progress/")
    expect(card.locator("svg")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator(".houvast-header")).to_be_hidden()
    box = card.bounding_box()
    assert box is not None
    assert box["width"] <= 120 / 25.4 * 96
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(card).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_code_fits_its_page(new_context: NewContext, server: SiteServer, site: Path, width: int) -> None:
    page = open_progress(new_context(viewport={"width": width, "height": 800}, color_scheme="dark"), server)
    bring(page, copy_of(*all_right(site)), len(all_right(site)))
    assert show(page).startswith(server.address)
    expect(page.locator("[data-slip]")).to_be_focused()
    assert flaws(page) == []
