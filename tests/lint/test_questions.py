"""How often the rules of questions are right, by labelled questions of each locale; and what guessing would score."""

import random
from pathlib import Path

import pytest

from houvast.diagnostics import Severity
from houvast.lint import questions
from houvast.lint.questions import guess, guess_longest, near_duplicate, words
from houvast.lint.questions.choices import Choice, choices
from houvast.pipeline import check_courses
from houvast.source import Checked
from tests.conftest import ROOT, SMALL
from tests.lint.measured import GROUPS, LOCALES, RULES, counted, labelled
from tests.lint.one_locale import in_one_locale

LEAST_PRECISION = {Severity.ERROR: 0.7, Severity.WARNING: 0.5}
"""Of what a rule finds in the labelled questions of a locale, the share that has to be right."""

DOCS = (ROOT / "docs/question-rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_rule_is_seldom_mistaken_and_the_docs_say_how_seldom(locale: str) -> None:
    rows = []
    for rule in RULES:
        groups = [counted(rule, locale, group) for group in GROUPS]
        rows.append(f"| {locale} | `{rule.name}` | {' | '.join(map(str, groups))} |")
        said, both = sum(one.said for one in groups), sum(one.both for one in groups)
        assert both >= LEAST_PRECISION[rule.severity] * said, (rule.name, groups)
    print("\n".join(rows))
    assert not [row for row in rows if row not in DOCS]


@pytest.mark.parametrize("locale", LOCALES)
def test_sound_questions_are_mostly_left_alone(locale: str) -> None:
    names = {rule.name for rule in RULES}
    sound = [one for group in GROUPS for one in labelled(locale, group) if not one.flaws]
    assert len(sound) >= 35
    assert sum(bool(one.found & names) for one in sound) <= len(sound) / 20


@pytest.mark.parametrize("locale", LOCALES)
def test_every_flaw_is_labelled_often_enough(locale: str) -> None:
    held = [one for group in GROUPS for one in labelled(locale, group)]
    assert len({one.text for one in held}) == len(held)
    assert {flaw for one in held for flaw in one.flaws} == {rule.name for rule in RULES}
    for rule in RULES:
        assert sum(rule.name in one.flaws for one in held) >= 3, rule.name


def checked_with(courses: Path, locale: str, questions: list[str]) -> Checked:
    """The small courses in one locale, with a lesson of these questions alone."""
    in_one_locale(SMALL, courses, locale)
    text = "# Look twice\n\n" + "\n".join(questions)
    (courses / f"modules/look-twice/{locale}.md").write_text(text, encoding="utf-8")
    checked = check_courses(courses).reading.checked
    assert checked
    return checked


def question(number: int, options: tuple[str, ...], key: int) -> str:
    lines = [f"### Question {number}?", "", f"<!-- id: q-{number}; measures: judge 1 -->", ""]
    for place, option in enumerate(options):
        lines += [f"- [{'x' if place == key else ' '}] {option}", "    > It is so."]
    return "\n".join([*lines, ""])


def of_lesson(checked: Checked) -> list[Choice]:
    return [choice for choice in choices(checked) if choice.unit.id == "look-twice"]


def test_the_longest_and_the_shortest_option_and_the_same_place_are_scored_against_chance(tmp_path: Path) -> None:
    written = [
        question(1, ("long one", "short"), 0),
        question(2, ("long one", "short"), 1),
        question(3, ("same", "size", "four", "long"), 0),
    ]
    held = of_lesson(checked_with(tmp_path / "courses", "en", written))
    longest, shortest, place = guess.by_longest(held), guess.by_shortest(held), guess.by_place(held)
    assert longest.score == pytest.approx((1 + 0 + 1 / 4) / 3)
    assert shortest.score == pytest.approx((0 + 1 + 1 / 4) / 3)
    assert place.score == pytest.approx(2 / 3)
    assert longest.chance == place.chance == pytest.approx((1 / 2 + 1 / 2 + 1 / 4) / 3)


def test_every_locale_has_its_scores(tmp_path: Path) -> None:
    checked = check_courses(ROOT / "courses", only_errors=True).reading.checked
    assert checked
    for locale, guesses in guess.scores(checked).items():
        print(locale, {name: str(found) for name, found in guesses.items()})
        assert set(guesses) == {"longest", "shortest", "place", "no reason"}
        assert all(0.2 < found.chance < 0.5 for found in guesses.values())
        assert guesses["longest"].questions == guesses["place"].questions >= 100


def test_a_whole_locale_is_told_from_five_points_over_chance(tmp_path: Path) -> None:
    options = ("a long option", "short")
    written = [question(number, options, 0 if number % 20 < 12 else 1) for number in range(60)]
    checked = checked_with(tmp_path / "courses", "en", written)
    told = list(guess.findings(checked, guess_longest.RULE, guess.by_longest, "it"))
    assert [finding.place.path.rpartition("/")[2] for finding in told] == ["organisation.yml"]


def test_each_question_is_compared_with_a_few_others_however_many_there_are(tmp_path: Path) -> None:
    base = of_lesson(checked_with(tmp_path / "courses", "en", [question(1, ("an option", "another"), 0)]))[0]
    held, at_random = [], random.Random(0)
    for number in range(2000):
        subject = [f"{number // 8:03}{word:02}" for word in range(20)]
        everywhere = [f"9{word:05}" for word in range(200)]
        stem = " ".join(at_random.sample(subject, 10) + at_random.sample(everywhere, 20))
        told = Choice(base.unit, base.locale, base.file, base.question, base.options, base.words)
        vars(told).update(stem=stem, case="", texts=("one", "two"))
        held.append(told)
    assert 500 < len(near_duplicate.worth_comparing(held[:500])) <= 500 * near_duplicate.MOST_QUESTIONS
    assert 2000 < len(near_duplicate.worth_comparing(held)) <= 2000 * near_duplicate.MOST_QUESTIONS


def test_a_language_without_lists_is_passed_over(courses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "WORDS", {"nl": words.WORDS["nl"]})
    lesson = courses / "modules/look-twice/en.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("- [ ] The", "- [ ] All of the above, or the", 1), encoding="utf-8")
    checked = check_courses(courses).reading.checked
    assert checked
    assert {choice.locale for choice in choices(checked)} == {"nl"}
    assert not [found for rule in questions.MODULES for found in rule.check(checked)]
