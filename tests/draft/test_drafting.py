"""From a brief to a draft, with a pretended model on loopback: what lands where, and what never happens."""

import filecmp
from collections import Counter
from pathlib import Path

import pytest
import yaml

from houvast.draft.checking import findings_with
from houvast.source import read_courses
from tests.draft.conftest import BRIEFS, KEY, Desk
from tests.draft.played import Asked
from tests.draft.writer import write
from tests.own import extend_the_small

KINDS = sorted(BRIEFS)


def told(desk: Desk, name: str) -> dict[str, object]:
    sheet = yaml.safe_load(desk.files(name)["draft.yml"])
    assert isinstance(sheet, dict)
    return sheet


@pytest.mark.parametrize("kind", KINDS)
def test_a_brief_becomes_a_draft_beside_the_courses(desk: Desk, courses: Path, tmp_path: Path, kind: str) -> None:
    before = {path: path.read_bytes() for path in courses.rglob("*") if path.is_file()}
    result = desk.draft(kind)
    assert result.exit_code == 0, result.output
    after = {path: path.read_bytes() for path in before}
    assert after == before
    new = {path for path in courses.rglob("*") if path.is_file()} - before.keys()
    assert new and all(path.is_relative_to(courses / "drafts" / f"letters-{kind}") for path in new)
    sheet = told(desk, f"letters-{kind}")
    assert sheet["kind"] == kind and sheet["endpoint"] == "127.0.0.1" and sheet["model_requested"] == "small-model"
    assert sheet["items"] and "missing" not in sheet
    assert f"houvast review letters-{kind}" in result.output


@pytest.mark.parametrize("kind", ["module", "scenario", "role", "hat"])
def test_something_new_is_a_draft_and_reads_as_a_course(desk: Desk, courses: Path, kind: str) -> None:
    desk.draft(kind)
    files = {name: text for name, text in desk.files(f"letters-{kind}").items() if name != "draft.yml"}
    assert any("\nstatus: draft\n" in text for text in files.values())
    errors = [finding for finding in findings_with(courses, files) if finding.is_error]
    assert not errors, [f"{one.place} {one.rule.code} {one.message}" for one in errors]


def test_every_answer_says_where_it_came_from(desk: Desk) -> None:
    desk.draft("questions")
    items = told(desk, "letters-questions")["items"]
    assert isinstance(items, list)
    questions = [item for item in items if item["kind"] == "question"]
    assert len(questions) == 3
    for item in questions:
        (call,) = item["calls"]
        assert call["prompt"] == "question/v1" and call["request_id"].startswith("req_")
        assert item["claims"][0]["source"].startswith("module.look-twice#")
        assert len(item["votes"]) == 3


def test_the_right_option_is_spread_over_the_places(desk: Desk) -> None:
    desk.draft("questions", "--no-votes", "--no-critique", number=9)
    lesson = desk.files("letters-questions")["modules/look-twice/nl.md"]
    new = lesson[lesson.index("<!-- id: letters-questions-") :]
    boxes = [line[3] for line in new.split("\n") if line.startswith("- [")]
    places = Counter(boxes[start : start + 3].index("x") for start in range(0, len(boxes), 3))
    assert places == {0: 3, 1: 3, 2: 3}


def test_questions_that_all_have_the_longest_key_are_revised_and_then_refused(desk: Desk) -> None:
    def telling(asked: Asked) -> object:
        answer = write(asked)
        assert isinstance(answer, dict)
        longer = {"key": f"{answer['key']}, en belt daarna nog de leverancier zelf"} if "key" in answer else {}
        return {**answer, **longer}

    desk.server.answer = telling
    desk.draft("questions", "--no-votes", "--no-critique", "--no-translation")
    revised = [asked for asked in desk.server.asked if "problems" in asked.data]
    message = "in 3 of the 3 questions of this draft the right option is the longest"
    assert len(revised) == 3 and all(message in str(asked.data["problems"]) for asked in revised)
    items = told(desk, "letters-questions")["items"]
    assert isinstance(items, list)
    for item in items:
        assert [gate["code"] for gate in item["gates"] if gate["severity"] == "error"] == ["D617"]


def test_what_a_document_says_is_shown_to_who_reviews_and_does_not_leave_the_draft(desk: Desk, courses: Path) -> None:
    said = "Een leverdag telt pas als de leverancier hem schriftelijk bevestigt, met naam en datum."
    (desk.folder / "days.md").write_text(f"# Leverdagen\n\n{said}\n", encoding="utf-8")
    desk.draft("questions", "--no-votes", "--no-critique", sources=["days.md"])
    who = ("--team", "learning", "--role", "L&D adviser", "--today", "2026-11-23")
    beside = desk.run("review", "letters-questions", *who, answer="q\n")
    assert f"document.days#1 says:\n  # Leverdagen {said}\n" in beside.output
    desk.run("review", "letters-questions", *who, "--accept", "all")
    finished = desk.run("review", "letters-questions", "--finish", "--today", "2026-11-23")
    assert finished.exit_code == 0, finished.output
    provenance = (courses / "provenance/letters-questions.yml").read_text(encoding="utf-8")
    assert "document.days#1" in provenance and said not in provenance


def test_two_documents_of_one_name_are_refused(desk: Desk) -> None:
    (desk.folder / "old").mkdir()
    for file in ("days.md", "old/days.md"):
        (desk.folder / file).write_text("Een leverdag telt.\n", encoding="utf-8")
    result = desk.draft("questions", sources=["days.md", "old/days.md"])
    assert result.exit_code == 2
    assert "two sources are called `document.days`: give one of the files another name" in result.output


