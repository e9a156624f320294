"""The page of a role and of its path: what its paces promise, the hats it builds on, and its tasks at work."""

import json
from pathlib import Path

import pytest

from houvast.model import Catalogue
from houvast.page import Page
from houvast.page.path_file import PATH_FILE
from houvast.pipeline import Selection, catalogue_of, locale_sites
from houvast.site import theme_folder
from houvast.source import read_wording
from tests.page.test_moments import PLAN, START
from tests.real import pages_of
from tests.test_bad_input import replace

DEPTHS = ("core and the examples", "full explanation", "with extra examples")


def test_paces_say_how_much_is_shown_where_that_differs(small: Catalogue) -> None:
    pages = pages_of(small)
    assert "Straight on. You see the core and the examples." in pages["en", "clerk/"].body
    assert "In small steps. You see the full explanation, with extra examples." in pages["en", "clerk/"].body
    assert "In small steps. You see the full explanation, with extra examples." in pages["en", "clerk/brisk/"].body


def test_paces_of_a_role_that_always_sees_the_core_promise_no_more(courses: Path) -> None:
    replace("roles/clerk.yml", "pace: brisk", "pace: brisk\ndepth: essentials")(courses)
    pages = pages_of(catalogue_of(courses))
    for uri in ("clerk/", "clerk/brisk/", "clerk/slow/"):
        assert not any(depth in pages["en", uri].body for depth in DEPTHS), uri
    assert "you always learn the core" in pages["en", "clerk/"].body


def test_no_pace_speaks_of_depth_itself(real: Catalogue) -> None:
    for pace in real.paces.values():
        for words in ("voorbeeld", "uitleg", "kern", "example", "explanation", "core"):
            assert not any(words in text for text in pace.summary.root.values()), pace.id


def test_a_hat_that_a_role_builds_on_tells_its_plan_and_is_not_offered_again(courses: Path) -> None:
    replace("hats/guide.yml", "targets:", f"{PLAN}targets:")(courses)
    replace("organisation.yml", "locales:", f"{START}locales:")(courses)
    replace("roles/clerk.yml", "cluster: office", "cluster: office\nbuilds_on: [guide]")(courses)
    pages = pages_of(catalogue_of(courses))
    for uri, hat in (("clerk/", "../hats/guide/"), ("clerk/brisk/", "../../hats/guide/")):
        body = pages["en", uri].body
        assert "What you do when" in body
        assert "Say so</strong> <span" in body
        assert "Week 2, counted from the start · from 25 January 2027" in body
        assert body.count(f'href="{hat}"') == 1
    assert "Are you also" not in pages["en", "clerk/brisk/"].body
    assert hats_in(pages["en", "clerk/brisk/"]) == []
    assert "Are you also" in pages["en", "operator/brisk/"].body
    assert hats_in(pages["en", "operator/brisk/"]) == ["guide"]


def hats_in(path: Page) -> list[str]:
    return [hat["id"] for hat in json.loads(path.files[PATH_FILE])["hats"]]


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_target_with_two_tasks_at_work_is_told_once(locale: str, real: Catalogue) -> None:
    (site,) = locale_sites(real, Selection(role="team-lead", pace="calm", locale=locale))
    body = next(page.body for page in site.pages if page.uri == "team-lead/calm/")
    tasks = body.partition("houvast-practice")[2].partition("</section>")[0]
    titles = [part.partition("</strong>")[0] for part in tasks.split("<li><strong>")[1:]]
    include = real.competencies.competencies["include"].title[locale]
    assert titles.count(f"{include} 3.") == 1
    assert len(set(titles)) == len(titles)
    assert tasks.count(read_wording(theme_folder(), locale)("seen_by")) > len(titles)
