"""`houvast init` makes courses that are good at once, or nothing at all; every command works with them."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner
from watchfiles import Change

from houvast import pipeline
from houvast.cli import app
from houvast.cli.site import Written
from houvast.init import files_for, write_folder
from houvast.pipeline import check_courses
from houvast.source.yaml import read_yaml
from tests.conftest import SMALL
from tests.own import extend_the_small


def call(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("locales", "name"),
    [
        ((), 'Wij "en" zij: C#'),
        (("en",), "# allow: T102 <b>&amp; {{ 7*7 }}"),
    ],
)
def test_a_new_folder_has_neither_errors_nor_warnings_and_the_name_as_it_is(
    here: Path, monkeypatch: pytest.MonkeyPatch, locales: tuple[str, ...], name: str
) -> None:
    seen: list[pipeline.Checked] = []

    def check(courses: Path, today: date | None = None, **how: bool) -> pipeline.Checked:
        seen.append(check_courses(courses, today, **how))
        return seen[-1]

    monkeypatch.setattr(pipeline, "check_courses", check)
    options = [part for locale in locales for part in ("--locale", locale)]
    assert call("init", "courses", "--name", name, *options)[0] == 0
    assert call("check", "--strict") == (0, f"No errors and no warnings in {3 if len(locales) == 1 else 4} files.\n")
    catalogue = seen[0].catalogue
    assert catalogue
    assert catalogue.organisation.name == name
    assert catalogue.locales == (locales or ("nl", "en"))
    assert catalogue.organisation.published is None
    assert "office-assistant" in catalogue.roles
    assert "recruiter" in catalogue.roles


@pytest.mark.parametrize("name", ["É : {a}", "- nee", "@mij", "'t Groene Boekje", "null", "7", "a #b", "\\n"])
def test_a_name_stays_as_it_is(name: str) -> None:
    located, findings = read_yaml(files_for(name, ("en", "nl"))["organisation.yml"], "organisation.yml")
    assert located and not findings
    assert isinstance(located.value, dict)
    assert located.value["name"] == name


def test_a_language_that_was_not_asked_for_is_not_in_the_files() -> None:
    texts = {name: text for name, text in files_for(None, ("en",)).items() if name != "README.md"}
    assert set(texts) == {
        ".gitignore",
        "modules/what-may-go-in/for/office-assistant.en.md",
        "organisation.yml",
        "roles/office-assistant.yml",
    }
    assert not any("nl: " in text for text in texts.values())
    assert 'name: "Our organisation"' in texts["organisation.yml"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--name", "a\nb"], "a name is one line"),
        (["--name", "a\u202eb"], "a name is one line"),
        (["--name", "  "], "a name is one line"),
        (["--name", "a" * 101], "a name is one line"),
        (["--locale", "fr"], "there are no courses in `fr`; take one or more of: nl, en"),
    ],
)
def test_a_wrong_call_writes_nothing(here: Path, options: list[str], why: str) -> None:
    code, output = call("init", "courses", *options)
    assert code == 2
    assert why in output
    assert not list(here.iterdir())


def test_a_folder_that_holds_something_is_left_alone(here: Path) -> None:
    (here / "courses").mkdir()
    assert call("init", "courses")[0] == 0
    before = sorted(here.rglob("*"))
    code, output = call("init", "courses")
    assert (code, "is not empty" in output) == (2, True)
    (here / "file").write_text("mine")
    assert call("init", "file")[0] == 2
    assert sorted(here.rglob("*")) == sorted([*before, here / "file"])
    assert (here / "file").read_text() == "mine"


def test_where_one_file_cannot_be_written_none_is(here: Path) -> None:
    files = {"a.yml": "a", "roles/b.yml": "b", "roles": "a folder stands here already"}
    with pytest.raises(FileExistsError):
        write_folder(here / "deep/courses", files)
    assert not list(here.iterdir())
    (here / "file").write_text("mine")
    code, output = call("init", "file/courses")
    assert (code, "Nothing was written" in output) == (2, True)


def test_every_command_works_where_the_folder_is_the_working_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("init", "own", "--locale", "nl")[0] == 0
    monkeypatch.chdir(here / "own")
    own = ("--courses", ".")
    only = ("--role", "office-assistant", "--pace", "standard")
    assert call("generate", *own, *only)[0] == 0
    code, output = call("build", *own, *only)
    assert code == 0, output
    assert "Brughuis" not in "".join(path.read_text(encoding="utf-8") for path in Path("site").rglob("*.html"))
    personal = Path("site/nl/office-assistant/standard/what-may-go-in/index.html").read_text(encoding="utf-8")
    assert "Neem de laatste drie mails" in personal
    assert call("check", *own) == (0, "No errors and no warnings in 3 files.\n")
    assert "0 of 1 file written anew" in call("fmt", *own)[1]
    assert "what-may-go-in" in call("plan", *own, *only, "--json")[1]


def test_diff_compares_with_what_git_has_of_the_own_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = extend_the_small(here / "own", monkeypatch, "nl", "en")
    (own / "roles").mkdir()
    role = (SMALL / "roles/clerk.yml").read_text(encoding="utf-8")
    (own / "roles/buyer.yml").write_text(role, encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "-q"], ["add", "own"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *arguments], check=True, cwd=here)
    path = own / "organisation.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nwithout: [short-way]\n", encoding="utf-8")
    code, output = call("diff", "HEAD", "--courses", "own")
    assert code == 0
    assert "short-way" in output
    assert "role buyer" not in output
    shutil.rmtree(own / "roles")
    assert 'role buyer "Bediende": dropped' in call("diff", "HEAD", "--courses", "own")[1]


def test_what_a_build_makes_is_no_reason_to_build_again(here: Path) -> None:
    written = Written(here / "site")
    for name in ("site", "site/nl/index.html", ".site-12", ".site-old-12/nl/index.html", "build/docs/nl/index.md"):
        assert not written(Change.modified, str(here / name))
    for name in ("organisation.yml", "modules/a/nl.md", "site-courses/organisation.yml"):
        assert written(Change.modified, str(here / name))
