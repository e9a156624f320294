"""`houvast diff`: whole outputs, and each thing that it promises to tell or to leave untold."""

import re
from pathlib import Path

import pytest

from houvast.model import Catalogue
from tests.compare.courses import commit, edit, told, write
from tests.golden import compare

LESSON, SHEET = "modules/look-twice/nl.md", "modules/look-twice/module.yml"
PLOT = "scenarios/short-way/nl.md"

NEW_MODULE = """title: {nl: Deel het, en: Share it}
summary: {nl: Je deelt wat werkt., en: You share what works.}
teaches: [change 2]
minutes: {essentials: 3, full: 4, extra: 5}
owner: floor-team
review_by: 2027-01-31
status: reviewed
"""

NEW_ROLE = """title: {nl: Chauffeur, en: Driver}
summary: {nl: Onderweg., en: On the road.}
cluster: floor
pace: brisk
"""


def change_much(courses: Path, small: Catalogue) -> None:
    """One of everything that a change can hold."""
    edit(courses, LESSON, "### Wat eerst?", "### Wat kijk je het eerst na?")
    edit(courses, LESSON, "Tel na.", "Tel alles nog eens na, ook de datum.")
    edit(courses, LESSON, "Die kan niet fout zijn.", "Daar lees je overheen, en het maakt weinig uit.")
    edit(courses, "modules/look-twice/en.md", "Count again.", "Count all of it again.")
    edit(courses, SHEET, "essentials: 6", "essentials: 7")
    edit(courses, SHEET, "owner: learning", "gate: true\nowner: learning")
    for locale, title, box in (("nl", "## Vragenbank", "Kies."), ("en", "## Question bank", "Choose.")):
        file = f"modules/first-steps/{locale}.md"
        text = (courses / file).read_text(encoding="utf-8")
        question = f"### {box}\n\n<!-- id: first-new -->\n\n- [x] A.\n    > A.\n- [ ] B.\n    > B.\n"
        (courses / file).write_text(f"{text[: text.index(title)]}{title}\n\n{question}", encoding="utf-8")
    hash_before = small.source_questions["first-what"].hash
    edit(courses, "modules/first-steps/nl.md", "Wat doet een taalmodel?", "Wat doet zo'n taalmodel eigenlijk?")
    edit(courses, "modules/first-steps/nl.md", "id: first-what;", f"id: first-what; rev: {hash_before};")
    edit(courses, "modules/first-steps/for/operator.nl.md", "De ploeg begint", "De late ploeg begint")
    edit(courses, "modules/own-story/module.yml", "nl: Ons verhaal", "nl: Ons eigen verhaal")
    edit(courses, "modules/own-story/nl.md", "# Ons verhaal", "# Ons eigen verhaal")
    edit(courses, "modules/own-story/module.yml", "2027-01-31", "2027-09-30")
    edit(courses, PLOT, "De klant belt.", "De klant belt, en is boos.")
    edit(courses, PLOT, "trust -2 -->\n- [Je leest", "trust -1 -->\n- [Je leest")
    edit(courses, "scenarios/short-way/en.md", "trust -2 -->\n- [You read", "trust -1 -->\n- [You read")
    write(courses, "modules/share-it/module.yml", NEW_MODULE)
    write(courses, "modules/share-it/nl.md", "# Deel het\n\nVertel wat werkt.\n")
    write(courses, "modules/share-it/en.md", "# Share it\n\nSay what works.\n")
    write(courses, "roles/driver.yml", NEW_ROLE)
    edit(courses, "roles/clerk.yml", "pace: brisk", "pace: slow\ntargets: {judge: 2}")
    edit(courses, "paces/brisk.yml", "minutes_per_session: 15", "minutes_per_session: 12")
    edit(courses, "facts.yml", "Eén studie zag winst.", "Twee studies zagen winst.")
    edit(courses, "facts.yml", "valid_as_of: 2026-11-22", "valid_as_of: 2026-12-01")
    edit(courses, "organisation.yml", "data: internal", "data: public")
    edit(courses, "competencies.yml", "change: 2}", "change: 1}")
    edit(courses, "glossary.yml", "en: What you ask.", "en: What you ask of it.")


@pytest.fixture
def changed(courses: Path, small: Catalogue) -> Path:
    """Courses in a repository, with changes that are not committed."""
    commit(courses)
    change_much(courses, small)
    return courses


FORMATS = {"full": "diff-full.txt", "markdown": "diff.md", "json": "diff.json"}


@pytest.mark.parametrize("form", FORMATS)
def test_golden_diff(form: str, changed: Path, request: pytest.FixtureRequest) -> None:
    compare(FORMATS[form], told(changed, "HEAD", "--format", form), request)


