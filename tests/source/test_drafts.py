"""What nobody reviewed is read only where it is asked for, and a build without it needs nothing of it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from houvast.cli import app
from houvast.pipeline import catalogue_of, check_courses, shown_catalogue
from tests.drafts import DRAFT, edit, put, put_draft

LESSON = "modules/look-twice/nl.md"


def told(courses: Path, *, drafts: bool = True) -> list[str]:
    """The findings, in one line each, without those of the small courses themselves."""
    own = {finding.message for finding in check_courses(courses).report.findings} if drafts else set()
    found = check_courses(courses, drafts=drafts).report.findings
    return [
        f"{one.place.path}:{one.place.line} {one.rule.severity} {one.rule.code} {one.message}"
        for one in found
        if one.message not in own
    ]


def test_drafts_are_not_read_unless_asked(courses: Path) -> None:
    put(courses, "drafts/broken/draft.yml", "this: [is no draft")
    put_draft(courses, "more-cases", {LESSON: "not even a lesson"})
    assert not check_courses(courses).report.errors
    assert catalogue_of(courses).drafts == {}


def test_a_draft_lies_over_the_courses_and_is_told_at_its_own_path(courses: Path) -> None:
    text = (courses / LESSON).read_text(encoding="utf-8")
    put_draft(courses, "more-cases", {LESSON: text.replace("Tel na.", "Tel alles na.")})
    catalogue = catalogue_of(courses, drafts=True)
    assert catalogue.modules["look-twice"].lessons["nl"] != catalogue_of(courses).modules["look-twice"].lessons["nl"]
    assert catalogue.modules["look-twice"].lessons["en"] == catalogue_of(courses).modules["look-twice"].lessons["en"]
    assert catalogue.drafts["more-cases"].files == (LESSON,)
    put(courses, f"drafts/more-cases/{LESSON}", text.replace("- [x] De namen.", "- [ ] De namen."))
    assert [line for line in told(courses) if "Q104" in line] == [
        f"{courses}/drafts/more-cases/{LESSON}:13 error Q104 no option is marked right"
    ]


def test_only_the_draft_that_is_named(courses: Path) -> None:
    put_draft(courses, "one", {"roles/one.yml": ROLE})
    put_draft(courses, "two", {"roles/two.yml": ROLE})
    assert {*catalogue_of(courses, drafts=["two"]).roles} == {"clerk", "operator", "two"}


def test_a_draft_reaches_no_file_outside_its_folders(courses: Path) -> None:
    for file in ("../../secret.yml", "/etc/passwd", "organisation.yml", "modules/../../../secret.md", "roles/../a.yml"):
        put(courses, "drafts/sly/draft.yml", DRAFT.format(files=f'["{file}"]', unit="sly", kind="role", more=""))
        assert any("error S203 `files.0`" in line for line in told(courses)), file
    put(courses, "drafts/sly/organisation.yml", "name: Taken over\nlocales: {nl: all}\n")
    put_draft(courses, "sly", {"roles/sly.yml": ROLE})
    assert catalogue_of(courses, drafts=True).organisation.name == "Kleine Maat"


def missing(courses: Path) -> None:
    (courses / "drafts/sly/roles/sly.yml").unlink()


def unnamed(courses: Path) -> None:
    put(courses, "drafts/sly/roles/other.yml", ROLE)


def second(courses: Path) -> None:
    put_draft(courses, "tidy", {"roles/sly.yml": ROLE})


def written(courses: Path) -> None:
    put(courses, "roles/sly.yml", ROLE)


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "a file that is missing": (missing, "drafts/sly/draft.yml:5 error D651 `roles/sly.yml` is not in this draft"),
    "a file nobody named": (
        unnamed,
        "drafts/sly/draft.yml:5 error D651 `roles/other.yml` stands in the draft, and is not named",
    ),
    "two drafts of a file": (second, "drafts/tidy/draft.yml:5 error D652 `roles/sly.yml` is in the draft `sly` too"),
    "a file that came since": (
        written,
        "drafts/sly/draft.yml:5 warning D653 `roles/sly.yml` was written since this was drafted",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_draft_is_a_finding(name: str, courses: Path) -> None:
    breaking, expected = BROKEN[name]
    put_draft(courses, "sly", {"roles/sly.yml": ROLE})
    assert not told(courses)
    breaking(courses)
    assert f"{courses}/{expected}" in told(courses)
    if "warning" not in expected:
        assert CliRunner().invoke(app, ["check", "--drafts", "--courses", str(courses)]).exit_code == 1
    assert CliRunner().invoke(app, ["check", "--courses", str(courses)]).exit_code == 0


def test_what_changed_since_is_told(courses: Path) -> None:
    put_draft(courses, "more-cases", {LESSON: (courses / LESSON).read_text(encoding="utf-8")})
    sheet = courses / "drafts/more-cases/draft.yml"
    assert hashlib.sha256((courses / LESSON).read_bytes()).hexdigest() in sheet.read_text(encoding="utf-8")
    assert not told(courses)
    edit(courses, LESSON, "Tel na.", "Tel goed na.")
    assert any(f"warning D653 `{LESSON}` changed since this was drafted" in line for line in told(courses))
    (courses / LESSON).unlink()
    assert any(f"warning D653 `{LESSON}` was taken away since" in line for line in told(courses))


ROLE = """\
title: {nl: Inkoper, en: Buyer}
summary: {nl: Inkopen., en: Buying.}
cluster: office
pace: brisk
intentions:
  - if: {nl: ik twijfel, en: I am in doubt}
    then: {nl: vraag ik het, en: I ask}
  - if: {nl: ik bestel, en: I order}
    then: {nl: tel ik na, en: I count}
  - if: {nl: ik betaal, en: I pay}
    then: {nl: lees ik na, en: I read back}
