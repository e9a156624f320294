"""Handouts: read like a lesson that asks nothing, checked by the same rules, and a page made to be printed."""

from datetime import date
from pathlib import Path

import pytest

from houvast.fmt import formatted
from houvast.model import Catalogue
from houvast.pipeline import catalogue_of, check_courses
from tests.real import Pages, pages_of
from tests.test_bad_input import Breaking, remove, rename, replace, write

FOLDER = "handouts/before-you-buy"
NL, EN, SHEET = f"{FOLDER}/nl.md", f"{FOLDER}/en.md", f"{FOLDER}/handout.yml"
URI = f"{FOLDER}/"


ASK = "Vraag dit"
LINKED = "Vraag aan {{ tool.chat }}. [Ons verhaal](../../modules/own-story/nl.md) {{ fact.one-study }} Vraag dit"


@pytest.fixture(scope="module")
def pages(small: Catalogue) -> Pages:
    return pages_of(small)


def test_a_page_says_all_that_was_written(courses: Path) -> None:
    replace(NL, ASK, LINKED)(courses)
    page = pages_of(catalogue_of(courses))["nl", URI]
    assert "Vraag aan Maatje." in page.body
    assert "[Ons verhaal](../../library/own-story/)" in page.body
    assert '<ul class="houvast-checklist">' in page.body
    assert "Vraag dit voor Kleine Maat iets koopt." in page.body
    assert "Eigenaar: learning." in page.body
    assert page.body.count("https://example.org/bron") == 1
    assert page.meta["source"] == f"courses/{NL}"
    assert "{{" not in page.body
    assert "[ ]" not in page.body


def test_it_is_linked_from_those_it_is_for_and_from_the_library(pages: Pages) -> None:
    assert 'href="../handouts/before-you-buy/"' in pages["nl", "clerk/"].body
    assert 'href="../../handouts/before-you-buy/"' in pages["nl", "hats/guide/"].body
    assert "handouts/" not in pages["nl", "operator/"].body
    assert 'href="../handouts/"' in pages["nl", "library/"].body
    assert 'href="before-you-buy/"' in pages["nl", "handouts/"].body


