"""Each rule of quality finds the marked lines of its case, in each language, and no other line.

A case is a text with the files that it puts in the place of those of the small courses, each under `=== path`. A line
that the rule has to find ends in ` %%`. `=== today 2027-01-31` says what day it is.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from houvast import lint
from houvast.lint import facts, questions, teaching, wording
from houvast.pipeline import check_courses
from tests.conftest import ROOT, SMALL

CASES = ROOT / "tests/cases/rules"
MARK = " %%"
LOCALES = ("nl", "en")
FIRST_OF_QUALITY = 200
"""The number from which the code of a rule of quality is counted; below it are rules of form."""

QUALITY = {
    module.RULE.name: module.RULE
    for module in (*teaching.MODULES, *questions.MODULES, *wording.MODULES, *facts.MODULES)
    if int(module.RULE.code[1:]) > FIRST_OF_QUALITY
}


@dataclass
class Case:
    """The files of a case without their marks, the marked lines, and the day it is."""

    files: dict[str, str]
    marked: set[tuple[str, int]]
    today: date | None = None


def read(path: Path) -> Case:
    case = Case({}, set())
    for section in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, text = section.partition("\n")
        if head.startswith("today "):
            case.today = date.fromisoformat(head.removeprefix("today "))
            continue
        lines = text.splitlines()
        case.files[head] = "".join(f"{line.removesuffix(MARK)}\n" for line in lines)
        case.marked |= {(head, number) for number, line in enumerate(lines, start=1) if line.endswith(MARK)}
    return case


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_rule_finds_what_is_marked(path: Path, tmp_path: Path) -> None:
    case = read(path)
    courses = Path(shutil.copytree(SMALL, tmp_path / "courses"))
    for name, text in case.files.items():
        (courses / name).parent.mkdir(parents=True, exist_ok=True)
        (courses / name).write_text(text, encoding="utf-8")
    report = check_courses(courses, case.today).report
    rule = QUALITY[path.name.partition(".")[0]]
    unreadable = [finding for finding in report.findings if finding.is_error and finding.rule is not rule]
    assert not unreadable
    found = {
        (Path(finding.place.path).relative_to(courses).as_posix(), finding.place.line)
        for finding in report.findings
        if finding.rule is rule
    }
    assert found == case.marked
    assert found


def test_every_rule_of_quality_has_a_case_in_each_language() -> None:
    assert {path.stem for path in CASES.glob("*.txt")} == {f"{name}.{locale}" for name in QUALITY for locale in LOCALES}


def test_every_rule_is_told_of() -> None:
    assert set(QUALITY.values()) <= set(lint.RULES)
