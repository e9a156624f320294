"""Pages: whole Markdown, the same every time, personal where it should be."""

import json
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from icalendar import Calendar

from houvast.model import Catalogue
from houvast.page import Page, link
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites
from houvast.site import theme_folder
from tests.golden import compare

WANTED = [(role, pace) for role in ("clerk", "operator") for pace in ("brisk", "slow")]


@pytest.fixture(scope="module")
def pages(small: Catalogue) -> dict[tuple[str, str], Page]:
    sites = locale_sites(small, EVERYTHING)
    return {(site.wording.locale, page.uri): page for site in sites for page in site.pages}


@pytest.mark.parametrize(("role", "pace"), WANTED)
def test_golden_unit(role: str, pace: str, pages: dict[tuple[str, str], Page], request: pytest.FixtureRequest) -> None:
    compare(f"unit-{role}-{pace}.md", pages["nl", f"{role}/{pace}/first-steps/"].markdown, request)


def test_golden_scenario(pages: dict[tuple[str, str], Page], request: pytest.FixtureRequest) -> None:
    compare("scenario.md", pages["nl", "library/short-way/"].markdown, request)


@pytest.mark.parametrize(("role", "pace"), WANTED)
def test_golden_path(role: str, pace: str, pages: dict[tuple[str, str], Page], request: pytest.FixtureRequest) -> None:
    compare(f"path-{role}-{pace}.md", pages["en", f"{role}/{pace}/"].markdown, request)


def test_same_input_same_pages(small: Catalogue) -> None:
    first, second = ([site.pages for site in locale_sites(small, EVERYTHING)] for _ in range(2))
    assert first == second


def test_every_page_is_there_in_every_locale(pages: dict[tuple[str, str], Page]) -> None:
    assert {uri for locale, uri in pages if locale == "nl"} == {uri for locale, uri in pages if locale == "en"}


def test_a_question_counts_the_same_in_every_locale(pages: dict[tuple[str, str], Page]) -> None:
    def hashes(locale: str) -> list[str]:
        body = pages[locale, "clerk/brisk/first-steps/"].body
        return [part.split('"')[0] for part in body.split('data-hash="')[1:]]

    assert hashes("nl") == hashes("en") != []


def test_a_slot_is_filled_for_its_role_alone(pages: dict[tuple[str, str], Page]) -> None:
    uri = "{}/slow/first-steps/"
    assert "De ploeg begint om zes uur, Operator." in pages["nl", uri.format("operator")].body
    assert "Een dag op kantoor." in pages["nl", uri.format("clerk")].body
    assert "Een dag op kantoor." in pages["nl", "library/first-steps/"].body
    assert "camera" in pages["nl", uri.format("operator")].body.split("<table>")[0]
    assert "camera" not in pages["nl", uri.format("clerk")].body.split("<table>")[0].lower()


def test_no_answer_key_as_raw_markdown(pages: dict[tuple[str, str], Page]) -> None:
    assert not any("[x]" in page.markdown for (_, uri), page in pages.items() if uri != "guide/")


def test_the_words_of_the_site_are_the_same_in_every_locale() -> None:
    words = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (theme_folder() / "locales").glob("*.yml")]
    assert len(words) >= 2
    assert all(
        other.keys() == words[0].keys() and other["script"].keys() == words[0]["script"].keys() for other in words
    )


@pytest.mark.parametrize(
    ("start", "end", "fragment", "expected"),
    [
        ("", "", "", "./"),
        ("", "library/", "", "library/"),
        ("a/b/c/", "a/b/", "", "../"),
        ("a/b/c/", "a/b/d/", "part-2", "../d/#part-2"),
        ("a/", "", "", "../"),
    ],
)
def test_links_are_relative(start: str, end: str, fragment: str, expected: str) -> None:
    assert link(start, end, fragment) == expected


def test_a_public_site_tells_nothing_internal(courses: Path) -> None:
    file = courses / "organisation.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("locales:", "published: public\nlocales:"), encoding="utf-8"
    )
    catalogue = catalogue_of(courses)
    told = "\n".join(page.markdown for site in locale_sites(catalogue, EVERYTHING) for page in site.pages)
    for system in catalogue.organisation.systems:
        assert system.name not in told
    for contact in catalogue.organisation.contacts.values():
        assert not any(text in told for text in contact.reach.root.values())
    for unit in catalogue.units.values():
        assert f": {unit.sheet.owner}." not in told
    assert "de AI-tool van je werkgever" in told


