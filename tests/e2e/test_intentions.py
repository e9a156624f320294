"""One intention, what stays your work, and the experiment card: kept, shown again, asked once a day, on one sheet."""

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from houvast.model import Catalogue
from houvast.page.experiment import MOST_SIGNS, STEPS
from houvast.page.intention import stays_at
from houvast.plan import plan_path
from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import flaws
from tests.e2e.settled import settled
from tests.e2e.test_first_minute import play

GATES = "recruiter/calm/never-and-ask-first/"
HOSTILE = '<img src=x onerror="document.title=1"><b>'
WORDS = {
    "nl": {
        "sentence": "Als ik een vacature laat herschrijven, dan lees ik ze luidop.",
        "then": "lees ik ze luidop.",
        "own": "Als {}, dan bel ik.",
        "call": "bel ik",
        "day": "11 januari",
        "not": "We vragen het een andere dag nog eens.",
        "done": "Zo wordt het een gewoonte.",
        "otherwise": "Wat voor jou werkt, telt.",
        "empty": "Vul de twee helften in",
        "paper": "Schrijf je zin op een kaartje",
    },
    "en": {
        "sentence": "If I have a job ad rewritten, then I read it aloud.",
        "then": "I read it aloud.",
        "own": "If {}, then I call.",
        "call": "I call",
        "day": "11 January",
        "not": "We will ask again another day.",
        "done": "This is how it becomes a habit.",
        "otherwise": "What works for you is what counts.",
        "empty": "Fill in both halves",
        "paper": "Write your sentence on a card",
    },
}


def told(page: Page, kind: str) -> list[dict[str, str]]:
    """The events of a kind in the log, in the order of their moments, without what is different every time."""
    found: list[dict[str, str]] = page.evaluate(
        """(kind) => import(document.querySelector("link[href$='houvast.css']").href.replace("houvast.css", "log.js"))
            .then(({ log }) => log().all())
            .then((events) => events.filter((event) => event.kind === kind)
                .sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ event, at, ...fields }) => fields))""",
        kind,
    )
    return found


def on_day(page: Page, day: date) -> None:
    """Leave the page, so that what it is still at does not meet another day, and set the clock."""
    page.goto("about:blank")
    page.clock.set_fixed_time(f"{day.isoformat()}T09:00:00")


def an_hour_later(page: Page) -> None:
    page.clock.set_fixed_time(f"{FIRST.isoformat()}T10:00:00")


FIRST = date(2027, 1, 11)


def asks(page: Page) -> Locator:
    """The form of an intention on this page, loaded."""
    element = page.locator("houvast-intention")
    element.scroll_into_view_if_needed()
    expect(element.locator("button").first).to_be_attached()
    expect(page.locator("houvast-intention:defined")).to_be_attached()
    return element


def take_along(page: Page, server: SiteServer, locale: str = "nl") -> None:
    """Choose the first sentence after the gates, change what is done, and take it along."""
    page.goto(f"{server.address}{locale}/{GATES}")
    element = asks(page)
    element.locator("input[value='1']").check()
    element.locator("textarea[name=then]").fill(WORDS[locale]["then"])
    element.locator("button[type=submit]").click()
    expect(element.locator(".houvast-kept__text")).to_have_text(WORDS[locale]["sentence"])


def line(page: Page) -> Locator:
    return page.locator("houvast-intended")


def answer(page: Page, chosen: str, why: str = "") -> None:
    line(page).locator("summary").click()
    line(page).locator(f"input[value={chosen}]").check()
    line(page).locator("textarea").fill(why)
    line(page).locator("button").click()
    expect(line(page).locator(".houvast-intended__thanks")).to_be_focused()