def test_a_folder_is_a_base_too(changed: Path, tmp_path: Path) -> None:
    commit(changed)
    from_git = told(changed, "HEAD~1")
    before = tmp_path / "before"
    before.mkdir()
    with_git = tmp_path / "courses"
    assert told(with_git, "HEAD") == "Nothing changed for learners.\n"
    from_folder = told(changed, str(Path(__file__).parent.parent / "cases/small"))
    assert from_folder.split(": ", 1)[1] == from_git.split(": ", 1)[1]


def test_a_changed_comma_is_no_change(courses: Path) -> None:
    commit(courses)
    edit(courses, LESSON, "### Wat eerst?", "### Wat, eerst?")
    edit(courses, LESSON, "Tel na.", "Tel, na!")
    edit(courses, PLOT, "De klant belt.", "De klant belt!")
    edit(courses, "roles/clerk.yml", "Schrijven en nakijken.", "Schrijven; en nakijken!")
    assert told(courses) == "Nothing changed for learners.\n"


def test_the_line_that_is_told_keeps_answers(courses: Path) -> None:
    commit(courses)
    edit(courses, LESSON, "De toon.", "De klank.")
    told_first = told(courses)
    assert "question look-first: changed in meaning, so it opens again" in told_first
    line = re.search(r"put `(rev: [0-9a-f]{12})` in its comment", told_first)
    assert line
    edit(courses, LESSON, "id: look-first;", f"id: look-first; {line[1]};")
    told_then = told(courses)
    assert "opens again" not in told_then
    assert "question look-first: other words, and its `rev` keeps learners' answers" in told_then


def test_an_option_in_another_place_is_no_change(courses: Path) -> None:
    commit(courses)
    text = (courses / LESSON).read_text(encoding="utf-8")
    first = "- [ ] De toon.\n    > Die is meestal goed.\n"
    second = "- [x] De namen.\n    > Een bron beslist.\n"
    assert first + second in text
    write(courses, LESSON, text.replace(first + second, second + first))
    write(
        courses,
        "modules/look-twice/en.md",
        (courses / "modules/look-twice/en.md")
        .read_text()
        .replace(
            "- [ ] The tone.\n    > It is mostly fine.\n- [x] The names.\n    > A source decides.\n",
            "- [x] The names.\n    > A source decides.\n- [ ] The tone.\n    > It is mostly fine.\n",
        ),
    )
    assert told(courses) == "Nothing changed for learners.\n"


def test_a_translation_alone(courses: Path) -> None:
    commit(courses)
    edit(courses, "modules/look-twice/en.md", "Count again.", "Count everything again.")
    edit(courses, "roles/clerk.yml", "en: Writing and checking.", "en: To write and to check.")
    assert told(courses) == (
        "Compared with HEAD: 1 unit changed; 1 other change.\n\n"
        "Modules and scenarios\n"
        '  module look-twice "Kijk twee keer": changed; on every path\n'
        "    translation touched: en\n\n"
        "Organisation, roles, paces, competencies, facts and terms\n"
        '  role clerk "Bediende": changed\n'
        "    translation touched: en\n"
    )


MISSING = "nobody has reviewed this change: ask learning, then move `review_by`"


def test_who_has_to_review(courses: Path) -> None:
    commit(courses)
    edit(courses, LESSON, "Tel na.", "Tel alles na.")
    assert MISSING in told(courses)
    edit(courses, SHEET, "2027-01-31", "2027-06-30")
    assert MISSING not in told(courses)
    assert "review by: from 2027-01-31 to 2027-06-30" in told(courses)


def test_only_text_asks_for_a_review(courses: Path) -> None:
    commit(courses)
    edit(courses, SHEET, "essentials: 6", "essentials: 7")
    edit(courses, "modules/look-twice/en.md", "Count again.", "Count all.")
    assert MISSING not in told(courses)


def test_a_draft_becomes_reviewed(courses: Path) -> None:
    edit(courses, SHEET, "status: reviewed", "status: draft")
    commit(courses)
    edit(courses, LESSON, "Tel na.", "Tel alles na.")
    assert MISSING not in told(courses)
    edit(courses, SHEET, "status: draft", "status: reviewed")
    text = told(courses)
    assert MISSING not in text
    assert 'module look-twice "Kijk twee keer": now reviewed, owner learning; on every path, before on no path' in (
        text
    )
    assert "no longer missing: judge 1, judge 2, judge 3" in text


