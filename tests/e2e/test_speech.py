"""Reading aloud: from what is in sight on, block by block, and said where a browser has no voice.

A browser without a screen has no voices, so the test gives it one that notes what it is asked to say.
"""

import pytest
from playwright.sync_api import Page, expect

from houvast.site import SiteServer

UNIT = "library/trust-but-check/"
BUTTON = "houvast-speech button"

VOICE = """
window.spoken = [];
const held = { queue: [] };
const synthesis = new EventTarget();
Object.assign(synthesis, {
  getVoices: () => ["nl-BE", "en-GB"].map((lang) => ({ lang, localService: true })),
  speak: (words) => { window.spoken.push([words.lang, words.text]); held.last = words; },
  cancel: () => { window.cancelled = true; },
});
window.endOfBlock = () => held.last.onend();
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
"""


@pytest.mark.parametrize(("locale", "words"), [("nl", "geen Nederlandse stem"), ("en", "no English voice")])
def test_a_browser_without_a_voice_says_so(page: Page, server: SiteServer, locale: str, words: str) -> None:
    page.goto(f"{server.address}{locale}/{UNIT}")
    expect(page.locator("houvast-speech")).to_contain_text(words)
    expect(page.locator(BUTTON)).to_be_hidden()


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_it_reads_block_by_block_in_the_language_of_the_page(page: Page, server: SiteServer, locale: str) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{server.address}{locale}/{UNIT}")
    page.locator(BUTTON).press("Enter")
    title = page.locator("h1").inner_text()
    assert page.evaluate("window.spoken") == [[locale, title]]
    expect(page.locator("h1[data-read]")).to_be_visible()
    for _ in range(4):
        page.evaluate("window.endOfBlock()")
    spoken = [text for _, text in page.evaluate("window.spoken")]
    assert len(spoken) == len(set(spoken)) == 5
    page.locator(BUTTON).press("Enter")
    assert page.evaluate("window.cancelled")
    expect(page.locator("[data-read]")).to_have_count(0)


def test_it_begins_where_the_reader_is_and_passes_over_what_is_folded_away(page: Page, server: SiteServer) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{server.address}nl/{UNIT}")
    question = page.locator("houvast-question").last
    question.evaluate("node => node.scrollIntoView({ block: 'start' })")
    page.locator(BUTTON).dispatch_event("click")
    for _ in range(3):
        page.evaluate("window.endOfBlock()")
    spoken = [text for _, text in page.evaluate("window.spoken")]
    stem = question.locator("legend").inner_text()
    assert any(stem.replace("\n", " ") in text or text in stem for text in spoken)
    hidden = question.locator(".houvast-answer__rationale").first.text_content() or "-"
    while page.evaluate("Boolean(document.querySelector('[data-read]'))"):
        page.evaluate("window.endOfBlock()")
    assert not any(hidden.strip()[:30] in text for _, text in page.evaluate("window.spoken"))
    expect(page.locator(BUTTON)).to_have_text("Lees voor vanaf hier")
