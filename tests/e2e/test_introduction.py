"""The introduction plan on the site: its weeks, its calendar, its way in, and no trace of it for the public."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from houvast.model import Catalogue
from houvast.page.introduction_calendar import INTRODUCTION_FILE
from houvast.pipeline import EVERYTHING, generate
from houvast.site import SiteServer
from tests.test_bad_input import replace


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_the_story_leads_to_the_weeks(page: Page, server: SiteServer, locale: str, real: Catalogue) -> None:
    page.goto(f"{server.address}{locale}/story/")
    page.locator("a[href='../introduction/']").click()
    expect(page.locator(".houvast-week")).to_have_count(13)  # the last holds what comes after
    recruiter = real.roles["recruiter"].title[locale]
    expect(page.locator(".houvast-week").nth(1)).to_contain_text(recruiter)
    row = page.locator(".houvast-load tr", has=page.locator(f"text='{recruiter}'"))
    minutes = [int(text) for text in row.locator("td").all_inner_texts() if text]
    assert sum(minutes[:-1]) == minutes[-1]


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_its_calendar_holds_what_the_page_says(page: Page, server: SiteServer, locale: str, site: Path) -> None:
    page.goto(f"{server.address}{locale}/introduction/")
    expect(page.locator(f"a[href='{INTRODUCTION_FILE}']")).to_have_attribute("download", "")
    events = Calendar.from_ical((site / locale / "introduction" / INTRODUCTION_FILE).read_bytes()).walk("VEVENT")
    titles = page.locator(".houvast-action h3").all_inner_texts()
    assert [title.split("\n")[0] for title in titles] == [str(event["SUMMARY"]) for event in events]
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert {type(event.decoded("DTSTART")) for event in events} == {date}


def test_the_public_does_not_see_it(courses: Path, tmp_path: Path) -> None:
    replace("organisation.yml", "locales:", "start: 2027-01-11\nlocales:")(courses)
    generate(courses, tmp_path / "internal", EVERYTHING)
    assert (tmp_path / "internal/nl/introduction/index.md").is_file()
    replace("organisation.yml", "locales:", "published: public\nlocales:")(courses)
    generate(courses, tmp_path / "public", EVERYTHING)
    assert not (tmp_path / "public/nl/introduction").exists()
    assert "introduction/" not in (tmp_path / "public/nl/story/index.md").read_text(encoding="utf-8")
