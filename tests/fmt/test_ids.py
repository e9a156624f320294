"""Ids are made in the source locale, copied to the others by position, and never changed."""

import re
from pathlib import Path

import pytest

from houvast.fmt import formatted
from houvast.fmt.slug import minted
from houvast.pipeline import check_courses
from houvast.source.question import is_id

LESSON = "modules/look-twice/{}.md"
PLOT = "scenarios/short-way/{}.md"
VARIANT = "modules/first-steps/for/operator.{}.md"
POLL = "\n### {}\n\n<!-- poll -->\n\n- [ ] a\n- [ ] b\n"


def edit(courses: Path, file: str, old: str, new: str) -> None:
    text = (courses / file).read_text(encoding="utf-8")
    assert old in text
    (courses / file).write_text(text.replace(old, new), encoding="utf-8")


def write(courses: Path) -> list[str]:
    """Format, write, and return what happened without the folder."""
    done = formatted(courses)
    assert not done.report.findings
    for change in done.changes:
        change.path.write_text(change.text, encoding="utf-8")
    return [change.told(is_done=True).removeprefix(f"{courses.as_posix()}/") for change in done.changes]


def ids(courses: Path, file: str) -> list[str]:
    return re.findall(r"<!-- id: ([^;]*?)(?:;| -->)", (courses / file).read_text(encoding="utf-8"))


def test_ids_are_minted_in_dutch_and_copied_to_english(courses: Path) -> None:
    for locale in ("nl", "en"):
        edit(courses, LESSON.format(locale), "<!-- id: look-first; measures: judge 1; kind: apply -->\n", "")
        edit(courses, LESSON.format(locale), "id: look-then; ", "")
    assert write(courses) == [
        "modules/look-twice/en.md: 2 ids copied, written anew",
        "modules/look-twice/nl.md: 2 ids minted, written anew",
    ]
    for locale in ("nl", "en"):
        assert ids(courses, LESSON.format(locale)) == ["wat-eerst", "wat-dan"]
        text = (courses / LESSON.format(locale)).read_text(encoding="utf-8")
        assert "<!-- id: wat-dan; measures: judge 2; kind: analyse -->" in text
    assert not check_courses(courses).report.errors
    assert not formatted(courses).changes


def test_nodes_get_ids_and_the_last_one_that_leads_nowhere_is_the_debrief(courses: Path) -> None:
    for locale in ("nl", "en"):
        for name in ("<!-- id: friday -->", "id: silent; ", "<!-- id: debrief -->\n\n"):
            edit(courses, PLOT.format(locale), name, "")
    write(courses)
    expected = ["vrijdag-een-uur", "too-fast", "in-time", "stil", "debrief"]
    assert ids(courses, PLOT.format("nl")) == ids(courses, PLOT.format("en")) == expected
    assert not check_courses(courses).report.errors


def test_questions_of_one_role_and_of_a_bank_get_ids_too(courses: Path) -> None:
    for locale in ("nl", "en"):
        for file in (VARIANT, LESSON):
            path = courses / file.format(locale)
            path.write_text(path.read_text(encoding="utf-8") + POLL.format("Wat eerst?"), encoding="utf-8")
        path = courses / LESSON.format(locale)
        bank = "Vragenbank" if locale == "nl" else "Question bank"
        path.write_text(path.read_text(encoding="utf-8") + f"\n## {bank}\n{POLL.format('Hoe?')}", encoding="utf-8")
    write(courses)
    assert ids(courses, VARIANT.format("nl")) == ids(courses, VARIANT.format("en")) == ["wat-eerst"]
    assert ids(courses, LESSON.format("en")) == ["look-first", "look-then", "wat-eerst-2", "hoe"]
    assert not check_courses(courses).report.errors


def test_an_id_that_a_translation_has_is_taken_over(courses: Path) -> None:
    edit(courses, LESSON.format("nl"), "id: look-then; ", "")
    assert write(courses) == ["modules/look-twice/nl.md: 1 id copied, written anew"]
    assert ids(courses, LESSON.format("nl")) == ["look-first", "look-then"]


