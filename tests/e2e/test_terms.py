"""A reader looks at what a word means, without a script, by touch and by keyboard, and goes on where it stood."""

import pytest
from playwright.sync_api import expect

from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.e2e.flaws import flaws

PAGES = {"nl": "taalmodel", "en": "language model"}


@pytest.mark.parametrize("locale", PAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_word_shows_its_meaning(new_context: NewContext, server: SiteServer, locale: str, scripts: bool) -> None:
    page = new_context(viewport={"width": 360, "height": 700}, java_script_enabled=scripts).new_page()
    page.goto(f"{server.address}{locale}/library/trust-but-check/")
    word = page.get_by_role("button", name=PAGES[locale], exact=True)
    meaning = page.locator(".houvast-meanings [popover]").filter(has_text=PAGES[locale])
    expect(meaning).to_be_hidden()
    expect(word).to_have_accessible_description(meaning.text_content() or "?")
    word.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_be_in_viewport(ratio=1)
    if scripts:
        assert flaws(page) == []
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    word.click()
    meaning.get_by_role("link").click()
    expect(page.locator("dt:target")).to_have_text(PAGES[locale])
