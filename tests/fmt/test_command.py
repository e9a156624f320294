"""`houvast fmt`: what it writes, what it says, and how it ends."""

import os
import shutil
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from houvast import fmt, lint, source
from houvast.cli import app
from houvast.diagnostics import Rule
from tests.test_bad_input import remove, replace, write

LESSON = "modules/look-twice/nl.md"
TRANSLATION = "modules/look-twice/en.md"
STORY = "modules/own-story/nl.md"
PLOT = "scenarios/short-way/nl.md"


@pytest.fixture
def here(courses: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(courses.parent)
    return courses


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["fmt", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()}


def test_nothing_to_do(here: Path) -> None:
    before = contents(here)
    assert run() == run("--check") == (0, "0 of 15 files written anew.\n")
    assert contents(here) == before


def test_a_file_is_written_whole_and_keeps_who_may_read_it(here: Path) -> None:
    path = here / LESSON
    house = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + house.replace(b"\n", b"\r\n").replace(b"    > ", b"  > ").rstrip())
    path.chmod(0o660)
    assert run() == (0, f"courses/{LESSON}: written anew\n1 of 15 files written anew.\n")
    assert path.read_bytes() == house
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert not [held for held in path.parent.iterdir() if held.name.startswith(".")]


def test_check_names_what_would_change_and_writes_nothing(here: Path) -> None:
    replace(LESSON, "id: look-then; ", "")(here)
    replace(TRANSLATION, "id: look-then; ", "")(here)
    replace(STORY, "\n\n", "\n\n\n")(here)
    before = contents(here)
    assert run("--check") == (
        1,
        f"courses/{TRANSLATION}: 1 id to copy, to be written anew\n"
        f"courses/{LESSON}: 1 id to mint, to be written anew\n"
        f"courses/{STORY}: to be written anew\n"
        "3 of 15 files to be written anew: run houvast fmt.\n",
    )
    assert contents(here) == before
    code, output = run()
    assert code == 0
    assert output.endswith("3 of 15 files written anew.\n")
    assert run("--check")[0] == 0


def test_only_what_is_named(here: Path) -> None:
    for file in (LESSON, TRANSLATION, STORY):
        replace(file, "\n\n", "\n\n\n")(here)
    assert run(f"courses/{LESSON}")[1] == f"courses/{LESSON}: written anew\n1 of 1 file written anew.\n"
    assert run("courses/modules/look-twice")[1].endswith("1 of 2 files written anew.\n")
    assert run("--check")[1].startswith(f"courses/{STORY}: to be written anew\n1 of 15")


def test_ids_agree_when_languages_are_written_one_by_one(here: Path) -> None:
    replace(LESSON, "id: look-then; ", "")(here)
    replace(TRANSLATION, "id: look-then; ", "")(here)
    assert run(f"courses/{TRANSLATION}")[0] == run(f"courses/{LESSON}")[0] == 0
    for file in (LESSON, TRANSLATION):
        assert "<!-- id: wat-dan; measures: judge 2; kind: analyse -->" in (here / file).read_text(encoding="utf-8")
    assert run("--check")[0] == 0


def test_a_link_to_itself_is_told(here: Path) -> None:
    (here / LESSON).unlink()
    (here / LESSON).symlink_to("nl.md")
    code, output = run(f"courses/{LESSON}")
    assert code == 1
    assert f"courses/{LESSON}:1:1: error S102" in output


@pytest.mark.parametrize("name", ["README.md", "courses/organisation.yml", "nowhere.md", "/etc"])
def test_what_is_no_text_is_a_wrong_call(name: str, here: Path) -> None:
    Path("README.md").write_text("a\n\n\n\nb")
    code, output = run(name)
    assert code == 2
    assert "holds no text of courses/" in output
    assert Path("README.md").read_text() == "a\n\n\n\nb"


def test_no_such_folder(here: Path) -> None:
    code, output = run("--courses", "nowhere")
    assert code == 1
    assert "nowhere:1:1: error S101 there is no such folder" in output
    assert "name the folder with `--courses DIR`" in output


