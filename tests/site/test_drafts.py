"""What nobody reviewed is on no page of a site for learners; with `--drafts` each of its pages says what it is."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from houvast.cli import app
from houvast.page import Page
from houvast.pipeline import EVERYTHING, build, locale_sites, shown_catalogue
from tests.drafts import edit, put, put_draft

MARKER = "Kwartsuil"
"""A word that stands in drafts alone."""

ROLE = f"""\
title: {{nl: {MARKER} inkoper, en: {MARKER} buyer}}
summary: {{nl: Inkopen met {MARKER}., en: Buying with {MARKER}.}}
cluster: office
pace: brisk
intentions:
  - if: {{nl: ik twijfel, en: I am in doubt}}
    then: {{nl: vraag ik het, en: I ask}}
  - if: {{nl: ik bestel, en: I order}}
    then: {{nl: tel ik na, en: I count}}
  - if: {{nl: ik betaal, en: I pay}}
    then: {{nl: lees ik na, en: I read back}}
status: draft
"""
QUESTION = f"""\

### Wie is {MARKER}?

<!-- id: {MARKER.lower()}-who; measures: judge 1; kind: apply -->

Je leest een brief van {MARKER}.

- [x] Je belt.
    > Een bron beslist.
- [ ] Je tekent.
    > Dat kan later.