OTHER = {
    "an option less": (
        "- [ ] The greeting.\n    > It cannot be wrong.\n",
        "",
        ":24:1",
        "here stands a choice of 1 option",
    ),
    "a question less": ("### What then?", "## What then?\n\nNothing.\n\n", ":11:1", "nothing follows here"),
    "another id": ("look-first", "look-again", ":11:1", "here stands `look-again`"),
}


@pytest.mark.parametrize("name", OTHER)
def test_ids_are_not_copied_where_the_texts_differ(name: str, courses: Path) -> None:
    old, new, line, message = OTHER[name]
    edit(courses, LESSON.format("en"), "id: look-then; ", "")
    if name == "a question less":
        text = (courses / LESSON.format("en")).read_text(encoding="utf-8")
        cut = text[: text.index("### What then?")].replace(
            "<!-- id: look-first; measures: judge 1; kind: apply -->", ""
        )
        (courses / LESSON.format("en")).write_text(cut, encoding="utf-8")
    else:
        edit(courses, LESSON.format("en"), old, new)
    before = (courses / LESSON.format("en")).read_bytes()
    done = formatted(courses)
    (finding,) = done.report.findings
    assert finding.rule.code == "F101"
    assert str(finding.place).endswith(f"look-twice/en.md{line}")
    assert message in finding.message
    assert "look-twice/nl.md:" in finding.message
    assert all("id: " not in change.text.replace(before.decode(), "") for change in done.changes)


def test_a_translation_without_source_gets_no_ids(courses: Path) -> None:
    (courses / LESSON.format("nl")).unlink()
    edit(courses, LESSON.format("en"), "id: look-then; ", "")
    (finding,) = formatted(courses).report.findings
    assert "there is no text in `nl` to take ids from" in finding.message
    assert finding.place.line == 24


STEMS = {
    "Wat check je eerst, vóór je verstuurt?": "wat-check-je-eerst-voor",
    "Één cv's te veel": "een-cvs-te-veel",
    "3 cijfers in 2027": "cijfers-in-2027",
    "Œuvre & Straße": "oeuvre-strasse",
    "x" * 60: "x" * 40,
    "Verantwoordelijkheidsgevoel bij aansprakelijkheidsverzekeringen": "verantwoordelijkheidsgevoel-bij",
    "何を?": "unit-3",
    "…": "unit-3",
}


@pytest.mark.parametrize("stem", STEMS)
def test_an_id_is_a_few_plain_words_of_the_stem(stem: str) -> None:
    name = minted(stem, "unit-3", set())
    assert name == STEMS[stem]
    assert is_id(name)
    assert minted(stem, "unit-3", {name, f"{name}-2"}) == f"{name}-3"


FORMS = {
    "een-keuze": "### {}\n- [x] a\n  > b\n- [ ] c\n  > d\n",
    "een-peiling": "### {}\n<!--poll-->\n- [ ] a\n- [ ] b\n",
    "een-volgorde": "### {}\n<!--order-->\n1. a\n1. b\n\n> c\n",
    "een-tabel": "### {}\n<!--sort-->\n| a | b |\n|--|--|\n| c | d |\n\n> e\n",
    "een-zin": "### {}\nAlleen [[a|b]] beslist.\n\n> c\n",
    "een-prompt": "### {}\n```prompt\na\n```\n- [ ] b\n- [ ] c\n",
}


def test_every_form_of_question_gets_an_id_and_a_checklist_none(courses: Path) -> None:
    checklist = "### Klaar?\n<!-- checklist -->\n- [ ] a\n- [ ] b\n"
    stems = [name.replace("-", " ").capitalize() for name in FORMS]
    texts = {"nl": stems, "en": [f"Other {stem}" for stem in stems]}
    for locale, title in (("nl", "# Kijk twee keer"), ("en", "# Look twice")):
        asked = [form.format(stem) for form, stem in zip(FORMS.values(), texts[locale], strict=True)]
        (courses / LESSON.format(locale)).write_text("\n".join((title, *asked, checklist)), encoding="utf-8")
    write(courses)
    assert ids(courses, LESSON.format("nl")) == ids(courses, LESSON.format("en")) == list(FORMS)
    assert not check_courses(courses).report.errors