def test_a_locale_for_some_roles_alone(courses: Path) -> None:
    file = courses / "organisation.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("en: all", "en: [clerk]"), encoding="utf-8")
    for name in ("en.md", "for/operator.en.md"):
        (courses / "modules/first-steps" / name).unlink()
    role = courses / "roles/operator.yml"
    role.write_text(role.read_text(encoding="utf-8").replace(", en: Operator", ""), encoding="utf-8")
    sites = {site.wording.locale: site for site in locale_sites(catalogue_of(courses), EVERYTHING)}
    english = {page.uri: page for page in sites["en"].pages}
    assert "operator/" not in english
    assert "library/first-steps/" not in english
    path = english["clerk/brisk/"].body
    assert "(only in Dutch)" in path
    assert 'href="../../../nl/library/first-steps/"' in path
    dutch = {page.uri: page for page in sites["nl"].pages}
    assert dutch["operator/"].meta["locales"] == ["nl"]
    assert dutch["clerk/brisk/first-steps/"].meta["locales"] == ["nl"]
    assert "locales" not in dutch["clerk/brisk/look-twice/"].meta


def test_a_fact_that_a_locale_for_some_lacks_is_not_told_in_it(courses: Path) -> None:
    organisation, facts = courses / "organisation.yml", courses / "facts.yml"
    text = organisation.read_text(encoding="utf-8").replace("en: all", "en: [clerk]")
    organisation.write_text(f"{text}start: 2027-01-11\n", encoding="utf-8")
    told = "    statement: {nl: Eerst de ondernemingsraad.}\n    kind: law\n    certainty: A\n"
    about = "    source: {title: {nl: Cao 39}}\n    valid_as_of: 2026-11-22\n    recheck_by: 2027-02-01\n"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(f"{text}  works-council-cao-39:\n{told}{about}", encoding="utf-8")
    for site in locale_sites(catalogue_of(courses), EVERYTHING):
        pages = {page.uri: page.body for page in site.pages}
        for uri in ("introduction/", "experiment/"):
            assert ("Eerst de ondernemingsraad." in pages[uri]) == (site.wording.locale == "nl")


def test_a_hat_has_a_page_and_its_units_once(pages: dict[tuple[str, str], Page]) -> None:
    assert "look-twice" in pages["nl", "hats/guide/"].body
    assert ("nl", "hats/guide/look-twice/") in pages
    assert pages["nl", "hats/guide/look-twice/"].meta["canonical"] == "library/look-twice/"
    assert sum(uri.startswith("hats/") for _, uri in pages) == 2 * 3


def test_a_path_stands_beside_its_page_as_data(pages: dict[tuple[str, str], Page]) -> None:
    path = json.loads(pages["nl", "clerk/slow/"].files["path.json"])
    assert path["pace"] == {"id": "slow", "minutes_per_session": 6, "sessions_per_week": 1, "reviews": []}
    assert path["steps"][0]["unit"] == "own-story"
    for step in path["steps"]:
        assert ("nl", f"clerk/slow/{step['href'].partition('#')[0]}") in pages
        assert step["stage"] in {"gate", "core", "deepening"}
        assert set(step["requires"]) <= {other["unit"] for other in path["steps"]}
    assert [hat["id"] for hat in path["hats"]] == ["guide"]
    for step in path["hats"][0]["steps"]:
        hat_page = pages["nl", step["href"].replace("../", "")].body
        assert step["items"]
        assert all(f'id="{item.split(":")[0]}"' in hat_page for item in step["items"])
        assert ("nl", step["href"].replace("../", "")) in pages


def test_a_path_with_a_start_day_has_a_calendar_file(courses: Path) -> None:
    file = courses / "organisation.yml"
    file.write_text(file.read_text(encoding="utf-8") + "start: 2027-01-11\n", encoding="utf-8")
    sites = locale_sites(catalogue_of(courses), EVERYTHING)
    pages = {(site.wording.locale, page.uri): page for site in sites for page in site.pages}
    page = pages["nl", "clerk/slow/"]
    events = Calendar.from_ical(page.files["path.ics"]).walk("VEVENT")
    assert 'href="path.ics"' in page.body
    assert events[0].decoded("dtstart") == datetime(2027, 1, 11, 9)
    assert "https://klein.example/leren/nl/clerk/slow/own-story/" in str(events[0]["description"])
    assert not [event for event in events if "attendee" in event or "organizer" in event]


def test_a_path_without_a_start_day_has_none(pages: dict[tuple[str, str], Page]) -> None:
    assert "path.ics" not in pages["nl", "clerk/slow/"].files
