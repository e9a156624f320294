"""Moments of a hat: their days, on its page, in the introduction plan and in its calendar."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from houvast.model import Catalogue
from houvast.page.introduction_calendar import INTRODUCTION_FILE
from houvast.pipeline import catalogue_of, check_courses
from houvast.plan import moments_of
from tests.real import Pages, pages_of
from tests.test_bad_input import replace

PLAN = """\
weeks:
  - {week: 0, title: {nl: Zeg het, en: Say so}, do: {nl: Vertel., en: Tell.}}
  - {week: 2, title: {nl: Praat, en: Talk}, do: {nl: Luister., en: Listen.}}
  - {title: {nl: Kijk, en: Look}, do: {nl: Kijk terug., en: Look back.}}
"""
START = "start: 2027-01-11\nwaves: [{for: [guide], begin: 2027-01-18}, {for: [everyone], begin: 2027-02-01}]\n"


@pytest.fixture
def planned(courses: Path) -> Path:
    """The small courses, with a plan for the guide who begins a week after the first."""
    replace("hats/guide.yml", "targets:", f"{PLAN}targets:")(courses)
    replace("organisation.yml", "locales:", f"{START}locales:")(courses)
    return courses


def test_weeks_count_from_one_unless_they_are_named(planned: Path) -> None:
    catalogue = catalogue_of(planned)
    guide = catalogue.hats["guide"]
    assert [number for number, _ in guide.numbered_weeks] == [0, 2, 3]
    assert [(one.number, one.day) for one in moments_of(catalogue, guide)] == [
        (0, date(2027, 1, 11)),
        (2, date(2027, 1, 25)),
    ]


def test_the_page_of_the_hat_says_which_day(planned: Path) -> None:
    body = pages_of(catalogue_of(planned))["en", "hats/guide/"].body
    assert "Say so</strong> <span" in body
    assert "Before the start · from 11 January 2027" in body
    assert "Week 2, counted from the start · from 25 January 2027" in body
    assert "<dt><strong>Look</strong></dt>" in body
    assert "What you do when" in body


def test_without_a_start_and_for_the_public_there_is_no_day(planned: Path) -> None:
    replace("organisation.yml", START, "published: public\n" + START)(planned)
    body = pages_of(catalogue_of(planned))["en", "hats/guide/"].body
    assert "Before the start" in body
    assert "January" not in body
    replace("organisation.yml", "published: public\n" + START, "")(planned)
    assert pages_of(catalogue_of(planned))["en", "hats/guide/"].body == body


def test_the_introduction_and_its_calendar_hold_them(planned: Path) -> None:
    pages = pages_of(catalogue_of(planned))
    page = pages["nl", "introduction/"]
    assert "<h3>Gids: Zeg het" in page.body
    assert page.body.index("Gids: Zeg het") < page.body.index("Week 3") < page.body.index("Gids: Praat")
    events = Calendar.from_ical(page.files[INTRODUCTION_FILE]).walk("VEVENT")
    held = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
    assert held["Gids: Zeg het"] == date(2027, 1, 11)
    assert held["Gids: Praat"] == date(2027, 1, 25)
    assert not any("Kijk" in title for title in held)


def test_a_locale_without_the_hat_does_not_tell_them(planned: Path) -> None:
    replace("organisation.yml", "en: all", "en: [clerk]")(planned)
    pages = pages_of(catalogue_of(planned))
    assert "Guide: " not in pages["en", "introduction/"].body
    assert "Gids: Zeg het" in pages["nl", "introduction/"].body


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{week: 2,", "{week: 0,", "`weeks` go in order: week 0 stands below week 0"),
        ("{title: {nl: Kijk", "{week: 1, title: {nl: Kijk", "`weeks` go in order: week 1 stands below week 2"),
        ("{week: 0,", "{week: -1,", "`weeks.0.week`"),
        ("{week: 0,", "{week: soon,", "`weeks.0.week`: this is no whole number"),
    ],
)
def test_a_week_out_of_order_is_told(planned: Path, old: str, new: str, message: str) -> None:
    replace("hats/guide.yml", old, new)(planned)
    found = [one for one in check_courses(planned).report.findings if one.is_error]
    assert [one.rule.code for one in found] == ["S203"]
    assert message in found[0].message
    assert 3 <= found[0].place.line <= 6


def test_who_is_new_has_weeks_without_days(real: Catalogue, real_pages: Pages) -> None:
    assert not moments_of(real, real.hats["new-hire"])
    body = real_pages["nl", "hats/new-hire/"].body
    assert "Je eerste weken" in body
    assert "<dt><strong>Week 1: weten wat mag</strong></dt>" in body


def test_who_leads_people_has_three(real: Catalogue) -> None:
    moments = moments_of(real, real.hats["leads-people"])
    assert [(one.number, one.day) for one in moments] == [
        (0, date(2027, 1, 4)),
        (2, date(2027, 1, 18)),
        (6, date(2027, 2, 15)),
    ]
