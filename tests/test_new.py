"""`houvast new` makes a start that is good at once but for what it says is left, or nothing at all."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from houvast.cli import app
from houvast.lint.form import to_do
from houvast.model import Catalogue
from houvast.new import CannotBegin, Wanted, begin, begin_fact, begin_locale
from houvast.new.fill import TEMPLATE
from houvast.pipeline import catalogue_of, check_courses
from houvast.propose.plain import fold
from houvast.write import write_new
from tests.conftest import ROOT, SMALL
from tests.own import extend_the_small

DAY = date(2026, 11, 22)
KINDS = ("module", "scenario", "role", "hat", "pace")
SHEETS = {
    "module": "modules/brand-new/module.yml",
    "scenario": "scenarios/brand-new/scenario.yml",
    "role": "roles/brand-new.yml",
    "hat": "hats/brand-new.yml",
    "pace": "paces/brand-new.yml",
}


def call(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def new(courses: Path, *arguments: str) -> tuple[int, str]:
    return call("new", *arguments, "--courses", courses, "--today", "2026-11-22")


def told(courses: Path) -> list[tuple[str, str]]:
    """Every finding that is no to-do: its code and message."""
    found = check_courses(courses, DAY).report.findings
    return sorted((finding.rule.code, finding.message) for finding in found if finding.rule is not to_do.RULE)


def to_dos(courses: Path) -> list[str]:
    found = check_courses(courses).report.findings
    return [f"{finding.place}" for finding in found if finding.rule is to_do.RULE]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", [*KINDS, "fact"])
def test_a_start_leaves_nothing_but_to_dos(kind: str, courses: Path) -> None:
    before, was = told(courses), files(courses)
    assert not to_dos(courses)
    code, output = new(courses, kind, "brand-new")
    assert code == 0, output
    assert to_dos(courses)
    # A new role needs what its cluster needs: a need that nothing serves is told of it too.
    assert [found for found in told(courses) if found[0] != "T102"] == [found for found in before if found[0] != "T102"]
    assert {name: text for name, text in files(courses).items() if name in was and name != "facts.yml"} == {
        name: text for name, text in was.items() if name != "facts.yml"
    }
    assert call("fmt", "--check", "--courses", courses)[0] == 0


@pytest.mark.parametrize("locales", [("nl",), ("en", "nl"), ("nl", "en")])
def test_a_start_in_a_folder_of_its_own(
    locales: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = extend_the_small(tmp_path / "courses", monkeypatch, *locales)
    for kind in (*KINDS, "fact"):
        assert new(own, kind, f"new-{kind}")[0] == 0
    assert not [found for found in told(own) if found[0] != "T102"]
    texts = {path.stem for path in (own / "modules/new-module").glob("*.md")}
    assert texts == set(locales)
    assert catalogue_of(own).facts["new-fact"].valid_as_of == DAY


def test_a_start_beside_what_comes_with_houvast(tmp_path: Path) -> None:
    own = tmp_path / "courses"
    assert call("init", own)[0] == 0
    assert new(own, "module", "new-module")[0] == 0
    assert not [found for found in told(own) if found[0] != "T102"]


def test_every_line_with_the_mark_is_told_and_no_other(courses: Path) -> None:
    assert new(courses, "module", "brand-new")[0] == 0
    marked = {
        f"{path}:{number}"
        for path in (courses / "modules/brand-new").iterdir()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if "TODO:" in line
    }
    assert {place.rpartition(":")[0] for place in to_dos(courses)} == marked
    lesson = courses / "modules/look-twice/nl.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nEen todo-lijst en TODO zonder dubbelpunt.\n")
    assert {place.rpartition(":")[0] for place in to_dos(courses)} == marked


def test_what_is_said_is_written(courses: Path) -> None:
    options = ("--title", "Een prijs, twee keer", "--owner", "sales", "--for", "clerk", "--teaches", "judge 2")
    assert new(courses, "module", "price-twice", *options)[0] == 0
    module = catalogue_of(courses).modules["price-twice"]
    assert module.sheet.title["nl"] == module.sheet.title["en"] == "Een prijs, twee keer"
    assert (module.sheet.owner, module.sheet.audiences) == ("sales", ("clerk",))
    assert [str(target) for target in module.sheet.teaches] == ["judge 2"]
    assert (module.sheet.status, module.sheet.review_by) == ("draft", date(2027, 5, 23))
    text = (courses / "modules/price-twice/module.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.schemas/module.json\n")
    assert '  nl: "Een prijs, twee keer"\n  en: "Een prijs, twee keer"  # TODO: translate' in text
    assert new(courses, "role", "buyer", "--title", "Aankoper", "--cluster", "floor")[0] == 0
    assert catalogue_of(courses).roles["buyer"].cluster == "floor"


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_comes_out_as_it_is(small: Catalogue, tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    wanted = Wanted("brand-new", DAY, title)
    if not fold(title):
        with pytest.raises(CannotBegin):
            begin(small, "module", wanted)
        return
    courses = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("title") / "courses"))
    write_new(courses, begin(small, "module", wanted))
    sheet = catalogue_of(courses).modules["brand-new"].sheet
    assert sheet.title["nl"] == sheet.title["en"] == fold(title)


WRONG = {
    "no id": (("module", "Brand New"), "is not an id"),
    "an id that is too long": (("module", "a" * 49), "at most 48"),
    "an id that leads out": (("role", "../boss"), "is not an id"),
    "a role that is there": (("role", "clerk"), "`clerk` is taken already"),
    "a role with the name of a cluster": (("role", "floor"), "`floor` is taken already"),
    "a role with the name of a page": (("role", "library"), "`library` is taken already"),
    "a module that is there": (("module", "look-twice"), "`look-twice` is taken already"),
    "a scenario with the id of a module": (("scenario", "look-twice"), "`look-twice` is taken already"),
    "a hat with the id of a role": (("hat", "clerk"), "`clerk` is taken already"),
    "a pace with the name of a page": (("pace", "card"), "`card` is taken already"),
    "a fact that is there": (("fact", next(iter(catalogue_of(SMALL).facts))), "is taken already"),
    "nobody": (("module", "brand-new", "--for", "boss"), "there is no role, hat or cluster `boss`"),
    "no cluster": (("role", "brand-new", "--cluster", "boss"), "there is no cluster `boss`"),
    "no competency": (("module", "brand-new", "--teaches", "sail 1"), "there is no competency `sail`"),
    "no level": (("module", "brand-new", "--teaches", "judge"), "write one such as `judge 1`"),
    "a level that is not taught": (("module", "brand-new", "--teaches", "judge 3"), "level 3 is not taught"),
    "a title that nobody can see": (("module", "brand-new", "--title", "\u200b"), "a title is one line"),
    "an owner that is no id": (("module", "brand-new", "--owner", "Jan J."), "is not an id"),
    "an option of another kind": (("hat", "brand-new", "--cluster", "floor"), "a hat takes no --cluster"),
    "a locale that is there": (("locale", "en"), "add it to `locales`"),
    "no locale": (("locale", "../x"), "is no locale"),
    "a locale in a folder of its own": (("locale", "fr"), "cannot add a language"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_writes_nothing(name: str, courses: Path) -> None:
    arguments, why = WRONG[name]
    before = files(courses)
    code, output = new(courses, *arguments)
    assert (code, why in output) == (2, True), output
    assert files(courses) == before


def test_what_is_there_is_never_written_over(courses: Path) -> None:
    (courses / "scenarios/brand-new").mkdir()
    (courses / "scenarios/brand-new/en.md").write_text("mine")
    made = begin(catalogue_of(SMALL), "scenario", Wanted("brand-new", DAY))
    with pytest.raises(FileExistsError):
        write_new(courses, made)
    assert [path.name for path in (courses / "scenarios/brand-new").iterdir()] == ["en.md"]
    assert (courses / "scenarios/brand-new/en.md").read_text() == "mine"


def test_nothing_is_written_out_of_the_folder(courses: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(courses / "hats")
    (courses / "hats").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out of"):
        write_new(courses, begin(catalogue_of(SMALL), "hat", Wanted("brand-new", DAY)))
    assert not list((tmp_path / "elsewhere").iterdir())


def test_courses_with_errors_are_mended_first(courses: Path) -> None:
    (courses / "roles/clerk.yml").write_text("title: {nl: a}\n")
    code, output = new(courses, "module", "brand-new")
    assert (code, "S202" in output) == (1, True)
    assert not (courses / "modules/brand-new").exists()


def test_a_fact_keeps_every_sign_that_was_there(small: Catalogue) -> None:
    written = (ROOT / "courses/facts.yml").read_text(encoding="utf-8")
    text = begin_fact(small, written, "brand-new", DAY)
    assert text.startswith(written.rstrip() + "\n\n  brand-new:\n    statement:\n")
    deep = "facts:\n\n    # of law\n    one:\n        kind: law"
    assert begin_fact(small, deep, "brand-new", DAY).startswith(f"{deep}\n\n    brand-new:\n      statement:\n")


@pytest.mark.parametrize(
    "written", ["facts: {one: {kind: law}}\n", "facts: {}\n", "other: 1\nfacts:\n  one: 1\nx: 2\n"]
)
def test_a_fact_that_cannot_be_added_is_shown(small: Catalogue, written: str) -> None:
    with pytest.raises(CannotBegin, match="add these lines yourself:\nbrand-new:\n  statement:"):
        begin_fact(small, written, "brand-new", DAY)


def test_a_locale_begins_as_a_copy_with_marks(tmp_path: Path, small: Catalogue) -> None:
    for name in ("courses", "site_theme/locales", "site_theme/pages"):
        shutil.copytree(ROOT / name, tmp_path / name)
    before = files(tmp_path)
    begun = begin_locale(small, tmp_path / "courses", tmp_path / "site_theme", "fr")
    write_new(tmp_path, begun.files)
    added = {name: text.decode() for name, text in files(tmp_path).items() if name not in before}
    pages = {f"site_theme/pages/{path.name[:-6]}.fr.md" for path in (ROOT / "site_theme/pages").glob("*.nl.md")}
    assert set(added) == {"courses/README.fr.md", "site_theme/locales/fr.yml"} | pages
    assert all("TODO: translate" in text for text in added.values())
    assert "BANK_TITLES" in (ROOT / "generator/houvast/source/content.py").read_text(encoding="utf-8")
    for step in begun.left:
        named = [word.strip("`,:") for word in step.split() if "/" in word and ".fr." not in word]
        assert all((ROOT / word).exists() for word in named if word != "site_theme/locales/fr.yml"), step
    assert {name: text for name, text in files(tmp_path).items() if name in before} == before


def test_templates_say_the_same_in_both_languages() -> None:
    for kind in ("module", "scenario"):
        dutch, english = (
            (TEMPLATE / kind / f"{locale}.md").read_text(encoding="utf-8").splitlines() for locale in ("nl", "en")
        )
        assert [line.count("TODO:") for line in dutch] == [line.count("TODO:") for line in english]