def test_a_picture_stands_beside_the_page(courses: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h5"/></svg>\n'
    write("pictures/two-desks.svg", svg)(courses)
    picture = "![Two desks, with a sheet of paper between them.](../{}pictures/two-desks.svg)"
    replace(EN, "## Questions", f"{picture.format('../')}\n\n## Questions")(courses)
    replace("experiments/spoken-notes.en.md", "Less writing.", picture.format(""))(courses)
    pages = pages_of(catalogue_of(courses))
    for uri in (URI, "experiments/spoken-notes/"):
        assert '<img src="two-desks.svg" alt="Two desks, with' in pages["en", uri].body
        assert pages["en", uri].files.keys() == {"two-desks.svg"}


def test_where_there_is_none_nothing_leads_to_the_list(courses: Path) -> None:
    for file in (NL, EN, SHEET):
        (courses / file).unlink()
    (courses / FOLDER).rmdir()
    pages = pages_of(catalogue_of(courses))
    assert not [uri for (_, uri), page in pages.items() if 'handouts/"' in page.body]
    assert "Er zijn nog geen bladen" in pages["nl", "handouts/"].body


def test_the_public_does_not_see_who_looks_after_it(courses: Path) -> None:
    replace("organisation.yml", "locales:", "published: public\nlocales:")(courses)
    replace(NL, ASK, LINKED)(courses)
    body = pages_of(catalogue_of(courses))["nl", URI].body
    assert "learning." not in body
    assert "Maatje" not in body
    assert "de AI-tool van je werkgever" in body


def test_a_locale_for_some_has_what_was_translated(courses: Path) -> None:
    replace("organisation.yml", "en: all", "en: [clerk]")(courses)
    remove(EN)(courses)
    replace(SHEET, ", en: Before you buy", "")(courses)
    pages = pages_of(catalogue_of(courses))
    assert ("en", URI) not in pages
    assert pages["nl", URI].meta["locales"] == ["nl"]
    assert "handouts/" not in pages["en", "clerk/"].body


BROKEN: dict[str, tuple[Breaking, str, int]] = {
    "no text in a locale": (remove(EN), "L102", 1),
    "no title in a locale": (replace(SHEET, ", en: Before you buy", ""), "L101", 1),
    "another title": (replace(NL, "# Voor je koopt", "# Voor je verkoopt"), "M121", 1),
    "no title": (replace(NL, "# Voor je koopt\n\n", ""), "M121", 1),
    "a second title": (replace(NL, "## Vragen", "# Vragen"), "M121", 5),
    "a section less": (replace(EN, "## Answers", "### Answers"), "L103", 7),
    "a question": (replace(NL, "## Vragen\n", "## Vragen\n\n<!-- id: buy; kind: apply -->\n"), "M112", 7),
    "a depth": (replace(NL, "## Vragen\n", "<!-- depth: full -->\n\n## Vragen\n"), "M112", 5),
    "a comment in a sentence": (replace(NL, "Vraag dit", "Vraag <!-- slot: x --> dit"), "M111", 3),
    "a ticked box": (replace(NL, "- [ ] Wie", "- [x] Wie"), "S203", 8),
    "a blank": (replace(NL, "Wie kijkt na?", "Wie [[kijkt]] na?"), "Q108", 8),
    "an unknown placeholder": (replace(NL, "org.name", "tool.chatbot"), "R106", 3),
    "a role without default": (replace(NL, "org.name", "role.title"), "R107", 3),
    "a template": (replace(NL, "{{ org.name }}", "{{ 7*7 }}"), "M122", 3),
    "HTML": (replace(NL, "Vraag dit", "<script>alert(1)</script> Vraag dit"), "M101", 3),
    "an unsafe address": (replace(NL, ASK, "[Dit](javascript:alert(1))"), "M102", 3),
    "a lesson that is not there": (replace(NL, ASK, "[Dit](../../modules/own-stories/nl.md)"), "M104", 3),
    "a heading that is not there": (replace(NL, ASK, "[Dit](#prijzen)"), "M104", 3),
    "an audience that is not there": (replace(SHEET, "office", "ofice"), "R101", 3),
    "nobody it is for": (replace(SHEET, "[office, guide]", "[]"), "S203", 3),
    "an unknown key": (replace(SHEET, "owner:", "teaches: [judge 1]\nowner:"), "S201", 4),
    "the id of a module": (rename(FOLDER, "handouts/look-twice"), "R103", 1),
    "something else in the folder": (write(f"{FOLDER}/logo.svg", "<svg/>"), "S205", 1),
    "no folder": (write("handouts/loose.md", "# Los\n"), "S205", 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_at_its_line(name: str, courses: Path) -> None:
    breaking, code, line = BROKEN[name]
    breaking(courses)
    found = [one for one in check_courses(courses).report.findings if one.is_error]
    assert (code, line) in {(one.rule.code, one.place.line) for one in found if "handouts/" in one.place.path}, found


WARNED: dict[str, tuple[Breaking, str]] = {
    "a translation of how it was": (replace(NL, "Vraag door.", "Vraag nog eens."), "L104"),
    "a claim of law": (replace(NL, "Vraag dit", "Volgens artikel 4 van de AI-verordening moet dit. Vraag"), "F201"),
    "a claim in a checklist": (replace(NL, "Wie kijkt na?", "Dat vraagt cao 39."), "F201"),
    "a promise": (replace(NL, "Vraag dit", "Zo ben je gegarandeerd in orde. Vraag dit"), "F204"),
    "a tool by its name": (replace(NL, "Vraag dit", "Vraag ChatGPT dit"), "W209"),
    "a bare link": (replace(NL, ASK, "[hier](https://example.org)"), "W208"),
    "a heading too deep": (replace(NL, "## Antwoorden", "#### Antwoorden"), "W207"),
}


@pytest.mark.parametrize("name", WARNED)
def test_a_rule_of_lessons_sees_it_too(name: str, courses: Path) -> None:
    breaking, code = WARNED[name]
    breaking(courses)
    found = check_courses(courses).report.findings
    assert code in {one.rule.code for one in found if "handouts/" in one.place.path}


def test_its_day_is_told_to_who_asks(courses: Path) -> None:
    found = check_courses(courses, date(2027, 3, 1)).report.findings
    assert any(one.rule.code == "D102" and one.place.path.endswith(SHEET) for one in found)


def test_what_is_left_to_do_keeps_the_rules_of_quality_waiting(courses: Path) -> None:
    replace(NL, "Vraag dit", "TODO: Vraag ChatGPT dit")(courses)
    codes = {one.rule.code for one in check_courses(courses).report.findings if "handouts/" in one.place.path}
    assert codes == {"L104", "S207"}


def test_it_is_written_as_the_house_does(courses: Path) -> None:
    replace(NL, "- [ ] Wat", "* [ ] Wat")(courses)
    replace(NL, "- [ ] Wie", "* [ ] Wie")(courses)
    replace(NL, "## Antwoorden", "Antwoorden\n---")(courses)
    (change,) = formatted(courses).changes
    assert change.path.as_posix().endswith(NL)
    assert "- [ ] Wie kijkt na?" in change.text
    assert "## Antwoorden" in change.text
