"""A person decides of drafts: each decision is kept at once, and nothing goes over that nobody decided of."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from houvast.cli import app
from houvast.pipeline import catalogue_of, check_courses, shown_catalogue
from houvast.review import read_sheet
from tests.drafts import edit, put
from tests.review.drafts import (
    BUY,
    BUY_ENGLISH,
    ENGLISH,
    LESSON,
    ROLE_FILE,
    SHEET,
    with_module,
    with_questions,
    with_role,
)

WHO = ["--team", "learning", "--role", "HR business partner", "--today", "2027-03-08"]


@pytest.fixture
def here(courses: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Courses in the folder where one works, with no editor set."""
    monkeypatch.chdir(courses.parent)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return Path("courses")


def run(*words: str, typed: str = "") -> Result:
    result = CliRunner().invoke(app, ["review", *words], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def said(*words: str, typed: str = "", code: int = 0) -> str:
    result = run(*words, typed=typed)
    assert result.exit_code == code, result.output
    return result.output


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def decisions(courses: Path, name: str) -> dict[str, str | None]:
    return {item.id: item.decision.decision if item.decision else None for item in read_sheet(courses, name).items}


def test_without_drafts_there_is_nothing_to_review(here: Path) -> None:
    assert said() == "There is no draft in courses/drafts/.\n"
    assert "There is no draft `x` in courses/drafts/; there are none." in said("x", code=2)


def test_the_list_tells_how_far_each_is(here: Path) -> None:
    with_questions(here, gate=True)
    with_role(here)
    put(here, "drafts/torn/draft.yml", "kind: [")
    lines = said().splitlines()
    assert lines[lines.index("buyer: role, A draft") + 1].startswith("  0 of 2 items decided, 2 open; 0 errors and")
    at = lines.index("more-cases: questions, A draft")
    assert lines[at + 1].startswith("  0 of 2 items decided, 2 open; 1 error and")
    assert lines[at + 2] == "  next: houvast review more-cases"
    assert any(line.startswith("courses/drafts/torn/draft.yml:") for line in lines)


def test_questions_are_shown_beside_their_source_and_decided_one_by_one(here: Path) -> None:
    with_questions(here)
    before = contents(here / "modules")
    told = said("more-cases", *WHO, typed="what\na\nr\n")
    assert "question `quote-one` in courses/drafts/more-cases/modules/look-twice/nl.md:33" in told
    assert "### Je belt. quote-one?" in told
    assert "quote: “een bron beslist”" in told
    assert "module.first-steps#top says:\n  # Eerste stappen" in told
    assert "Type one of: a, e, r, l, q." in told
    assert told.endswith("All is decided. Take it over: houvast review more-cases --finish\n")
    assert decisions(here, "more-cases") == {"quote-one": "accepted", "quote-two": "rejected"}
    for file in (LESSON, ENGLISH):
        text = (here / "drafts/more-cases" / file).read_text(encoding="utf-8")
        assert "quote-one" in text
        assert "quote-two" not in text
        assert "\n\n\n" not in text
    assert contents(here / "modules") == before

    done = said("more-cases", "--finish", "--today", "2027-03-09")
    assert "git add -- courses/modules/look-twice/nl.md courses/modules/look-twice/en.md" in done
    assert "git commit -m" in done
    assert not (here / "drafts").exists()
    assert "quote-one" in (here / LESSON).read_text(encoding="utf-8")
    assert not check_courses(here).report.errors
    kept = catalogue_of(here).provenance["more-cases"]
    assert (kept.status, kept.reviewed_by, str(kept.reviewed)) == ("reviewed", "learning", "2027-03-09")
    assert kept.items[0].decision
    assert kept.items[0].decision.role == "HR business partner"
    assert kept.items[0].claims[0].quote == "een bron beslist"
    assert "quote-one" in {
        question.id for _, question in shown_catalogue(here).modules["look-twice"].placed_questions("nl")
    }


def test_a_translation_stays_as_new_as_it_was(here: Path) -> None:
    with_questions(here)
    draft = here / "drafts/more-cases"
    digest = catalogue_of(here, drafts=True).modules["look-twice"].lessons["nl"].digest
    text = (draft / ENGLISH).read_text(encoding="utf-8")
    old = text.partition("translates: ")[2][:12]
    (draft / ENGLISH).write_text(text.replace(old, digest), encoding="utf-8")
    said("more-cases", *WHO, "--accept", "quote-one", "--reject", "quote-two")
    module = catalogue_of(here, drafts=True).modules["look-twice"]
    assert module.lessons["en"].translates == module.lessons["nl"].digest != digest


def test_a_module_goes_over_reviewed(here: Path) -> None:
    with_module(here)
    said("buy-well", *WHO, "--accept", "all")
    assert "buy-well" not in catalogue_of(here).modules
    said("buy-well", "--finish", "--today", "2027-03-08")
    assert (here / SHEET).read_text(encoding="utf-8").endswith("status: reviewed\n")
    assert "buy-well" in shown_catalogue(here).modules
    assert sorted(path.name for path in (here / "modules/buy-well").iterdir()) == ["en.md", "module.yml", "nl.md"]


def test_a_rejected_section_goes_and_what_it_leaves_broken_is_told_before_anything_moves(here: Path) -> None:
    with_module(here)
    said("buy-well", *WHO, "--reject", "lezen", "--accept", "tellen", "--accept", "buy-what")
    text = (here / "drafts/buy-well" / BUY).read_text(encoding="utf-8")
    assert text.startswith("# Goed kopen\n\n## Tellen\n\nTel na.\n\n### Wat doe je?")
    before = contents(here)
    told = said("buy-well", "--finish", code=1)
    assert "Nothing was taken over." in told
    assert "error L103" in told
    assert f"{here}/drafts/buy-well/{BUY_ENGLISH}:" in told or f"{here}/{BUY_ENGLISH}:" in told
    assert contents(here) == before
    edit(here, f"drafts/buy-well/{BUY_ENGLISH}", "## Reading\n\nCount.\n\n", "")
    said("buy-well", "--finish")
    assert "buy-well" in shown_catalogue(here).modules


def test_a_role_goes_over_with_the_tasks_that_were_accepted(here: Path) -> None:
    with_role(here)
    said("buyer", *WHO, typed="reject\nl\n")
    assert decisions(here, "buyer") == {"quotes": "rejected", "letters": None}
    told = said("buyer", "--finish", code=1)
    assert "nobody decided of letters" in told
    said("buyer", *WHO, "--accept", "letters")
    said("buyer", "--finish")
    role = shown_catalogue(here).roles["buyer"]
    assert [task.id for task in role.tasks] == ["letters"]
    assert role.status == "reviewed"
    assert len(role.intentions) == 3


def test_the_last_task_takes_its_key_along(here: Path) -> None:
    with_role(here)
    said("buyer", *WHO, "--reject", "all")
    text = (here / "drafts/buyer" / ROLE_FILE).read_text(encoding="utf-8")
    assert "tasks" not in text
    assert "intentions:\n  - if: {nl: ik twijfel" in text
    assert not check_courses(here, drafts=True).report.errors
    told = said("buyer", "--finish", code=1)
    assert "all of it was rejected, so nothing is left. Remove it: rm -r courses/drafts/buyer" in told


def test_what_a_gate_forbids_is_edited_or_rejected(here: Path) -> None:
    with_questions(here, gate=True)
    told = said("more-cases", *WHO, "--accept", "all", code=1)
    assert "`quote-two` cannot be accepted as it is: D602 the quote does not stand in the source." in told
    assert decisions(here, "more-cases") == {"quote-one": "accepted", "quote-two": None}
    assert "nobody decided of quote-two" in said("more-cases", "--finish", code=1)
    said("more-cases", *WHO, "--edited", "quote-two")
    said("more-cases", "--finish")


def test_a_gate_that_came_around_a_decision_still_stops(here: Path) -> None:
    with_questions(here, gate=True)
    said("more-cases", *WHO, "--edited", "all")
    edit(here, "drafts/more-cases/draft.yml", "decision: edited", "decision: accepted")
    edit(here, "drafts/more-cases/draft.yml", "decision: edited", "decision: accepted")
    assert "`quote-two` was accepted, and a gate forbids it" in said("more-cases", "--finish", code=1)


def test_editing_in_ones_own_editor(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_questions(here)
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\necho "$@" >> "$0.log"\nsed -i "s/Je belt. quote-one?/Wie bel je?/" "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    told = said("more-cases", *WHO, typed="e\ny\ne\nq\n")
    assert "### Wie bel je?" in told
    assert "Nothing changed in courses/drafts/more-cases/modules/look-twice/nl.md." in told
    assert (tmp_path / "vim.log").read_text().splitlines()[0] == f"+33 courses/drafts/more-cases/{LESSON}"
    assert decisions(here, "more-cases") == {"quote-one": "edited", "quote-two": None}


def test_an_editor_that_is_not_there_and_none_at_all(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_questions(here)
    asked = f"Edit courses/drafts/more-cases/{LESSON}, line 33, save it, and press Enter"
    assert asked in said("more-cases", *WHO, typed="e\n\nq\n")
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    told = said("more-cases", *WHO, typed="e\n\nq\n")
    assert "no-such-editor could not be used" in told
    assert asked in told


def test_who_stops_halfway_keeps_what_was_decided(here: Path) -> None:
    with_questions(here)
    told = said("more-cases", *WHO, typed="a\n", code=130)
    assert "Stopped. What you decided is kept." in told
    assert decisions(here, "more-cases") == {"quote-one": "accepted", "quote-two": None}


def test_the_team_is_one_that_is_known_and_never_a_sentence(here: Path) -> None:
    with_questions(here)
    before = contents(here)
    assert "Say who decides: --team TEAM --role" in said("more-cases", "--accept", "all", code=2)
    for team in ("buyers", "Jan Peeters"):
        told = said("more-cases", "--team", team, "--role", "adviser", "--accept", "all", code=2)
        assert "Known are ai, learning." in told
    assert contents(here) == before
    told = said("more-cases", typed="buyers\ny\nadviser\na\nq\n")
    assert "No unit is looked after by `buyers`" in told
    assert decisions(here, "more-cases")["quote-one"] == "accepted"


def test_a_file_that_changed_since_is_never_overwritten(here: Path) -> None:
    with_questions(here)
    said("more-cases", *WHO, "--accept", "all")
    edit(here, LESSON, "Tel na.", "Tel alles na.")
    before = contents(here)
    told = said("more-cases", "--finish", code=1)
    assert f"`{LESSON}` is not what it was when this was drafted." in told
    assert "-Tel alles na." in told
    assert "+Tel na." in told
    assert contents(here) == before
    edit(here, f"drafts/more-cases/{LESSON}", "Tel na.", "Tel alles na.")
    digest = told.partition(f"`{LESSON}: ")[2][:64]
    sheet = here / "drafts/more-cases/draft.yml"
    old = read_sheet(here, "more-cases").base[LESSON]
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(old, digest), encoding="utf-8")
    said("more-cases", "--finish")
    assert "Tel alles na." in (here / LESSON).read_text(encoding="utf-8")


def test_a_file_that_came_since_is_never_overwritten(here: Path) -> None:
    with_role(here)
    said("buyer", *WHO, "--accept", "all")
    put(here, ROLE_FILE, "written by a person")
    assert f"`{ROLE_FILE}` is not what it was when this was drafted." in said("buyer", "--finish", code=1)
    assert (here / ROLE_FILE).read_text(encoding="utf-8") == "written by a person"


@pytest.mark.parametrize("file", [ENGLISH, "provenance/more-cases.yml"])
def test_what_fails_halfway_leaves_all_as_it_was(file: str, here: Path) -> None:
    with_questions(here)
    said("more-cases", *WHO, "--accept", "all")
    before = contents(here)
    # What is written beside a file finds a folder in its place.
    path = here / file
    blocked = path.with_name(f".{path.name}.{os.getpid()}") if path.exists() else path.parent / "more-cases.yml"
    blocked.mkdir(parents=True)
    told = said("more-cases", "--finish", code=1)
    assert "Nothing was changed: " in told or "is there already" in told
    blocked.rmdir()
    assert contents(here) == before


def test_several_drafts_go_over_together(here: Path) -> None:
    with_module(here)
    with_role(here)
    for name in ("buy-well", "buyer"):
        said(name, *WHO, "--accept", "all")
    assert "Name one draft" in said("buy-well", "buyer", code=2)
    assert "git commit" in said("buy-well", "buyer", "--finish")
    assert {*shown_catalogue(here).roles} == {"buyer", "clerk", "operator"}
    assert not (here / "drafts").exists()


def test_what_a_model_wrote_does_not_steer_the_terminal(here: Path) -> None:
    with_questions(here)
    edit(here, "drafts/more-cases/draft.yml", "Een bron beslist.", '"\\e[2JEen bron\\u202e beslist."')
    told = said("more-cases", *WHO, typed="q\n")
    assert "claim: \N{REPLACEMENT CHARACTER}[2JEen bron\N{REPLACEMENT CHARACTER} beslist." in told
    assert "\x1b" not in told


def test_an_item_whose_text_is_gone_can_only_be_rejected(here: Path) -> None:
    with_questions(here)
    edit(here, f"drafts/more-cases/{LESSON}", "id: quote-one", "id: quote-three")
    assert "`quote-one` no longer stands in" in said("more-cases", *WHO, "--accept", "quote-one", code=1)
    assert "there is no item `quote-nine` in `more-cases`" in said("more-cases", *WHO, "--reject", "quote-nine", code=1)
    said("more-cases", *WHO, "--reject", "quote-one")


def test_what_was_not_edited_is_not_said_to_be(here: Path) -> None:
    with_questions(here, gate=True)
    digest = hashlib.sha256((here / "drafts/more-cases" / LESSON).read_bytes()).hexdigest()
    edit(here, "drafts/more-cases/draft.yml", "base:", f"written:\n  {LESSON}: {digest}\nbase:")
    said("more-cases", *WHO, "--reject", "quote-one")
    told = said("more-cases", *WHO, "--edited", "quote-two", code=1)
    assert f"`quote-two` was not edited: {LESSON} is as the model wrote it." in told
    edit(here, f"drafts/more-cases/{LESSON}", "Je leest een offerte.", "Je leest twee offertes.")
    said("more-cases", *WHO, "--edited", "quote-two")


def test_a_link_in_a_draft_is_not_followed(here: Path, tmp_path: Path) -> None:
    with_role(here)
    said("buyer", *WHO, "--accept", "all")
    (tmp_path / "secret.yml").write_text("title: secret")
    (here / "drafts/buyer" / ROLE_FILE).unlink()
    (here / "drafts/buyer" / ROLE_FILE).symlink_to(tmp_path / "secret.yml")
    assert "is not in courses/drafts/buyer, or is no file with text" in said("buyer", "--finish", code=1)
    assert not (here / ROLE_FILE).exists()
