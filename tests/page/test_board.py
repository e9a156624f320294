"""The board of experiments: read strictly, told the newest first, stopped ones as plain as the others."""

import re
from pathlib import Path

import pytest

from houvast.fmt import formatted
from houvast.model import OUTCOMES, Catalogue
from houvast.page.board import SIGNS
from houvast.pipeline import catalogue_of, check_courses
from houvast.source import read_courses
from tests.conftest import SMALL
from tests.real import Pages, pages_of
from tests.test_bad_input import Breaking, remove, replace, write

NOTES, LETTERS = "experiments/spoken-notes.nl.md", "experiments/short-letters.nl.md"
HEAD = "by: ploeg lijn 3; began: 2026-09-07; ended: 2026-10-09; outcome: stopped"


@pytest.fixture(scope="module")
def pages(small: Catalogue) -> Pages:
    return pages_of(small)


def test_the_newest_stands_first_and_every_outcome_is_told_alike(courses: Path) -> None:
    for number, outcome in enumerate(OUTCOMES[1:], start=1):
        head = f"<!-- experiment: by: t; began: 2026-01-0{number}; ended: 2026-0{number}-20; outcome: {outcome} -->"
        write(f"experiments/tried-{number}.nl.md", f"# Proef {number}\n\n{head}\n\nKort.\n")(courses)
    body = pages_of(catalogue_of(courses))["nl", "experiments/"].body
    order = re.findall(r'<li class="houvast-choice houvast-board__(\w+)">\n<a href="([\w-]+)/"', body)
    assert order == [
        ("running", "short-letters"),
        ("stopped", "spoken-notes"),
        ("stopped", "tried-3"),
        ("changed", "tried-2"),
        ("kept", "tried-1"),
    ]
    for outcome in OUTCOMES:
        assert f'<span aria-hidden="true">{SIGNS[outcome]}</span>' in body
        assert f'href="#outcome-{outcome}"' in body
        assert f'id="outcome-{outcome}"' in body
    assert len(set(SIGNS.values())) == len(OUTCOMES)


def test_a_page_says_who_and_when_and_all_that_was_written(pages: Pages) -> None:
    page = pages["en", "experiments/spoken-notes/"]
    assert page.title == "Dictating at Kleine Maat"
    assert "shift of line 3" in page.body
    assert "from 7 September 2026 to 9 October 2026" in page.body
    assert "Less writing." in page.body
    assert page.meta["source"] == "courses/experiments/spoken-notes.en.md"
    assert '<ul class="houvast-checklist">' in pages["nl", "experiments/spoken-notes/"].body


def test_in_another_language_it_is_shown_in_its_own_and_says_so(pages: Pages) -> None:
    page = pages["en", "experiments/short-letters/"]
    assert '<h1 lang="nl">Korte brieven</h1>' in page.body
    assert "This story is only there in Dutch." in page.body
    assert '<div lang="nl">\n<p>Zie' in page.body
    assert '<h2 id="wat-we-deden">' in page.body
    assert 'lang="nl" hreflang="nl">Korte brieven</a>' in pages["en", "experiments/"].body
    assert 'lang="' not in pages["nl", "experiments/short-letters/"].body


def test_an_empty_board_says_how_to_add_one_where_the_guide_tells_it(courses: Path) -> None:
    for file in (courses / "experiments").iterdir():
        file.unlink()
    pages = pages_of(catalogue_of(courses))
    for locale, heading in (("nl", "Een experiment voor het bord"), ("en", "An experiment for the board")):
        fragment = heading.lower().replace(" ", "-")
        assert f'href="../guide/#{fragment}"' in pages[locale, "experiments/"].body
        assert f"## {heading}" in pages[locale, "guide/"].body
        assert "#outcome-" not in pages[locale, "experiments/"].body


def test_the_card_and_who_leads_experiments_lead_to_the_board(courses: Path) -> None:
    replace("handouts/before-you-buy/handout.yml", "guide", "champion")(courses)
    (courses / "hats/guide.yml").rename(courses / "hats/champion.yml")
    replace("roles/clerk.yml", "cluster:", "builds_on: [champion]\ncluster:")(courses)
    pages = pages_of(catalogue_of(courses))
    assert 'href="../experiments/"' in pages["nl", "experiment/"].body
    assert 'href="../../experiments/"' in pages["nl", "hats/champion/"].body
    assert 'href="../../experiments/"' in pages["nl", "clerk/slow/"].body
    assert 'experiments/"' not in pages["nl", "operator/slow/"].body


def test_the_public_sees_the_team_and_no_tool(courses: Path) -> None:
    replace("organisation.yml", "locales:", "published: public\nlocales:")(courses)
    replace(NOTES, "Minder schrijven.", "Minder schrijven met {{ tool.chat }}.")(courses)
    body = pages_of(catalogue_of(courses))["nl", "experiments/spoken-notes/"].body
    assert "ploeg lijn 3" in body
    assert "Maatje" not in body
    assert "de AI-tool van je werkgever" in body


