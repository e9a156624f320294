"""Whatever somebody puts in the form, a draft that passes every check says those words, and nothing is overwritten."""

import dataclasses
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from typer.testing import CliRunner

from houvast.cli import app
from houvast.model.markup import plain_text
from houvast.pipeline import EVERYTHING, build, catalogue_of, check_courses
from houvast.propose import Draft, Proposal, draft_of, read_proposal, write_draft
from houvast.propose.form import LABELS
from houvast.propose.words import WORDS
from houvast.site import theme_folder
from houvast.source import known_locales
from tests.conftest import SMALL
from tests.propose.form import filled_in
from tests.propose.hostile import HOSTILE, lines, sections, seen, words

REVIEW_BY = date(2027, 5, 20)

PROPOSAL = Proposal("De prijs, die niet bestond", "operator", "nl", HOSTILE, HOSTILE, HOSTILE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One copy of the small courses, for the many drafts that are put in and taken out."""
    yield Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("propose") / "courses"))


def drafted(courses: Path, proposal: Proposal) -> Draft:
    return draft_of(catalogue_of(courses), proposal, 12, REVIEW_BY)


@settings(max_examples=40)
@given(lines, words, words, words)
def test_any_text_comes_out_as_the_same_words(folder: Path, title: str, case: str, wrong: str, learned: str) -> None:
    texts = (case, wrong, learned)
    assume(seen(title) and all(seen(text) for text in texts))
    proposal = read_proposal(filled_in(Proposal(title, "operator", "nl", *texts)))
    made = write_draft(folder, drafted(folder, proposal))
    try:
        checked = check_courses(folder)
        assert [finding for finding in checked.report.findings if finding.is_error] == []
        assert checked.catalogue
        lesson = checked.catalogue.modules[made.name].lessons["nl"]
        assert plain_text(lesson.title) == seen(title)
        assert sections(lesson) == [seen(text) for text in texts]
    finally:
        shutil.rmtree(made)


def test_a_hostile_draft_becomes_a_page_like_any_other(courses: Path, tmp_path: Path) -> None:
    made = write_draft(courses, drafted(courses, dataclasses.replace(PROPOSAL, title="<b>{{ prijs }}</b> & *co* #")))
    build(courses, tmp_path / "site", tmp_path / "build", EVERYTHING, drafts=True)
    page = (tmp_path / f"site/nl/library/{made.name}/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "alert(1)</script>" not in page and "<img" not in page
    assert "x.be" in page and 'href="http://x.be' not in page


def test_a_draft_is_a_whole_module_in_every_language(courses: Path) -> None:
    draft = drafted(courses, dataclasses.replace(PROPOSAL, locale="en", title="A price, invented", case="One\ntwo"))
    assert draft.id == "a-price-invented"
    assert list(draft.files) == ["module.yml", "nl.md", "en.md"]
    sheet = yaml.safe_load(draft.files["module.yml"])
    assert sheet["title"] == {"nl": "Nog te vertalen: A price, invented", "en": "A price, invented"}
    assert (sheet["status"], sheet["review_by"], sheet["audiences"]) == ("draft", REVIEW_BY, ["operator"])
    assert "## What happened\n\nOne\\\ntwo\n\n## What went wrong\n" in draft.files["en.md"]
    assert "## Wat er gebeurde\n\nDit stuk moet nog vertaald worden. De tekst staat in `en.md`." in draft.files["nl.md"]


def test_a_draft_for_everyone_is_for_nobody_alone(courses: Path) -> None:
    draft = drafted(courses, dataclasses.replace(PROPOSAL, audience="everyone"))
    assert "audiences" not in yaml.safe_load(draft.files["module.yml"])


def test_nothing_is_overwritten(courses: Path) -> None:
    first = write_draft(courses, drafted(courses, PROPOSAL))
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    second = write_draft(courses, drafted(courses, PROPOSAL))
    assert (first.name, second.name) == ("de-prijs-die-niet-bestond", "de-prijs-die-niet-bestond-2")
    with pytest.raises(FileExistsError):
        write_draft(courses, Draft(first.name, {"nl.md": "weg"}))
    assert {path.name: path.read_bytes() for path in first.iterdir()} == before
    assert not check_courses(courses).report.errors


def test_nothing_is_written_outside_the_courses(courses: Path, tmp_path: Path) -> None:
    (courses / "modules").rename(tmp_path / "elsewhere")
    (courses / "modules").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out of"):
        write_draft(courses, Draft("a-draft", {"nl.md": ""}))
    assert not (tmp_path / "elsewhere/a-draft").exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Eén café à la carte", "een-cafe-a-la-carte"),
        ("../../etc/passwd", "etc-passwd"),
        ("3 cv's op vrijdag", "cvs-op-vrijdag"),
        ("首页", "proposal-12"),
        ("2026", "proposal-12"),
        ("x" * 200, "x" * 48),
        ("een titel die langer is dan wat er in een id past, en nog", "een-titel-die-langer-is-dan-wat-er-in-een-id"),
        ("First steps", "first-steps-2"),  # a module
        ("Short way", "short-way-2"),  # a scenario
        ('"Goed" # allow: X999 zomaar', "goed-allow-x999-zomaar"),  # no allowance
    ],
)
def test_an_id_comes_from_the_title(courses: Path, title: str, name: str) -> None:
    draft = drafted(courses, dataclasses.replace(PROPOSAL, title=title))
    assert draft.id == name
    write_draft(courses, draft)
    assert not check_courses(courses).report.errors


def test_a_heading_of_the_form_in_an_answer_loses_no_word(courses: Path) -> None:
    forged = "\n\n".join(f"### {label}\n\n- [x] vals (en)" for label in LABELS)
    proposal = read_proposal(filled_in(dataclasses.replace(PROPOSAL, case=forged)))
    assert (proposal.title, proposal.audience, proposal.locale) == (PROPOSAL.title, "operator", "nl")
    write_draft(courses, drafted(courses, proposal))
    catalogue = check_courses(courses).catalogue
    assert catalogue
    told = " ".join(sections(catalogue.modules["de-prijs-die-niet-bestond"].lessons["nl"]))
    assert seen(forged).count("vals") - 2 <= told.count("vals")
    assert told.count("<script>alert(1)</script>") == 2


def test_there_are_words_for_every_locale_of_the_site() -> None:
    assert set(WORDS) == known_locales(theme_folder())


BODY = filled_in(PROPOSAL)

REFUSED: dict[str, tuple[str | bytes, str]] = {
    "box not ticked": (filled_in(PROPOSAL, tick=" "), "not every box is ticked under “Akkoord · Agreed”"),
    "another form": ("### Waar? · Where?\n\nDaar\n", "the heading `### Titel · Title` is missing"),
    "nothing at all": ("", "the heading `### Titel · Title` is missing"),
    "no answer": (filled_in(dataclasses.replace(PROPOSAL, case="")), "no answer under “Wat gebeurde er?"),
    "only what nobody sees": (filled_in(dataclasses.replace(PROPOSAL, title="\u200b")), "nothing that can be seen"),
    "no such role": (BODY.replace("(operator)", "(pilot)"), "there is no role or cluster `pilot`"),
    "no such language": (BODY.replace("(nl)", "(xx)"), "there is no locale `xx`: mend it in the form to one of nl, en"),
    "a path for a role": (BODY.replace("(operator)", "(../x)"), "names no id between brackets"),
    "not UTF-8": (b"\xff\xfe", "not UTF-8 text"),
    "far too much": (BODY + "x" * 70_000, "larger than 64 KB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_lesson_is_said_and_not_written(courses: Path, tmp_path: Path, name: str) -> None:
    body, message = REFUSED[name]
    file = tmp_path / "form.md"
    file.write_bytes(body if isinstance(body, bytes) else body.encode())
    before = sorted(courses.rglob("*"))
    call = ["propose", str(file), "--number", "12", "--review-by", "2027-05-20", "--courses", str(courses)]
    result = CliRunner().invoke(app, call)
    assert result.exit_code == 1
    assert message in result.output
    assert sorted(courses.rglob("*")) == before


def test_the_command_writes_what_passes_the_check(courses: Path, tmp_path: Path) -> None:
    file = tmp_path / "form.md"
    file.write_text(BODY, encoding="utf-8")
    call = ["propose", str(file), "--number", "12", "--review-by", "2027-05-20", "--courses", str(courses)]
    result = CliRunner().invoke(app, call)
    assert (result.exit_code, result.output) == (0, f"{courses}/modules/de-prijs-die-niet-bestond/ holds a draft.\n")
    assert CliRunner().invoke(app, ["check", "--courses", str(courses)]).exit_code == 0


@pytest.mark.parametrize(("option", "value"), [("--number", "0"), ("--review-by", "soon")])
def test_a_wrong_call_is_said(courses: Path, tmp_path: Path, option: str, value: str) -> None:
    options = {"--number": "12", "--review-by": "2027-05-20", "--courses": str(courses)} | {option: value}
    call = ["propose", str(tmp_path / "form.md"), *(word for pair in options.items() for word in pair)]
    assert CliRunner().invoke(app, call).exit_code == 2


def test_a_form_that_is_not_there_is_said(courses: Path, tmp_path: Path) -> None:
    call = ["propose", str(tmp_path / "form.md"), "--number", "1", "--review-by", "2027-05-20"]
    result = CliRunner().invoke(app, [*call, "--courses", str(courses)])
    assert result.exit_code == 2
    assert "No such file or directory" in result.output