def test_a_retired_unit_leaves_its_paths(courses: Path) -> None:
    commit(courses)
    edit(courses, "modules/own-story/module.yml", "status: reviewed", "status: retired")
    text = told(courses)
    assert 'module own-story "Ons verhaal": retired, owner learning; on no path, before on every path' in text
    assert "no longer on it: own-story (4 min)" in text
    assert "now missing: change 1" in text


def test_what_only_colleagues_notice(courses: Path) -> None:
    commit(courses)
    edit(courses, SHEET, "owner: learning", "owner: quality")
    assert told(courses).startswith("Compared with HEAD: Nothing changed for learners.\n")
    assert "owner: from learning to quality" in told(courses)


def test_text_that_others_get_to_see(courses: Path) -> None:
    commit(courses)
    for locale in ("nl", "en"):
        edit(courses, f"modules/first-steps/{locale}.md", "<!-- only: floor -->", "<!-- only: office -->")
    assert "text: the same words, moved, shown to others, or with another link or placeholder" in told(courses)


def test_a_question_that_moves_keeps_its_answers(courses: Path) -> None:
    commit(courses)
    question = "\n### {}\n\n<!-- id: first-bank -->\n\n- [x] {}\n    > {}\n- [ ] {}\n    > {}\n"
    said = {
        "nl": ("## Vragenbank", ("Nog één?", "De spamfilter.", "Geleerd uit mails.", "De bel.", "Een vaste regel.")),
        "en": (
            "## Question bank",
            ("One more?", "The spam filter.", "Learned from mails.", "The bell.", "A fixed rule."),
        ),
    }
    for locale, (title, words) in said.items():
        file = f"modules/first-steps/{locale}.md"
        text = (courses / file).read_text(encoding="utf-8")
        assert question.format(*words) in text
        write(courses, file, text[: text.index(title)])
        twice = f"modules/look-twice/{locale}.md"
        moved = question.format(*words).replace("first-bank", "first-bank; measures: judge 1")
        write(courses, twice, (courses / twice).read_text(encoding="utf-8") + moved)
    text = told(courses)
    assert "question first-bank: answers are kept" in text
    assert "module or scenario: from first-steps to look-twice" in text
    assert "dropped" not in text


def test_critical_cases_are_named(courses: Path) -> None:
    commit(courses)
    for locale in ("nl", "en"):
        edit(courses, f"modules/look-twice/{locale}.md", "id: look-first;", "id: look-first; critical;")
    text = told(courses)
    assert "    critical question look-first: answers are kept\n      critical: from no to yes\n" in text
    commit(courses)
    for locale, heading in (("nl", "## Cijfers"), ("en", "## Numbers")):
        file = f"modules/look-twice/{locale}.md"
        lesson = (courses / file).read_text(encoding="utf-8")
        start = lesson.index("### W")
        write(courses, file, lesson[:start] + lesson[lesson.index(heading) :])
    assert "    dropped, critical: look-first\n" in told(courses)


def test_effects_are_told_though_the_story_is_the_same(courses: Path) -> None:
    commit(courses)
    for locale, choice in (("nl", "Je leest na"), ("en", "You read it again")):
        address = {"nl": "op-tijd", "en": "in-time"}[locale]
        file = f"scenarios/short-way/{locale}.md"
        edit(courses, file, f"[{choice}](#{address}) <!-- trust +1 -->", f"[{choice}](#{address}) <!-- trust +2 -->")
    text = told(courses)
    assert "effects, conditions or endings of its choices changed" in text
    assert "play again" not in text


def test_the_real_courses_against_themselves(tmp_path: Path) -> None:
    real = Path(__file__).parent.parent.parent / "courses"
    assert told(real, str(real)) == "Nothing changed for learners.\n"


def test_a_handout_is_told_with_what_changed_in_it(courses: Path) -> None:
    commit(courses)
    edit(courses, "handouts/before-you-buy/nl.md", "Wie kijkt na?", "Wie legt uit?")
    edit(courses, "handouts/before-you-buy/handout.yml", "[office, guide]", "[office]")
    text = told(courses)
    assert "handout before-you-buy" in text
    assert "audiences: from office, guide to office" in text
    assert "text: reworded" in text


def test_an_experiment_is_told_with_what_came_of_it(courses: Path) -> None:
    commit(courses)
    edit(courses, "experiments/short-letters.nl.md", "outcome: running", "ended: 2026-11-20; outcome: kept")
    write(
        courses,
        "experiments/rota.en.md",
        "# Rota\n\n<!-- experiment: by: us; began: 2026-11-02; outcome: running -->\n",
    )
    text = told(courses)
    assert "experiment rota: new" in text
    assert "outcome: from running to kept" in text
