"""The calendar file: what the browser hands over is what Python's library writes, whatever the titles."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from urllib.parse import urljoin

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Page

from houvast.model import LocalText, Pace
from houvast.page.calendar import CalendarPath, calendar_id, calendar_of
from houvast.plan import Part, Step
from houvast.plan.schedule import plus_of, schedule
from houvast.site import SiteServer, theme_folder
from houvast.source import read_wording
from tests.conftest import NewContext
from tests.e2e.test_replan import PATH_FILE, begin_on, open_path

NOW = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
FILE = json.loads(PATH_FILE)
ID = calendar_id("Brughuis", "recruiter", "calm")
NAME = LocalText({"nl": "Rustig"})
CALM = Pace(
    id="calm",
    file="paces/calm.yml",
    title=NAME,
    summary=NAME,
    depth="extra",
    minutes_per_session=10,
    sessions_per_week=2,
    reviews=(7, 28, 120, 360),
)


def steps_of(written: list[dict[str, object]]) -> tuple[Step, ...]:
    return tuple(
        Step(
            str(one["unit"]),
            Part(cast(int, one["part"]), cast(int, one["of"]), 0, cast(int, one["minutes"])),
            (),
            one["stage"],  # type: ignore[arg-type]
        )
        for one in written
    )


def events(written: bytes) -> list[dict[str, object]]:
    """The components of a file by their properties; every line ends as it must and is no longer than it may be."""
    lines = written.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 for line in lines)
    assert not any(sign in line for line in lines for sign in (b"\r", b"\n"))
    calendar = Calendar.from_ical(written)
    return [
        {name: part.decoded(name) if name != "DTSTART" else part[name].to_ical() for name in part}
        for part in calendar.walk()
    ]


def test_the_file_from_the_browser_equals_pythons(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(timezone_id="America/St_Johns"), server, today="2027-01-12")
    begin_on(page, "2027-01-14")
    page.get_by_role("checkbox", name="AI-champion").check()
    page.locator("#plan-time").fill("13:30")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in mijn agenda").click()
    assert download.value.suggested_filename == "recruiter-calm.ics"
    written = download.value.path().read_bytes()

    steps = steps_of(FILE["steps"])
    plus, _ = plus_of(steps, [steps_of(FILE["hats"][0]["steps"])])
    planned = schedule(steps, CALM, date(2027, 1, 14), plus=plus, today=date(2027, 1, 12))
    known = [*FILE["steps"], *FILE["hats"][0]["steps"][:1]]
    address = f"{server.address}nl/recruiter/calm/"
    path = CalendarPath(
        ID,
        CALM,
        address,
        {one["unit"]: one["title"] for one in known},
        {(one["unit"], one["part"]): urljoin(address, one["href"]) for one in known},
    )
    wording = read_wording(theme_folder(), "nl")
    expected = calendar_of(planned, path, wording, at=time(13, 30), made=NOW)
    assert events(written) == events(expected)
    assert Calendar.from_ical(written).to_ical() == expected

    found = Calendar.from_ical(written)
    assert len(found.walk("VEVENT")) == 7 + 4
    first = found.walk("VEVENT")[0]
    assert first.decoded("DTSTART") == datetime(2027, 1, 14, 13, 30), "no zone: the reader's own"
    assert str(first["SUMMARY"]) == "Houvast: sessie 1"
    assert first.decoded("DURATION") == timedelta(minutes=10)
    steps_told = (
        ("Ons verhaal; en, \\ meer", "our-story/"),
        ("Nooit, en eerst vragen, deel 1 van 2", "never-and-ask-first/"),
    )
    assert first["DESCRIPTION"] == "\n".join(f"{title}\n{address}{href}" for title, href in steps_told)
    assert not {"ORGANIZER", "ATTENDEE", "LOCATION"} & {name for part in found.walk() for name in part}


def test_an_event_keeps_its_name_and_a_new_file_moves_it(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server, today="2027-01-12")
    files = []
    for day in ("2027-01-14", "2027-02-01"):
        begin_on(page, day)
        with page.expect_download() as download:
            page.get_by_role("button", name="Zet in mijn agenda").click()
        files.append(Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT"))
    names = [[str(event["UID"]) for event in found] for found in files]
    assert names[0] == names[1]
    assert names[0][0] == f"session-1.{ID}"
    assert len(set(names[0])) == len(names[0])
    assert files[0][0].decoded("DTSTART") != files[1][0].decoded("DTSTART")


def test_without_a_start_day_it_asks_for_one(new_context: NewContext, server: SiteServer) -> None:
    page = open_path(new_context(), server)
    page.locator("houvast-plan summary").click()
    page.get_by_role("button", name="Zet in mijn agenda").click()
    assert page.locator("houvast-plan [role=status]").inner_text() == "Kies eerst de dag waarop je begint."
    assert page.evaluate("document.activeElement.id") == "plan-start"


def test_the_file_of_the_organisation_is_the_same_at_each_build() -> None:
    steps = steps_of(FILE["steps"])
    path = CalendarPath(
        ID,
        CALM,
        "https://houvast.example/nl/recruiter/calm/",
        {one["unit"]: one["title"] for one in FILE["steps"]},
        {(one["unit"], one["part"]): f"https://houvast.example/nl/{one['href']}" for one in FILE["steps"]},
    )
    wording = read_wording(theme_folder(), "nl")
    first, second = (calendar_of(schedule(steps, CALM, date(2027, 1, 11)), path, wording) for _ in range(2))
    assert first == second
    assert Calendar.from_ical(first).walk("VEVENT")[0].decoded("DTSTAMP") == datetime(2027, 1, 11, tzinfo=UTC)


TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120)
WRITE = """async ([address, inputs]) => {
  const { calendarOf } = await import(address);
  return inputs.map(({ title, day, minutes, page }) => calendarOf(
    { sessions: [{ number: 1, day, steps: [{ unit: "u", part: 1, of: 1, minutes, stage: "core", title, href: "u/" }] }],
      reviews: [day] },
    { id: "recruiter.calm@Brughuis", pace: { minutes_per_session: 10, sessions_per_week: 2, reviews: [7] },
      address: page },
    "09:00", new Date("2027-01-12T10:00:00Z")));
}"""


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(TITLES, st.dates(date(2023, 1, 1), date(2040, 1, 1)), st.integers(1, 120)), min_size=30, max_size=40
    )
)
def test_whatever_the_title(page: Page, server: SiteServer, made: list[tuple[str, date, int]]) -> None:
    address = f"{server.address}nl/recruiter/calm/"
    page.goto(address)
    asked = [
        {"title": title, "day": day.isoformat(), "minutes": minutes, "page": address} for title, day, minutes in made
    ]
    found = page.evaluate(WRITE, [f"{server.address}nl/assets/houvast/calendar.js", asked])
    wording = read_wording(theme_folder(), "nl")
    pace = CALM.model_copy(update={"reviews": (7,)})
    for (title, day, minutes), written in zip(made, found, strict=True):
        path = CalendarPath(ID, pace, address, {"u": title}, {("u", 1): f"{address}u/"})
        step = Step("u", Part(1, 1, 0, minutes), ())
        long = pace.model_copy(update={"minutes_per_session": 120})
        planned = schedule([step], long, day - timedelta(7), today=day)
        assert events(written.encode()) == events(calendar_of(planned, path, wording, made=NOW))
