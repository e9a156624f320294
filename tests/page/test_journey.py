"""The employee journey in the library: each phase leads to what is about it, with and without a script."""

import re
from pathlib import Path

from houvast.model import PHASES, Catalogue
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites
from tests.test_bad_input import replace

SCENARIO = "scenarios/short-way/scenario.yml"
MODULE, OTHER = "modules/first-steps/module.yml", "modules/look-twice/module.yml"
SECTION = re.compile(r'<h3 id="journey-(\w+)">(.*?)</h3>\n<ul>(.*?)</ul>', re.DOTALL)


def library(catalogue: Catalogue, locale: str = "nl") -> str:
    return next(
        page.body
        for site in locale_sites(catalogue, EVERYTHING)
        for page in site.pages
        if site.wording.locale == locale and page.uri == "library/"
    )


def phased(courses: Path) -> Catalogue:
    replace(MODULE, "minutes:", "phases: [leave, onboard]\nminutes:")(courses)
    replace(SCENARIO, "minutes:", "phases: [leave]\nminutes:")(courses)
    replace(OTHER, "minutes:", f"phases: [{', '.join(PHASES)}]\nminutes:")(courses)
    return catalogue_of(courses)


def test_each_phase_leads_to_its_units_in_the_order_of_the_journey(courses: Path) -> None:
    body = library(phased(courses))
    told = [(name, title, re.findall(r'href="([\w-]+)/"', units)) for name, title, units in SECTION.findall(body)]
    assert told == [
        ("onboard", "Onboarding", ["first-steps"]),
        ("leave", "Vertrekken", ["short-way", "first-steps"]),
        ("every", "In elke fase", ["look-twice"]),
    ]
    assert body.index('href="#journey"') < body.index('<h2 id="journey">')


def test_the_filter_asks_for_a_phase_that_entries_hold(courses: Path) -> None:
    body = library(phased(courses), "en")
    asked = body.split('name="phase">')[1].split("</select>")[0]
    assert re.findall(r'value="(\w*)"', asked) == ["", "onboard", "leave"]
    assert 'data-phases="leave onboard"' in body
    assert f'data-phases="{" ".join(PHASES)}"' in body
    assert 'data-phases=""' in body


def test_where_nothing_has_a_phase_there_is_no_journey(small: Catalogue) -> None:
    body = library(small)
    assert "journey" not in body
    assert "filter-phase" not in body