"""
ITEMS = f"""\
sources:
  - {{id: fact.one-study, title: Een studie, sha256: {"0" * 64}}}
  - {{id: module.first-steps#top, title: Begin, sha256: {"0" * 64}}}
  - {{id: "document.{MARKER}#1", title: {MARKER}.md, sha256: {"0" * 64}}}
items:
  - {{id: {MARKER.lower()}-who, kind: question, file: modules/look-twice/nl.md}}
"""


@pytest.fixture
def drafted(courses: Path) -> Path:
    """Courses with a draft of everything: in `drafts/`, and as files that say so themselves."""
    put_draft(courses, "buyer", {"roles/buyer.yml": ROLE}, "role", "buyer")
    lessons = {
        f"modules/look-twice/{locale}.md": (courses / f"modules/look-twice/{locale}.md").read_text(encoding="utf-8")
        + QUESTION
        for locale in ("nl", "en")
    }
    put_draft(courses, "more-cases", lessons, "questions", "look-twice", ITEMS)
    put(courses, "roles/seller.yml", ROLE)
    put(
        courses,
        "hats/fixer.yml",
        f"title: {{nl: {MARKER}, en: {MARKER}}}\nsummary: {{nl: A., en: A.}}\nstatus: draft\n",
    )
    for kind, unit in (("modules", "own-story"), ("scenarios", "short-way")):
        edit(courses, f"{kind}/{unit}/{kind[:-1]}.yml", "status: reviewed", "status: draft")
        for name in (f"{kind[:-1]}.yml", "nl.md", "en.md"):
            text = (courses / kind / unit / name).read_text(encoding="utf-8")
            put(
                courses,
                f"{kind}/{unit}/{name}",
                re.sub("Ons verhaal|Our story|De korte weg|The short way", MARKER, text),
            )
    put(courses, "modules/first-steps/for/seller.nl.md", f"## hook\n\n{MARKER} verkoopt.\n")
    put(courses, "modules/first-steps/for/seller.en.md", f"## hook\n\n{MARKER} sells.\n")
    return courses


def pages(courses: Path, *, drafts: bool) -> Mapping[tuple[str, str], Page]:
    catalogue = shown_catalogue(courses, drafts=drafts)
    return {
        (site.wording.locale, page.uri): page for site in locale_sites(catalogue, EVERYTHING) for page in site.pages
    }


def test_no_byte_of_a_draft_is_in_a_site_for_learners(drafted: Path, tmp_path: Path) -> None:
    edit(drafted, "organisation.yml", "address:", "published: public\nindex: true\naddress:")
    report = build(drafted, tmp_path / "site", tmp_path / "work", EVERYTHING)
    assert report.left_out == 6
    held = [path for folder in ("site", "work") for path in (tmp_path / folder).rglob("*") if path.is_file()]
    assert any(path.name == "sitemap.xml" for path in held)
    for path in held:
        content = path.read_bytes().lower()
        for sign in (MARKER.lower(), "buyer", "own-story", "short-way", "hats/fixer"):
            assert sign.encode() not in content, (path, sign)
            assert sign not in path.as_posix().removeprefix(tmp_path.as_posix()), path


def test_a_site_with_drafts_says_so_on_each_of_their_pages(drafted: Path, tmp_path: Path) -> None:
    edit(drafted, "organisation.yml", "address:", "published: internal\naddress:")
    report = build(drafted, tmp_path / "site", tmp_path / "work", EVERYTHING, drafts=True)
    assert report.left_out == 0
    nl = tmp_path / "site/nl"
    for uri in ("library/own-story", "library/short-way", "buyer", "buyer/brisk", "buyer/slow", "buyer/card"):
        assert "Ontwerp: dit is nog niet nagelezen" in (nl / uri / "index.html").read_text(encoding="utf-8"), uri
    for uri in ("hats/fixer", "buyer/brisk/first-steps"):
        assert "Ontwerp: dit is nog niet nagelezen" in (nl / uri / "index.html").read_text(encoding="utf-8"), uri
    for uri in ("library/look-twice", "clerk/brisk/look-twice"):
        page = (nl / uri / "index.html").read_text(encoding="utf-8")
        assert (
            "Ontwerp: deze vragen zijn nog niet nagelezen, en staan op geen enkele pagina voor wie leert: "
            f"{MARKER.lower()}-who." in page
        )
        question = page.partition(f'id="{MARKER.lower()}-who"')[2].partition("</legend>")[0]
        assert "Ontwerp" in question or "ontwerp" in question
    for uri in ("", "library/first-steps", "clerk", "clerk/brisk"):
        assert "Ontwerp:" not in (nl / uri / "index.html").read_text(encoding="utf-8"), uri
    home = (nl / "index.html").read_text(encoding="utf-8")
    assert "Voorvertoning" in home
    assert '<meta name="robots" content="noindex">' in home
    assert not (tmp_path / "site/sitemap.xml").exists()


def test_a_page_of_a_draft_names_the_file_to_change(drafted: Path) -> None:
    held = pages(drafted, drafts=True)
    assert held["nl", "buyer/"].meta["source"] == "courses/drafts/buyer/roles/buyer.yml"
    assert held["nl", "library/look-twice/"].meta["source"] == "courses/drafts/more-cases/modules/look-twice/nl.md"
    assert held["nl", "clerk/"].meta["source"] == "courses/roles/clerk.yml"


def test_plan_and_generate_show_drafts_where_asked(drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafted.parent)
    assert "buyer" not in CliRunner().invoke(app, ["plan"]).output
    assert "buyer" in CliRunner().invoke(app, ["plan", "--drafts"]).output
    assert CliRunner().invoke(app, ["generate"]).exit_code == 0
    assert not Path("build/docs/nl/buyer").exists()
    assert CliRunner().invoke(app, ["generate", "--drafts"]).exit_code == 0
    assert Path("build/drafts/docs/nl/buyer/index.md").is_file()
    assert not Path("build/docs/nl/buyer").exists()


@pytest.mark.parametrize("out", ["site", "./site", "build/../site"])
def test_a_site_with_drafts_never_goes_where_the_site_is(
    out: str, drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(drafted.parent)
    for command in ("build", "serve"):
        result = CliRunner().invoke(app, [command, "--drafts", "--out", out])
        assert result.exit_code == 2
        assert "A site with drafts does not go in site/" in result.output
    assert not Path("site").exists()


REVIEWED = f"""\
kind: questions
unit: look-twice
title: More cases
locale: nl
status: reviewed
files: [modules/look-twice/nl.md, modules/look-twice/en.md]
tool_version: "0.1.0"
endpoint: secret-host.example
model_requested: small-model
sources:
  - {{id: fact.one-study, title: Een studie, sha256: {"0" * 64}}}
  - {{id: module.first-steps#top, title: Begin, sha256: {"0" * 64}}}
  - {{id: "document.Beleid#1", title: Beleid.md, sha256: {"0" * 64}}}
items:
  - id: look-then
    kind: question
    file: modules/look-twice/nl.md
    decision: {{decision: edited, team: ai, role: HR business partner, date: 2027-03-08}}
drafted: 2027-03-01
reviewed: 2027-03-08
reviewed_by: ai
"""


def told_on(page: Page) -> str:
    held = re.search(r'<details class="houvast-provenance">.*?</details>', page.body, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", held[0]).split()) if held else ""


def test_a_drafted_unit_tells_how_it_was_made_and_who_reviewed_it(courses: Path) -> None:
    put(courses, "provenance/more-cases.yml", REVIEWED)
    held = pages(courses, drafts=False)
    assert told_on(held["en", "library/look-twice/"]) == (
        "A language model helped to make this lesson 1 question. Drafted by small-model, on 1 March 2027. "
        "From these sources: The study; First steps ; Beleid.md. Reviewed by Els, on 8 March 2027. "
        "Parts: 1. Left as they were: 0; edited: 1; rejected: 0."
    )
    assert 'href="../first-steps/"' in held["en", "library/look-twice/"].body.partition("houvast-provenance")[2]
    assert told_on(held["nl", "clerk/brisk/look-twice/"]).startswith("Deze les is mee gemaakt met een taalmodel")
    assert not any(told_on(page) for (_, uri), page in held.items() if "look-twice" not in uri)
    assert "secret-host" not in "".join(page.markdown for page in held.values())


def test_a_public_page_names_no_team_and_no_document(courses: Path) -> None:
    put(courses, "provenance/more-cases.yml", REVIEWED)
    edit(courses, "organisation.yml", "address:", "published: public\naddress:")
    told = told_on(pages(courses, drafts=False)["nl", "library/look-twice/"])
    assert "eigen documenten van de organisatie" in told
    assert "Nagelezen door een team van de organisatie, op 8 maart 2027." in told
    assert "Beleid" not in told


def test_the_text_of_one_role_and_a_translation_are_told_to_who_reads_them(courses: Path) -> None:
    both = "files: [modules/look-twice/nl.md, modules/look-twice/en.md]"
    operator = REVIEWED.replace(both, "files: [modules/first-steps/for/operator.nl.md]").replace(
        "kind: questions", "kind: module"
    )
    put(courses, "provenance/operators.yml", operator)
    translated = REVIEWED.replace(both, "files: [modules/own-story/en.md]").replace(
        "kind: questions", "kind: translation"
    )
    put(courses, "provenance/in-english.yml", translated)
    told = {place for place, page in pages(courses, drafts=False).items() if told_on(page)}
    assert {uri for locale, uri in told if "first-steps" in uri} == {
        "operator/slow/first-steps/",
        "operator/brisk/first-steps/",
    }
    assert {locale for locale, uri in told if "own-story" in uri} == {"en"}