@pytest.mark.parametrize("locale", WORDS)
def test_a_chosen_and_changed_sentence_is_kept(locale: str, page: Page, server: SiteServer) -> None:
    words = WORDS[locale]
    on_day(page, FIRST)
    take_along(page, server, locale)
    expect(page.locator(".houvast-kept__text")).to_be_focused()
    expected = {"item": "intention:gates", "kind": "wrote", "hash": "", "chosen": "1", "correct": True}
    assert told(page, "wrote") == [{**expected, "text": words["sentence"]}]
    page.reload()
    element = asks(page)
    expect(element.locator(".houvast-kept__text")).to_have_text(words["sentence"])
    expect(element.locator("time")).to_have_text(words["day"])
    expect(element.locator("form")).to_be_hidden()
    an_hour_later(page)
    element.locator(".houvast-kept button").click()
    element.locator("input[value=own]").check()
    element.locator("button[type=submit]").click()
    expect(element.locator(".houvast-said")).to_contain_text(words["empty"])
    expect(element.locator("textarea[name=if]")).to_be_focused()
    element.locator("textarea[name=if]").fill(HOSTILE)
    element.locator("textarea[name=then]").fill(words["call"])
    element.locator("button[type=submit]").click()
    expect(element.locator(".houvast-kept__text")).to_have_text(words["own"].format(HOSTILE))
    assert [event["chosen"] for event in told(page, "wrote")] == ["1", "own"]