UNREADABLE = {
    "not UTF-8": (write(LESSON, "# Kijk twee keer\n\n\n\né".encode("latin-1")), f"{LESSON}:5:1: error S101"),
    "too large": (write(LESSON, "x" * 300_000), f"{LESSON}:1:1: error S101"),
    "a hidden character": (write(LESSON, "# Kijk\u202e\n\n\n\nx"), f"{LESSON}:1:7: error S103"),
    "no organisation": (remove("organisation.yml"), "organisation.yml:1:1: error S101"),
    "an organisation without shape": (replace("organisation.yml", "locales:", "lokalen:"), "error S2"),
    "an organisation that is no YAML": (replace("organisation.yml", "{nl: all", "{{nl: all"), "error S11"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_told_and_left(name: str, here: Path) -> None:
    breaking, expected = UNREADABLE[name]
    breaking(here)
    before = contents(here)
    code, output = run()
    assert code == 1
    assert f"courses/{expected}" in output or ("organisation.yml" in output and expected in output)
    assert "= help: " in output
    assert contents(here) == before


def test_a_link_out_of_the_folder_is_told_and_left(here: Path) -> None:
    outside = here.parent / "outside"
    shutil.copytree(here / "modules/own-story", outside)
    (outside / "nl.md").write_text("# Ons verhaal\n\n\n\n* x", encoding="utf-8")
    (here / LESSON).unlink()
    (here / LESSON).symlink_to(outside / "nl.md")
    shutil.rmtree(here / "modules/own-story")
    (here / "modules/own-story").symlink_to(outside)
    code, output = run()
    assert code == 1
    assert f"courses/{LESSON}:1:1: error S102" in output
    assert f"courses/{STORY}:1:1: error S102" in output
    assert (outside / "nl.md").read_text(encoding="utf-8") == "# Ons verhaal\n\n\n\n* x"
    assert (here / LESSON).is_symlink()


def test_a_text_that_would_say_something_else_stays_and_is_told(here: Path) -> None:
    text = "# Ons verhaal\n\n\n\n- een\n\n    - * -\n\tnog\n"
    write(STORY, text)(here)
    code, output = run()
    assert code == 1
    assert f"courses/{STORY}:5:1: error F102 this file is left as it is" in output
    assert "5 | - een" in output
    assert output.endswith("0 of 15 files written anew.\n")
    assert (here / STORY).read_text(encoding="utf-8") == text


def test_texts_that_differ_are_told_with_both_places(here: Path) -> None:
    replace(TRANSLATION, "<!-- id: look-then; measures: judge 2; kind: analyse -->\n\n", "")(here)
    replace(TRANSLATION, "- [ ] The greeting.\n    > It cannot be wrong.\n", "")(here)
    code, output = run()
    assert code == 1
    assert (
        f"courses/{TRANSLATION}:24:1: error F101 the ids cannot be copied: here stands a choice of 1 option, "
        f"at courses/{LESSON}:22 a choice of 2 options"
    ) in output
    assert "make both texts alike, or write the id yourself" in output


def test_a_file_that_cannot_be_written_stays(here: Path) -> None:
    replace(STORY, "\n\n", "\n\n\n")(here)
    before = (here / STORY).read_bytes()
    (here / STORY).with_name(f".nl.md.{os.getpid()}").mkdir()
    code, output = run()
    assert code == 1
    assert f"courses/{STORY} cannot be written" in output
    assert (here / STORY).read_bytes() == before


@pytest.mark.parametrize("rule", fmt.RULES, ids=lambda rule: rule.code)
def test_its_rules_are_explained(rule: Rule) -> None:
    others = (*source.RULES, *lint.RULES)
    assert rule.code not in {other.code for other in others}
    assert rule.name not in {other.name for other in others}
    result = CliRunner().invoke(app, ["explain", rule.code])
    assert result.exit_code == 0
    assert rule.why in result.output
