"""A contact in running text leads to how to reach it; a name in a heading, a link or a question stays a name."""

from pathlib import Path

from houvast.pipeline import catalogue_of
from tests.real import pages_of
from tests.test_bad_input import replace


def asked(courses: Path, public: str = "") -> str:
    """The page of a lesson that names the contact in a heading, in bold, in a link and in an option."""
    replace("organisation.yml", "locales:", f"{public}locales:")(courses)
    replace("organisation.yml", "{nl: Els, en: Els}", "{nl: 'Els <1>', en: 'Els <1>'}")(courses)
    for locale in ("nl", "en"):
        file = courses / f"modules/own-story/{locale}.md"
        before, heading, after = file.read_text(encoding="utf-8").partition("## ")
        told = "Bel **{{ contact.ai }}**, of lees [wat {{ contact.ai }} doet](../first-steps/nl.md).\n\n"
        told = told.replace("nl.md", f"{locale}.md")
        file.write_text(f"{before}{told}{heading}{{{{ contact.ai }}}}: {after}", encoding="utf-8")
    return pages_of(catalogue_of(courses))["nl", "library/own-story/"].body


def test_it_is_a_link_in_text_alone(courses: Path) -> None:
    body = asked(courses)
    assert "Bel <strong>[Els &lt;1&gt;](../../story/#contacts)</strong>, of lees [wat Els &lt;1&gt; doet](../" in body
    assert "## Els &lt;1&gt;: Wat jij ervan vindt" in body
    assert '<label for="story-ask--2">Aan Els &lt;1&gt;.</label>' in body
    assert body.count("#contacts") == 1
    page = pages_of(catalogue_of(courses))["nl", "story/"].body
    assert '<section id="contacts">' in page
    assert "toestel 12" in page


def test_on_a_public_site_it_is_no_link(courses: Path) -> None:
    body = asked(courses, "published: public\n")
    assert "#contacts" not in body
    assert "Els" not in body