def test_new_questions_stand_in_both_languages(desk: Desk, courses: Path) -> None:
    desk.draft("questions")
    files = desk.files("letters-questions")
    assert set(files) == {"draft.yml", "modules/look-twice/nl.md", "modules/look-twice/en.md"}
    reading = read_courses(courses, frozenset({"nl", "en"}))
    assert reading.checked is not None
    ids = [line for line in files["modules/look-twice/nl.md"].split("\n") if line.startswith("<!-- id:")]
    assert ids == [line for line in files["modules/look-twice/en.md"].split("\n") if line.startswith("<!-- id:")]


def test_a_second_run_asks_nothing_and_writes_the_same(desk: Desk) -> None:
    desk.draft("module")
    first, calls = desk.files("letters-module"), desk.server.calls
    result = desk.draft("module")
    assert result.exit_code == 0 and desk.server.calls == calls
    assert desk.files("letters-module") == first
    again = desk.draft("module", "--cache-only")
    assert again.exit_code == 0 and desk.files("letters-module") == first


def test_what_a_person_changed_is_never_written_over(desk: Desk, courses: Path) -> None:
    desk.draft("role")
    path = courses / "drafts/letters-role/roles/letters-role.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Briefwisselaar", "Postmeester"), encoding="utf-8")
    calls = desk.server.calls
    result = desk.draft("role", "--refresh")
    assert result.exit_code == 2 and "somebody worked on" in result.output and "houvast review" in result.output
    assert "Postmeester" in path.read_text(encoding="utf-8") and desk.server.calls == calls


def test_an_id_that_is_taken_is_refused_before_anything_is_sent(desk: Desk) -> None:
    result = desk.draft("module", id="look-twice")
    assert result.exit_code == 2 and "`look-twice` is there already" in result.output
    assert desk.server.calls == 0


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        ("Vraag het an.peeters@voorbeeld.be.", "an e-mail address"),
        ("Bel 0470 12 34 56.", "a telephone number"),
        ("Betaal op BE68 5390 0754 7034.", "a bank account"),
        ("Dossier van 85.07.30-033.28.", "a national register number"),
    ],
)
def test_personal_data_is_not_sent_unless_allowed(desk: Desk, need: str, kind: str) -> None:
    result = desk.draft("role", need=need)
    assert result.exit_code == 2 and kind in result.output and desk.server.calls == 0
    assert desk.draft("role", "--allow-personal-data", need=need).exit_code == 0


def test_an_outline_that_gets_a_no_writes_nothing(desk: Desk, courses: Path) -> None:
    result = desk.run("draft", "role", str(desk.brief("role")), answer="n\n")
    assert result.exit_code == 2 and "Brieven nakijken" in result.output and "Nothing was written" in result.output
    assert desk.server.calls == 1 and not (courses / "drafts").exists()


def test_a_brief_can_be_told_at_the_terminal(desk: Desk, tmp_path: Path) -> None:
    result = desk.run(
        "draft", "hat", "--today", "2026-11-22", answer="Brieven worden niet gelezen.\nBriefkijker\n\ny\n"
    )
    assert result.exit_code == 0, result.output
    assert (tmp_path / "briefkijker.brief.yml").is_file()
    assert "hats/briefkijker.yml" in desk.files("briefkijker")


def test_a_dry_run_says_what_it_takes_and_sends_nothing(desk: Desk) -> None:
    result = desk.draft("module", "--dry-run")
    assert result.exit_code == 0 and "now 1 call" in result.output and "Nothing was sent" in result.output
    assert desk.server.calls == 0
    desk.draft("module")
    assert "takes no call" in desk.draft("module", "--dry-run").output


def test_a_budget_stops_and_a_higher_one_goes_on(desk: Desk, courses: Path) -> None:
    result = desk.draft("module", "--max-calls", "3")
    assert result.exit_code == 6 and "--max-calls" in result.output
    assert desk.server.calls == 3 and not (courses / "drafts").exists()
    assert desk.draft("module").exit_code == 0
    first = desk.server.calls
    assert desk.draft("module", "--refresh", "--max-calls", "500").exit_code == 0
    assert desk.server.calls > first


def test_a_part_that_does_not_come_is_told_and_the_others_stay(desk: Desk) -> None:
    desk.server.script = ["good", "refusal"]
    result = desk.draft("role", "--no-critique", "--no-translation")
    assert result.exit_code == 4, result.output
    sheet = told(desk, "letters-role")
    assert isinstance(sheet["missing"], list) and isinstance(sheet["items"], list)
    assert len(sheet["missing"]) == 1
    assert [item["kind"] for item in sheet["items"]] == ["text", "task", "task"]
    assert "is missing" in result.output


def test_no_key_is_anywhere_in_what_was_written(desk: Desk, tmp_path: Path) -> None:
    result = desk.draft("module")
    assert KEY not in result.output
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert not holding


def test_a_draft_of_a_file_that_is_there_shows_the_difference(desk: Desk, courses: Path) -> None:
    result = desk.draft("questions", "--no-votes")
    assert "+++ modules/look-twice/nl.md (draft)" in result.output
    assert not filecmp.cmp(
        courses / "modules/look-twice/nl.md", courses / "drafts/letters-questions/modules/look-twice/nl.md"
    )


def test_a_unit_that_comes_with_houvast_is_taken_over_whole(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.courses = own = extend_the_small(tmp_path / "own", monkeypatch, "nl", "en")
    result = desk.draft("questions", "--no-votes", "--no-critique", unit="first-steps", sources=["module.first-steps"])
    assert result.exit_code == 0, result.output
    files = desk.files("letters-questions")
    assert {"modules/first-steps/module.yml", "modules/first-steps/nl.md", "modules/first-steps/en.md"} <= files.keys()
    assert any(name.startswith("modules/first-steps/for/") for name in files)
    assert not (own / "modules/first-steps").exists()