def test_the_board_is_of_one_organisation(tmp_path: Path) -> None:
    own = tmp_path / "own"
    text = "name: Eigen\nextends: houvast\nlocales: {nl: all, en: all}\n"
    text += "systems: [{id: chat, name: Stem, what: {nl: x, en: x}, data: public}]\n"
    write("organisation.yml", text)(own)
    write(LETTERS, (SMALL / LETTERS).read_text(encoding="utf-8"))(own)
    checked = read_courses(own, frozenset({"nl", "en"}), SMALL).checked
    assert checked
    assert list(checked.catalogue.experiments) == ["short-letters"]
    assert not {file for file in checked.catalogue.packaged if file.startswith("experiments/")}


BROKEN: dict[str, tuple[Breaking, str, int, str]] = {
    "an unknown outcome": (replace(NOTES, "stopped", "stoped"), "E101", 3, "did you mean `stopped`?"),
    "no outcome": (replace(NOTES, "; outcome: stopped", ""), "E101", 3, "`outcome` is missing"),
    "no day": (replace(NOTES, "; began: 2026-09-07", ""), "E101", 3, "`began` is missing"),
    "a day in words": (replace(NOTES, "2026-09-07", "7 september"), "E101", 3, "`began: 7 september` is no day"),
    "a day that is none": (replace(NOTES, "2026-10-09", "2026-13-09"), "E101", 3, "`ended: 2026-13-09` is no day"),
    "nobody": (replace(NOTES, "by: ploeg lijn 3; ", ""), "E101", 3, "`by` is missing"),
    "an address": (replace(NOTES, "ploeg lijn 3", "els@klein.example"), "E101", 3, "is no name of a team"),
    "a placeholder for a team": (replace(NOTES, "ploeg lijn 3", "{{ tool.chat }}"), "E101", 3, "is no name of a team"),
    "the same twice": (replace(NOTES, "; outcome", "; by: wij; outcome"), "E101", 3, "`by` stands in this head twice"),
    "an end before the beginning": (replace(NOTES, "2026-10-09", "2026-08-09"), "E101", 3, "before it began"),
    "running, and ended": (replace(NOTES, "stopped", "running"), "E101", 3, "what is `running` has not ended"),
    "stopped, and no end": (replace(NOTES, "; ended: 2026-10-09", ""), "E101", 3, "no `ended` says when"),
    "no head": (replace(LETTERS, "<!-- experiment: by: kantoor; began: 2026-11-02; outcome: running -->\n\n", ""),
                "E101", 3, "this experiment has no head"),
    "an unknown key": (replace(NOTES, "by:", "team:"), "S201", 3, "unknown key `team`"),
    "another head elsewhere": (replace("experiments/spoken-notes.en.md", "stopped", "kept"), "L103", 3, "nl.md"),
    "no title": (replace(NOTES, "# Inspreken aan {{ org.name }}\n\n", ""), "M121", 1, "does not begin with its title"),
    "a question": (replace(NOTES, "Minder", "<!-- id: less; kind: apply -->\n\nMinder"), "M112", 7, "steers nothing"),
    "HTML": (replace(NOTES, "Minder", "<b>Minder</b>"), "M101", 7, "in a sentence"),
    "an unsafe address": (replace(NOTES, "Minder", "[Minder](javascript:alert(1))"), "M102", 7, "javascript"),
    "a placeholder that would leak": (replace(NOTES, "Minder", "{{ config.secret }}"), "R106", 7, "config.secret"),
    "a template": (replace(NOTES, "Minder", "{{ 7*7 }}"), "M122", 7, "double braces"),
    "a heading that is not there": (replace(LETTERS, "#wat-we-deden", "#wat-we-zagen"), "M104", 5, "no heading"),
    "a name without a language": (write("experiments/tried.md", "# T\n"), "S205", 1, "one file"),
    "a folder": (write("experiments/tried/nl.md", "# T\n"), "S205", 1, "one file"),
    "no text": (write("experiments/tried.nl.md", ""), "E101", 1, "this experiment has no head"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_at_its_line_with_a_way_out(name: str, courses: Path) -> None:
    breaking, code, line, message = BROKEN[name]
    breaking(courses)
    found = [one for one in check_courses(courses).report.findings if one.is_error and "experiments/" in one.place.path]
    fitting = [one for one in found if (one.rule.code, one.place.line) == (code, line) and message in one.message]
    assert fitting, found
    assert fitting[0].way_out


def test_one_mistake_is_told_once(courses: Path) -> None:
    replace(NOTES, f"<!-- experiment: {HEAD} -->\n\n", "")(courses)
    remove("experiments/spoken-notes.en.md")(courses)
    found = [one for one in check_courses(courses).report.findings if "experiments/" in one.place.path]
    assert [one.rule.code for one in found] == ["E101"]


def test_what_is_false_is_told_here_too(courses: Path) -> None:
    replace(NOTES, "Minder schrijven.", "Zo zijn we gegarandeerd in orde met de wet.")(courses)
    codes = {one.rule.code for one in check_courses(courses).report.findings if "experiments/" in one.place.path}
    assert "F204" in codes


def test_it_is_written_as_the_house_does(courses: Path) -> None:
    loose = HEAD.replace("; ", ";").replace(": ", ":")
    replace(NOTES, f"<!-- experiment: {HEAD} -->", f"<!--experiment:{loose}-->")(courses)
    (change,) = formatted(courses).changes
    assert f"<!-- experiment: {HEAD} -->" in change.text
