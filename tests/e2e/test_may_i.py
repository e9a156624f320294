"""May I do this? Every answer in the browser, its address, without JavaScript, for axe; and the card on one page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import OTHER_LOOKS, flaws
from tests.real import real_catalogue

CATALOGUE = real_catalogue()
SYSTEMS = CATALOGUE.organisation.systems
ASKED = {asked.key: CATALOGUE.may_i.rule_for(asked) for asked in CATALOGUE.may_i.combinations(SYSTEMS)}
VERDICTS = {
    "nl": {"yes": "Ja, dat mag.", "first": "Ja, maar eerst dit.", "ask": "Vraag het eerst.", "no": "Nee, zo niet."},
    "en": {"yes": "Yes, you may.", "first": "Yes, but this first.", "ask": "Ask first.", "no": "No, not like this."},
}
SLIP = {
    "nl": ("Ik heb al iets ingevoerd dat niet mocht", "Stop."),
    "en": ("I have already entered something that I should not have", "Stop."),
}


def choose(page: Page, key: str) -> None:
    for name, value in zip(("data", "system", "use"), key.split("."), strict=True):
        page.locator(f"input[name={name}][value={value}]").check()


@pytest.mark.parametrize("locale", VERDICTS)
def test_every_combination_is_answered_as_the_rules_say(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/may-i/")
    told = page.evaluate(
        """async (keys) => {
            const found = {};
            for (const key of keys) {
                for (const value of key.split(".")) {
                    const radio = document.querySelector(`input[value="${value}"]`);
                    if (!radio.checked) radio.click();
                }
                await new Promise((done) => setTimeout(done, 80));
                const [answer, next] = [".houvast-may-i__answer", ".houvast-may-i__next"].map((name) =>
                    document.querySelector(name),
                );
                found[key] = [answer.textContent, next.textContent, location.hash,
                    [...next.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"))];
            }
            return found;
        }""",
        list(ASKED),
    )
    for key, rule in ASKED.items():
        assert rule and rule.ask
        answer, following, fragment, links = told[key]
        assert VERDICTS[locale][rule.answer] in answer, key
        assert rule.because[locale] in answer, key
        contact = CATALOGUE.organisation.contacts[rule.ask]
        assert contact.name[locale] in following, key
        assert contact.reach[locale] in following, key
        assert fragment == f"#{key}"
        assert any("/library/" in link for link in links), key


@pytest.mark.parametrize("locale", VERDICTS)
def test_an_address_leads_to_its_answer_and_back_works(locale: str, page: Page, server: SiteServer) -> None:
    verdicts, answer = VERDICTS[locale], page.locator(".houvast-may-i__answer")
    page.goto(f"{server.address}{locale}/may-i/#internal.chat.write")
    expect(answer).to_contain_text(verdicts["yes"])
    expect(page.locator("input[value=internal]")).to_be_checked()
    page.locator("input[value=confidential]").check()
    expect(answer).to_contain_text(verdicts["no"])
    assert page.url.endswith("#confidential.chat.write")
    instead = page.locator(".houvast-may-i__next .houvast-may-i__instead a")
    expect(instead).to_have_text("Notulist")
    instead.click()
    expect(answer).to_contain_text(verdicts["first"])
    expect(page.locator("input[value=notes]")).to_be_checked()
    expect(page.locator(".houvast-may-i__next")).to_be_focused()
    page.go_back()
    expect(answer).to_contain_text(verdicts["no"])
    page.go_back()
    expect(answer).to_contain_text(verdicts["yes"])
    expect(page.locator("input[value=internal]")).to_be_checked()


def test_an_address_that_names_nothing_chooses_nothing(page: Page, server: SiteServer) -> None:
    for fragment in ("internal.chat", "x.y.z", "slip", "internal.chat.write.more", '"><img src=x>'):
        page.goto("about:blank")
        page.goto(f"{server.address}nl/may-i/#{fragment}")
        expect(page.locator("houvast-may-i form")).to_be_visible()
        expect(page.locator("input:checked")).to_have_count(0)
        expect(page.locator(".houvast-may-i__answer")).to_be_empty()


@pytest.mark.parametrize("locale", VERDICTS)
def test_the_keyboard_is_enough(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/may-i/")
    page.locator("input[value=public]").focus()
    page.keyboard.press("Space")
    page.locator("input[value=chat]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    answer = page.locator(".houvast-may-i__answer")
    expect(answer).to_have_attribute("role", "status")
    expect(answer).to_contain_text(VERDICTS[locale]["yes"])
    page.keyboard.press("ArrowDown")
    expect(answer).to_contain_text(VERDICTS[locale]["first"])
    expect(page.locator("input[value=look-up]")).to_be_focused()


@pytest.mark.parametrize("locale", VERDICTS)
def test_on_a_phone_the_answer_is_in_sight(locale: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(viewport={"width": 360, "height": 800}).new_page()
    answer, following = page.locator(".houvast-may-i__answer"), page.locator(".houvast-may-i__next")
    for key in ("confidential.chat.write", "special.notes.write", "internal.chat.rank"):
        page.goto("about:blank")
        page.goto(f"{server.address}{locale}/may-i/")
        choose(page, key)
        expect(answer).not_to_be_empty()
        for part in (answer, following):
            expect(part).to_be_in_viewport(ratio=0.99)
        page.locator("input[value=public]").check()
        expect(page.locator("input[value=public]")).to_be_in_viewport(ratio=1)
        expect(page.locator(".houvast-may-i__verdict").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("locale", VERDICTS)
def test_without_javascript_all_answers_can_be_read(locale: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/may-i/#special.chat.write")
    expect(page.locator("houvast-may-i form")).to_be_hidden()
    expect(page.locator("td[data-rule]")).to_have_count(len(ASKED))
    cell = page.locator("[id='special.chat.write']")
    expect(cell).to_be_in_viewport()
    cell.locator("a").click()
    expect(page.locator("#why-special-stays-out")).to_be_in_viewport()
    title, first = SLIP[locale]
    page.get_by_role("link", name=title).click()
    expect(page.locator("#slip li").first).to_contain_text(first)
    for contact in ("ai", "dpo"):
        expect(page.locator("#slip")).to_contain_text(CATALOGUE.organisation.contacts[contact].reach[locale])


@pytest.mark.parametrize(("locale", "width", "scheme"), OTHER_LOOKS)
def test_axe_finds_nothing_in_any_answer(
    locale: str, width: int, scheme: str, new_context: NewContext, server: SiteServer
) -> None:
    page = new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for where in ("may-i/#internal.chat.write", "may-i/#internal.notes.record", "may-i/#internal.chat.bot",
                  "may-i/#special.chat.write", "recruiter/card/"):  # fmt: skip
        page.goto("about:blank")
        page.goto(f"{server.address}{locale}/{where}")
        if "#" in where:
            expect(page.locator(".houvast-may-i__answer")).not_to_be_empty()
            page.locator(".houvast-may-i__all > summary").click()
        assert flaws(page) == [], where


@pytest.mark.parametrize("locale", VERDICTS)
def test_a_card_is_one_page_of_a4(locale: str, page: Page, server: SiteServer) -> None:
    for role in CATALOGUE.roles:
        page.goto(f"{server.address}{locale}/{role}/card/")
        expect(page.locator(".houvast-card__box")).to_have_count(4)
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1, role
        for contact in CATALOGUE.organisation.contacts.values():
            expect(page.locator(".houvast-card__call")).to_contain_text(contact.reach[locale])


def test_every_gate_and_every_role_leads_there(site: Path) -> None:
    for module in CATALOGUE.modules.values():
        pages = site.glob(f"nl/*/*/{module.id}/index.html")
        for page in (page for page in pages if page.parent.parent.name in CATALOGUE.paces):
            assert ('may-i/">“' in page.read_text(encoding="utf-8")) == module.sheet.gate, page
    for role in CATALOGUE.roles:
        assert 'href="card/"' in (site / "nl" / role / "index.html").read_text(encoding="utf-8")