status: draft
"""


def draft_module(courses: Path) -> None:
    edit(courses, "modules/first-steps/module.yml", "status: reviewed", "status: draft")


NEEDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a module": (
        lambda courses: None,
        "modules/look-twice/module.yml:5 error R110 `first-steps` is not reviewed but draft",
    ),
    "a scenario": (
        lambda courses: None,
        "scenarios/short-way/scenario.yml:4 error R110 `first-steps` is not reviewed but draft",
    ),
    "the case of the home page": (
        lambda courses: edit(courses, "organisation.yml", "locales:", "first_case: first-what\nlocales:"),
        "organisation.yml:2 error R110 `first-steps` is not reviewed but draft",
    ),
    "a link": (
        lambda courses: edit(courses, "modules/own-story/nl.md", "\n\n", "\n\n[Zie](../first-steps/nl.md).\n\n"),
        "error M104 `first-steps` is a draft, so it has no page yet: review it first, or take this link out",
    ),
    "an answer of may-i": (lambda courses: None, "may-i.yml:41 error R101 there is no reviewed module `first-steps`"),
}


@pytest.mark.parametrize("name", NEEDS)
def test_what_is_reviewed_needs_no_draft(name: str, courses: Path) -> None:
    breaking, expected = NEEDS[name]
    breaking(courses)
    draft_module(courses)
    assert any(expected in line for line in told(courses, drafts=False)), told(courses, drafts=False)


def test_a_role_builds_on_what_is_reviewed(courses: Path) -> None:
    edit(courses, "hats/guide.yml", "targets:", "status: draft\ntargets:")
    edit(courses, "roles/clerk.yml", "cluster:", "builds_on: [guide]\ncluster:")
    assert f"{courses}/roles/clerk.yml:4 error R110 `guide` is not reviewed but draft" in told(courses, drafts=False)


def test_without_drafts_nothing_of_them_is_left(courses: Path) -> None:
    edit(courses, "modules/own-story/module.yml", "status: reviewed", "status: draft")
    edit(courses, "scenarios/short-way/scenario.yml", "status: reviewed", "status: draft")
    edit(courses, "roles/operator.yml", "cluster:", "status: draft\ncluster:")
    edit(courses, "hats/guide.yml", "targets:", "status: draft\ntargets:")
    everything, shown = catalogue_of(courses), shown_catalogue(courses)
    assert ({*everything.units} - {*shown.units}, {*shown.roles}, {*shown.hats}) == (
        {"own-story", "short-way"},
        {"clerk"},
        set(),
    )
    assert everything.modules["first-steps"].variants
    assert not shown.modules["first-steps"].variants
    assert catalogue_of(courses, drafts=True) == shown_catalogue(courses, drafts=True)