def test_who_changes_their_mind_keeps_the_words_of_each_sentence(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/{GATES}")
    element = asks(page)
    element.locator("input[value=own]").check()
    element.locator("textarea[name=if]").fill("ik moe ben")
    element.locator("input[value='2']").check()
    expect(element.locator("textarea[name=if]")).to_have_value("ik vragen voor een gesprek laat voorstellen")
    element.locator("input[value=own]").check()
    expect(element.locator("textarea[name=if]")).to_have_value("ik moe ben")


@pytest.mark.parametrize("locale", WORDS)
def test_it_is_shown_again_on_a_later_day_and_asked_about_once(locale: str, page: Page, server: SiteServer) -> None:
    words, path = WORDS[locale], f"{server.address}{locale}/recruiter/calm/"
    on_day(page, FIRST)
    take_along(page, server, locale)
    page.goto(path)
    expect(page.locator("[data-progress]")).not_to_be_empty()
    expect(line(page)).to_be_hidden()

    on_day(page, date(2027, 1, 12))
    page.goto(f"{path}our-story/")  # the first unit of the day asks
    expect(line(page)).to_contain_text(words["sentence"])
    expect(line(page)).to_contain_text(words["day"])
    expect(line(page).locator("summary")).to_be_visible()
    page.goto(path)  # the path shows it, and does not ask again
    expect(line(page)).to_contain_text(words["sentence"])
    expect(line(page).locator("summary")).to_be_hidden()
    page.goto(f"{path}what-may-go-in/")  # another unit does neither
    expect(page.locator("houvast-intended:defined")).to_be_attached()
    expect(line(page)).to_be_hidden()
    page.goto(f"{path}our-story/")
    answer(page, "not", "de week was te druk")
    expect(line(page)).to_contain_text(words["not"])
    expected = {"item": "intention:gates", "kind": "followed", "hash": "", "chosen": "not", "correct": True}
    assert told(page, "followed") == [{**expected, "text": "de week was te druk"}]
    page.goto(path)
    expect(page.locator("[data-progress]")).not_to_be_empty()
    expect(line(page)).to_be_hidden()

    on_day(page, date(2027, 1, 13))
    page.goto(path)
    answer(page, "done")
    expect(line(page)).to_contain_text(words["done"])
    on_day(page, date(2027, 1, 20))
    page.goto(path)
    expect(page.locator("[data-progress]")).not_to_be_empty()
    expect(line(page)).to_be_hidden()


def test_of_two_intentions_the_one_that_waits_longest_is_asked(page: Page, server: SiteServer) -> None:
    on_day(page, FIRST)
    take_along(page, server)
    on_day(page, date(2027, 1, 12))
    page.goto(f"{server.address}nl/recruiter/calm/")
    element = asks(page)
    element.locator("input[value='2']").check()
    element.locator("button[type=submit]").click()
    expect(element.locator(".houvast-kept__text")).to_be_focused()
    on_day(page, date(2027, 1, 14))
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(line(page)).to_contain_text(WORDS["nl"]["sentence"])
    answer(page, "otherwise")
    on_day(page, date(2027, 1, 15))
    page.goto(f"{server.address}nl/recruiter/calm/")
    expect(line(page)).to_contain_text("Als ik vragen voor een gesprek laat voorstellen")
    assert [(event["item"], event["chosen"]) for event in told(page, "followed")] == [("intention:gates", "otherwise")]


def test_an_intention_is_taken_and_answered_with_the_keyboard(page: Page, server: SiteServer) -> None:
    on_day(page, FIRST)
    page.goto(f"{server.address}en/{GATES}")
    asks(page).locator("input[value='1']").focus()
    for key in ("Space", "ArrowDown", "Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".houvast-kept__text")).to_contain_text("If I have interview questions suggested")
    on_day(page, date(2027, 1, 12))
    page.goto(f"{server.address}en/recruiter/calm/")
    expect(line(page).locator("summary")).to_be_visible()
    line(page).locator("summary").focus()
    for key in ("Enter", "Tab", "Space", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(line(page)).to_contain_text(WORDS["en"]["done"])


@pytest.mark.parametrize("locale", WORDS)
def test_what_stays_is_asked_at_three_places_with_what_was_written_before(
    locale: str, page: Page, server: SiteServer, real: Catalogue
) -> None:
    units = stays_at(real, plan_path(real, real.roles["recruiter"], real.paces["calm"]))
    for number, (unit, place) in enumerate(units.items(), start=1):
        on_day(page, date(2027, 1, 10 + number))
        page.goto(f"{server.address}{locale}/recruiter/calm/{unit}/")
        element = page.locator("houvast-stays")
        if page.locator("houvast-scenario").count():
            play(page)
        element.scroll_into_view_if_needed()
        expect(page.locator("houvast-stays:defined")).to_be_attached()
        expect(element.locator("li")).to_have_count(number - 1)
        element.locator("button").click()
        expect(element.locator(".houvast-said")).not_to_be_empty()
        element.locator("textarea").fill(f"{place} {HOSTILE}")
        element.locator("button").click()
        expect(element.locator(".houvast-said")).not_to_be_empty()
    expect(element.locator("li").first).to_contain_text(WORDS[locale]["day"])
    expect(element.locator("li").first).to_contain_text(f"task {HOSTILE}")
    expect(element.locator("img")).to_have_count(0)
    assert [(event["item"], event["chosen"]) for event in told(page, "wrote")] == [
        ("stays", at) for at in units.values()
    ]
    page.goto(f"{server.address}{locale}/recruiter/calm/")
    element = page.locator("houvast-stays")
    element.scroll_into_view_if_needed()
    expect(element.locator("textarea")).to_have_value(f"path {HOSTILE}")
    expect(element.locator("li")).to_have_count(2)


def fields(page: Page) -> list[Locator]:
    return page.locator("houvast-experiment textarea").all()


@pytest.mark.parametrize("locale", WORDS)
def test_the_card_is_kept_and_cleared_and_brought_back(locale: str, page: Page, server: SiteServer) -> None:
    on_day(page, FIRST)
    page.goto(f"{server.address}{locale}/experiment/")
    assert len(fields(page)) == sum(len(names) for _, names in STEPS) == 10
    for field in fields(page):
        expect(field).to_have_attribute("maxlength", str(MOST_SIGNS))
    fields(page)[0].fill(HOSTILE)
    expect(page.locator("dd[data-field=task]")).to_have_text(HOSTILE)
    expect(page.locator("houvast-experiment img")).to_have_count(0)
    fields(page)[1].fill("minder wachten")
    fields(page)[1].blur()
    settled(page)
    page.reload()
    expect(fields(page)[0]).to_have_value(HOSTILE)
    expect(page.locator("dd[data-field=better]")).to_have_text("minder wachten")
    an_hour_later(page)
    page.locator("[data-new]").click()
    expect(fields(page)[0]).to_have_value("")
    expect(fields(page)[0]).to_be_focused()
    page.reload()
    expect(page.locator("houvast-experiment form")).to_be_visible()
    expect(fields(page)[1]).to_have_value("")
    page.locator("[data-new]").click()
    expect(page.locator(".houvast-said")).not_to_be_empty()
    page.locator("[data-restore]").click()
    expect(page.locator("[data-restore]")).to_be_hidden()
    assert {event["item"] for event in told(page, "wrote")} == {
        "experiment:task",
        "experiment:better",
        "experiment:new",
    }


def test_a_new_card_can_be_taken_back(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/experiment/")
    fields(page)[2].fill("de chatassistent")
    page.locator("[data-new]").click()
    expect(fields(page)[2]).to_have_value("")
    page.locator("[data-restore]").click()
    expect(fields(page)[2]).to_have_value("de chatassistent")
    page.locator("[data-new]").dblclick()
    expect(fields(page)[2]).to_have_value("")
    page.locator("[data-restore]").click()
    expect(fields(page)[2]).to_have_value("de chatassistent")


def sheets(page: Page) -> int:
    """How many sheets the page prints on."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf()))


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("words", ["", "Vacatures in gewone woorden. ", "VACATURES MET MAAT. ", "W", "工作", "i\n"])
def test_the_card_prints_on_one_sheet(locale: str, words: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/experiment/")
    text = (words * MOST_SIGNS)[:MOST_SIGNS]
    for field in fields(page):
        field.fill(text)
    assert sheets(page) == 1
    page.emulate_media(media="print")
    expect(page.locator(".houvast-card")).to_be_visible()
    expect(page.locator("houvast-experiment form")).to_be_hidden()


@pytest.mark.parametrize("locale", WORDS)
def test_without_javascript_it_is_paper(locale: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/experiment/")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".houvast-card dd")).to_have_count(10)
    assert sheets(page) == 1
    page.goto(f"{server.address}{locale}/{GATES}")
    expect(line(page)).to_be_hidden()
    element = page.locator("houvast-intention")
    expect(element.get_by_text(WORDS[locale]["paper"])).to_be_visible()
    expect(element.locator("label:visible")).to_have_count(5)
    expect(element.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize("uri", ["recruiter/calm/", "team-lead/fast/", "hats/champion/", "hats/leads-people/"])
def test_who_leads_is_led_to_the_card(uri: str, page: Page, server: SiteServer) -> None:
    for locale in WORDS:
        page.goto(f"{server.address}{locale}/{uri}")
        page.locator("a[href$='experiment/']").click()
        expect(page.locator("houvast-experiment form")).to_be_visible()
    page.goto(f"{server.address}nl/care-worker/calm/")
    expect(page.locator("a[href$='experiment/']")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_state(width: int, scheme: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    on_day(page, FIRST)
    page.goto(f"{server.address}nl/{GATES}")
    asks(page).locator("button[type=submit]").click()
    assert flaws(page) == [], "nothing chosen"
    page.locator("houvast-intention input[value='1']").check()
    assert flaws(page) == [], "chosen"
    page.locator("houvast-intention button[type=submit]").click()
    assert flaws(page) == [], "taken"
    on_day(page, date(2027, 1, 12))
    page.goto(f"{server.address}nl/recruiter/calm/")
    line(page).locator("summary").click()
    assert flaws(page) == [], "asked"
    line(page).locator("input[value=done]").check()
    line(page).locator("button").click()
    assert flaws(page) == [], "answered"
    page.locator("houvast-stays").scroll_into_view_if_needed()
    page.locator("houvast-stays textarea").fill("W" * 500)
    page.locator("houvast-stays button").click()
    assert flaws(page) == [], "stays"
    page.goto(f"{server.address}nl/experiment/")
    assert flaws(page) == [], "empty card"
    for field in fields(page):
        field.fill("W" * MOST_SIGNS)
    page.locator("[data-new]").click()
    expect(page.locator("[data-restore]")).to_be_visible()
    assert flaws(page) == [], "new card"


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_what_looks_like_personal_data_is_told_and_not_kept(page: Page, server: SiteServer, locale: str) -> None:
    page.goto(f"{server.address}{locale}/experiment/")
    field = page.locator("houvast-experiment textarea").first
    field.fill("Vraag het aan els@voorbeeld.be")
    field.blur()
    expect(page.locator("houvast-experiment .houvast-guard strong")).to_contain_text("e-mail")
    page.reload()
    expect(field).to_have_value("")
    field.fill("Vraag het aan Els")
    field.blur()
    expect(page.locator("houvast-experiment .houvast-guard")).to_be_empty()
    settled(page)
    page.reload()
    expect(field).to_have_value("Vraag het aan Els")
