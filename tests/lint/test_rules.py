"""Every rule is documented, has a code of its own, and is broken by a case."""

import re
from pathlib import Path

from typer.testing import CliRunner

from houvast import lint, source
from houvast.cli import app
from houvast.pipeline import check_courses
from tests.lint.test_cases import QUALITY
from tests.source.test_drafts import BROKEN
from tests.test_bad_input import CASES, WARNINGS

RULES = list(dict.fromkeys((*source.RULES, *lint.RULES)))


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_says_why_and_shows_bad_and_good() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
        assert all((rule.why.endswith("."), rule.bad, rule.good, rule.way_out)), rule.code
        result = CliRunner().invoke(app, ["explain", rule.code])
        assert result.exit_code == 0
        assert rule.why in result.output


def test_every_rule_of_form_is_broken_by_a_case() -> None:
    cases = [*CASES.values(), *WARNINGS.values(), *BROKEN.values()]
    told = {found for _, expected in cases for found in re.findall(r"(?:error|warning) ([A-Z]\d{3})", expected)}
    assert {rule.code for rule in RULES if rule not in QUALITY.values()} == told


def test_a_rule_is_explained_by_its_name_too() -> None:
    result = CliRunner().invoke(app, ["explain", "no-key"])
    assert result.output.startswith("Q104 no-key")


def test_a_mistake_is_not_told_again_as_a_difference(courses: Path) -> None:
    lesson = courses / "modules/look-twice/nl.md"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("- [x] De namen.", "- [ ] De namen."), encoding="utf-8"
    )
    codes = {finding.rule.code for finding in check_courses(courses).report.findings}
    assert "Q104" in codes
    assert "L103" not in codes


def test_an_unknown_code_is_a_wrong_call() -> None:
    assert CliRunner().invoke(app, ["explain", "X999"]).exit_code == 2


def test_a_translation_names_the_same_rules(courses: Path) -> None:
    question = (
        "\n## {}\n\n### Beter?\n\n<!-- id: better -->\n\n```prompt\na\n```\n\n- [ ] b <!-- rule: {} -->\n- [ ] c\n"
    )
    for locale, title, rule in (("nl", "Vragenbank", "reader"), ("en", "Question bank", "tone")):
        lesson = courses / f"modules/look-twice/{locale}.md"
        before, *_ = lesson.read_text(encoding="utf-8").partition(f"\n## {title}")
        lesson.write_text(before + question.format(title, rule), encoding="utf-8")
    told = [found.message for found in check_courses(courses).report.findings if found.rule.code == "L103"]
    assert any("`better` has another form" in message for message in told)
