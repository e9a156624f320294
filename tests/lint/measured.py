"""Labelled questions, what the rules find in each of them, and how often that is right."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, cast

import yaml

from houvast.diagnostics import Rule
from houvast.lint import questions
from houvast.pipeline import check_courses
from houvast.source import rules as reading
from tests.conftest import ROOT, SMALL
from tests.lint.one_locale import in_one_locale

LOCALES = ("nl", "en")
GROUPS = ("seen", "unseen")
TITLE = {"nl": "Kijk twee keer", "en": "Look twice"}

LABELS = {"missing-rationale": reading.NO_RATIONALE.name}
"""Flaws that are found while reading, under the name of another rule."""
RULES: tuple[Rule, ...] = tuple(
    rule
    for rule in (*(module.RULE for module in questions.MODULES), reading.NO_RATIONALE)
    if rule.name not in {"guess-longest", "guess-shortest", "guess-place", "guess-no-reason", "near-duplicate"}
)
"""The rules that look at one question."""


class Labelled(NamedTuple):
    """A question, the flaws that its author labelled it with, and the rules that found something in it."""

    text: str
    flaws: frozenset[str]
    found: frozenset[str]


class Counted(NamedTuple):
    """How a rule did: questions with the flaw, questions it found, and those that are both."""

    have: int
    said: int
    both: int

    @property
    def precision(self) -> float | None:
        """The share of what it found that has the flaw; None where it found nothing."""
        return self.both / self.said if self.said else None

    def __str__(self) -> str:
        recall = f"{self.both / self.have:.2f}" if self.have else "–"
        precision = "–" if self.precision is None else f"{self.precision:.2f}"
        return f"{self.have} | {precision} | {recall}"


def lesson_of(locale: str, entries: list[dict[str, object]]) -> tuple[str, list[int]]:
    """A lesson with these questions, and the line that each begins on."""
    lines = [f"# {TITLE[locale]}", ""]
    starts = []
    for number, entry in enumerate(entries):
        starts.append(len(lines) + 1)
        heading, *rest = str(entry["question"]).rstrip().split("\n")
        lines += [heading, "", f"<!-- id: labelled-{number}; measures: judge 1 -->", *rest, ""]
    return "\n".join(lines), starts


@cache
def labelled(locale: str, group: str) -> tuple[Labelled, ...]:
    """The labelled questions of a group, read and checked as a lesson."""
    path = ROOT / f"tests/cases/questions/{locale}.yml"
    entries = cast(dict[str, list[dict[str, object]]], yaml.safe_load(path.read_text(encoding="utf-8")))[group]
    text, starts = lesson_of(locale, entries)
    found: list[set[str]] = [set() for _ in entries]
    with TemporaryDirectory() as folder:
        courses = in_one_locale(SMALL, Path(folder) / "courses", locale)
        lesson = courses / f"modules/look-twice/{locale}.md"
        lesson.write_text(text, encoding="utf-8")
        for finding in check_courses(courses).report.findings:
            if finding.rule in RULES and finding.place.path == lesson.as_posix():
                at = max(index for index, start in enumerate(starts) if start <= finding.place.line)
                found[at].add(finding.rule.name)
    return tuple(
        Labelled(
            str(entry["question"]),
            frozenset(LABELS.get(flaw, flaw) for flaw in cast(list[str], entry["flaws"])),
            frozenset(names),
        )
        for entry, names in zip(entries, found, strict=True)
    )


def counted(rule: Rule, locale: str, group: str) -> Counted:
    """How a rule did on the questions of a group."""
    held = labelled(locale, group)
    return Counted(
        have=sum(rule.name in one.flaws for one in held),
        said=sum(rule.name in one.found for one in held),
        both=sum(rule.name in one.flaws and rule.name in one.found for one in held),
    )
