"""Conversation guides: who is led to them, what is on their sheet, and what has none."""

from pathlib import Path

import pytest

from houvast.model import Catalogue
from houvast.page import Page
from houvast.pipeline import EVERYTHING, catalogue_of, check_courses, locale_sites
from tests.test_bad_input import replace

SHEET = "modules/first-steps/module.yml"
TO_LIST = 'href="../talk/"'


def pages_of(catalogue: Catalogue) -> dict[tuple[str, str], Page]:
    sites = locale_sites(catalogue, EVERYTHING)
    return {(site.wording.locale, page.uri): page for site in sites for page in site.pages}


@pytest.fixture
def led(courses: Path) -> Path:
    """The small courses with a hat of who leads people, worn by the clerk."""
    (courses / "hats/guide.yml").rename(courses / "hats/leads-people.yml")
    replace("handouts/before-you-buy/handout.yml", "guide", "leads-people")(courses)
    replace("roles/clerk.yml", "cluster:", "builds_on: [leads-people]\ncluster:")(courses)
    return courses


def test_a_guide_asks_three_things_and_leaves_room_for_one_agreement(small: Catalogue) -> None:
    page = pages_of(small)["en", "talk/first-steps/"]
    talk = small.modules["first-steps"].sheet.talk
    assert talk
    asked = [page.body.index(question["en"]) for question in talk.questions]
    assert asked == sorted(asked)
    assert talk.exercise["en"] in page.body
    assert page.body.count("houvast-printed__room") == 3
    assert page.body.count("houvast-printed__line") == 3
    assert page.meta["source"] == f"courses/{SHEET}"


def test_who_leads_people_is_led_to_the_guides_and_nobody_else(led: Path) -> None:
    pages = pages_of(catalogue_of(led))
    assert 'href="../../talk/"' in pages["nl", "hats/leads-people/"].body
    assert TO_LIST in pages["nl", "clerk/"].body
    assert TO_LIST not in pages["nl", "operator/"].body
    assert TO_LIST in pages["nl", "team/"].body
    assert 'href="../../talk/first-steps/"' in pages["nl", "library/first-steps/"].body
    assert "/talk/" not in pages["nl", "library/look-twice/"].body
    assert "/talk/" not in pages["nl", "clerk/slow/first-steps/"].body


def test_a_draft_has_no_guide_and_where_there_is_none_nothing_leads_to_them(led: Path) -> None:
    replace(SHEET, "status: reviewed", "status: draft")(led)
    replace("modules/look-twice/module.yml", "requires: [first-steps]\n", "")(led)
    replace("scenarios/short-way/scenario.yml", "after: [first-steps]\n", "")(led)
    for _ in range(2):
        replace("may-i.yml", "    learn: first-steps\n", "")(led)
    pages = pages_of(catalogue_of(led))
    assert ("nl", "talk/first-steps/") not in pages
    assert "first-steps" not in pages["nl", "talk/"].body
    for uri in ("hats/leads-people/", "clerk/", "team/", "library/first-steps/"):
        assert "talk/" not in pages["nl", uri].body, uri


def test_a_text_that_a_locale_lacks_is_told_where_it_stands(courses: Path) -> None:
    replace(SHEET, ', en: "What stays ours?"', "")(courses)
    (found,) = [found for found in check_courses(courses).report.findings if found.is_error]
    assert (found.rule.code, found.place.line) == ("L101", 15)
    assert "`talk.questions.2` has no text in `en`" in found.message


@pytest.mark.parametrize(
    "change", [('    - {nl: "Wat blijft van ons?", en: "What stays ours?"}\n', ""), ("  exercise:", "  oefening:")]
)
def test_two_questions_or_no_exercise_are_told(courses: Path, change: tuple[str, str]) -> None:
    replace(SHEET, *change)(courses)
    found = [found.message for found in check_courses(courses).report.findings if found.is_error]
    assert found
    assert all("talk" in message or "oefening" in message for message in found)


def test_a_locale_for_some_has_guides_of_what_was_translated(courses: Path) -> None:
    replace("organisation.yml", "en: all", "en: [clerk]")(courses)
    pages = pages_of(catalogue_of(courses))
    assert ("en", "talk/first-steps/") in pages
    for name in ("en.md", "for/operator.en.md"):
        (courses / "modules/first-steps" / name).unlink()
    pages = pages_of(catalogue_of(courses))
    assert ("en", "talk/first-steps/") not in pages
    assert pages["nl", "talk/first-steps/"].meta["locales"] == ["nl"]
