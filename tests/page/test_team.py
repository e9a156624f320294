"""Team sessions: who has which, what is on their pages, and what is not on a public site."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import yaml

from houvast.model import Catalogue, Module
from houvast.page import Page
from houvast.page.aloud import GENERAL
from houvast.page.team import takes_teams
from houvast.pipeline import catalogue_of
from houvast.site import theme_folder
from tests.real import Pages, pages_of


@pytest.fixture
def pages(real_pages: Pages) -> Pages:
    return real_pages


def sessions(pages: Pages) -> dict[tuple[str, str], Page]:
    return {key: page for key, page in pages.items() if page.meta["kind"] == "team" and "elements" in page.meta}


def words(html: str) -> int:
    return len(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def check_length(page: Page) -> None:
    """Stem and case as they stand on the page, in words."""
    view = page.body.partition("<houvast-team>")[2].partition("</houvast-team>")[0]
    screens = view.split('data-screen="case">')[1:]
    assert 2 <= len(screens) <= 5
    for screen in screens:
        asked = screen.partition('<ul class="houvast-team__options">')[0].partition("</span>")[2]
        assert words(asked) <= 40, f"{page.uri}: {asked}"


def test_no_case_is_over_forty_words_on_its_page(pages: Pages) -> None:
    assert len(sessions(pages)) > 20
    for page in sessions(pages).values():
        check_length(page)


def test_a_public_site_keeps_to_forty_words_and_names_nobody_to_call(real: Catalogue) -> None:
    public = replace(real, organisation=real.organisation.model_copy(update={"published": "public"}))
    roles = [role for role in real.roles.values() if takes_teams(role)]
    held = {key: page for role in roles for key, page in sessions(pages_of(public, role.id, role.pace)).items()}
    assert len(held) > 20
    for (locale, _), page in held.items():
        check_length(page)
        contacts = real.organisation.contacts.values()
        assert not any(contact.reach[locale] in page.body for contact in contacts)
        assert {"nl": "Vraag het aan je aanspreekpunt.", "en": "Ask your contact person."}[locale] in page.body


def test_the_general_words_are_no_longer_than_is_reckoned_with() -> None:
    for file in (theme_folder() / "locales").glob("*.yml"):
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert max(len(said[key].split()) for key in ("some_tool", "some_contact")) <= GENERAL


def test_each_module_of_the_path_of_a_role_with_teams_has_a_session(real: Catalogue, pages: Pages) -> None:
    with_teams = [role for role in real.roles.values() if takes_teams(role)]
    assert {role.id for role in with_teams} == {"care-worker", "production-worker", "hired"}
    for role in with_teams:
        on_path = {
            uri.split("/")[2]
            for locale, uri in pages
            if uri.startswith(f"{role.id}/{role.pace}/") and uri.count("/") == 3
        }
        on_path.discard("review")
        modules = on_path & set(real.modules)
        assert modules
        for locale in real.locales:
            assert {unit for unit in modules if (locale, f"{role.id}/team/{unit}/") in pages} == modules
            body = pages[locale, f"{role.id}/team/"].body
            assert all(f'href="{unit}/"' in body and f'href="{unit}/#sheet"' in body for unit in modules)
            for scenario in on_path - modules:
                assert f"{role.pace}/{scenario}/" in body


def test_it_is_in_the_words_of_the_role(pages: Pages) -> None:
    care, line, everybody = (
        pages["nl", f"{role}team/floor-and-care/"].body for role in ("care-worker/", "production-worker/", "")
    )
    assert "de nacht geeft over aan de vroege" in care
    assert "bewonersdossier" in care
    assert "bewonersdossier" not in line
    assert "Vijf voor twee, ploegwissel" in everybody
    assert "{{" not in care + line + everybody


def test_sessions_are_the_same_in_every_locale(pages: Pages) -> None:
    def uris(locale: str) -> set[str]:
        return {uri for held, uri in sessions(pages) if held == locale}

    assert uris("nl") == uris("en")


def test_they_are_linked_from_where_one_looks(real: Catalogue, pages: Pages) -> None:
    assert 'href="team/"' in pages["nl", "care-worker/"].body
    assert 'href="../team/"' in pages["nl", "care-worker/calm/"].body
    assert "/team/" not in pages["nl", "recruiter/"].body + pages["nl", "recruiter/calm/"].body
    for module in real.modules.values():
        linked = f'href="../../team/{module.id}/"' in pages["nl", f"library/{module.id}/"].body
        assert linked == (("nl", f"team/{module.id}/") in pages)
    assert 'href="../team/"' in pages["nl", "library/"].body


def test_a_personal_session_is_a_copy_of_the_one_for_everybody(pages: Pages) -> None:
    assert pages["nl", "care-worker/team/floor-and-care/"].meta["canonical"] == "team/floor-and-care/"


def test_what_has_too_few_short_cases_is_told_quietly_and_has_no_page(courses: Path) -> None:
    role = courses / "roles/operator.yml"
    role.write_text(role.read_text(encoding="utf-8") + "depth: essentials\n", encoding="utf-8")
    pages = pages_of(catalogue_of(courses))
    units = {uri.split("/")[2] for _, uri in pages if uri.startswith("operator/slow/") and uri.count("/") == 3}
    catalogue = catalogue_of(courses)
    titles = [unit.sheet.title["nl"] for name in units if isinstance(unit := catalogue.units[name], Module)]
    assert titles
    body = pages["nl", "operator/team/"].body
    assert "Er zijn nog geen teamsessies." in body
    assert "Nog zonder teamsessie: " in body
    assert all(title in body.partition("Nog zonder teamsessie: ")[2] for title in titles)
    assert not [uri for _, uri in pages if uri.startswith("operator/team/") and uri != "operator/team/"]


CASES = """
### {} een?

<!-- id: own-one -->

{}

- [x] Ja.
    > Juist.
- [ ] Nee.
    > Kijk nog eens.

### {} twee?

<!-- id: own-two -->

{}

- [ ] Ja.
    > Kijk nog eens.
- [x] Nee.
    > Juist.
"""


def test_a_locale_that_lacks_a_session_is_not_linked(courses: Path) -> None:
    role = courses / "roles/operator.yml"
    role.write_text(role.read_text(encoding="utf-8") + "depth: essentials\n", encoding="utf-8")
    for locale in ("nl", "en"):
        file = courses / f"modules/first-steps/for/operator.{locale}.md"
        file.write_text(file.read_text(encoding="utf-8") + CASES.format(*["Wat"] * 4), encoding="utf-8")
    catalogue = catalogue_of(courses)
    session = pages_of(catalogue)["nl", "operator/team/first-steps/"]
    assert "locales" not in session.meta
    assert session.meta["canonical"] == "library/first-steps/"
    module = catalogue.modules["first-steps"]
    lacking = replace(module, variants={key: text for key, text in module.variants.items() if key[1] == "nl"})
    pages = pages_of(replace(catalogue, modules={**catalogue.modules, "first-steps": lacking}))
    assert pages["nl", "operator/team/first-steps/"].meta["locales"] == ["nl"]
    assert ("en", "operator/team/first-steps/") not in pages
