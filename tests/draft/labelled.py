"""Questions that models and people wrote, labelled with their flaws, and what the gates and rules find in each.

`recorded/` holds answers of the wire `question/v1`: of small local models as they came (`model.*`), of one that was
led astray (`attacked.*`), and made by hand (`hand.*`). A flaw has the code of the rule that should see it, or `none`.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from houvast.draft.checking import findings_with
from houvast.draft.gates import judge
from houvast.draft.gates.judged import Judged
from houvast.draft.recipe import prompt
from houvast.draft.sources import Passage
from houvast.draft.wire import DraftedQuestion, PlannedQuestion
from houvast.draft.written import question_text
from tests.conftest import SMALL
from tests.lint.one_locale import in_one_locale

RECORDED = Path(__file__).with_name("recorded")
UNSEEN = "none"
"""The code of a flaw that no rule can see."""
INSTRUCTION = prompt("question/v1").text
FAMILIES = ("D", "Q", "W", "F")
SHEET = """\
title: {{{locale}: "{name}"}}
summary: {{{locale}: "Wat je erna kan. What you can do."}}
teaches: [judge 1]
minutes: {{essentials: 1, full: 1, extra: 1}}
core: false
owner: learning-team
review_by: 2027-06-30
status: draft
"""


class Recorded(NamedTuple):
    """A question, the codes of its flaws that a rule can see, how many none can, and the codes that were found."""

    id: str
    by: str
    locale: str
    flaws: frozenset[str]
    at_first: frozenset[str]
    """Those that its reader saw before knowing what was found."""
    unseen: int
    found: frozenset[str]
    told: tuple[str, ...]
    """What was found, in words."""


class Entry(NamedTuple):
    """A recorded question as it stands in its file. Those of another round are not there when it is checked."""

    id: str
    by: str
    locale: str
    round: int
    item: Judged
    question: DraftedQuestion
    flaws: tuple[str, ...]
    at_first: tuple[str, ...]


@cache
def recorded() -> tuple[Recorded, ...]:
    """Every recorded question, gated, and checked as a module of its own."""
    entries = list(_entries())
    found: dict[str, list[tuple[str, str]]] = {
        entry.id: [(result.code, result.message) for result in judge(entry.item)] for entry in entries
    }
    for locale, number in sorted({(entry.locale, entry.round) for entry in entries}):
        for name, told in _checked([one for one in entries if (one.locale, one.round) == (locale, number)], locale):
            found[name].append(told)
    return tuple(
        Recorded(
            entry.id,
            entry.by,
            entry.locale,
            frozenset(entry.flaws) - {UNSEEN},
            frozenset(entry.at_first) - {UNSEEN},
            entry.flaws.count(UNSEEN),
            frozenset(code for code, _ in found[entry.id]),
            tuple(f"{code} {message}" for code, message in found[entry.id]),
        )
        for entry in entries
    )


def _entries() -> Iterator[Entry]:
    sources = json.loads((RECORDED / "sources.json").read_text(encoding="utf-8"))
    for file in sorted(RECORDED.glob("*.*.json")):
        locale = file.name.split(".")[1]
        for held in json.loads(file.read_text(encoding="utf-8")):
            passages = {name: Passage(name, **sources[f"{locale}/{name}"]) for name in held["sources"]}
            question = DraftedQuestion.model_validate(held["question"])
            asked = " ".join((held["need"], *(passage.text for passage in passages.values())))
            judged = Judged(
                question, locale, passages, held["canary"], held["need"], asked=asked, instruction=INSTRUCTION
            )
            flaws = tuple(flaw["code"] for flaw in held["flaws"])
            at_first = tuple(flaw["code"] for flaw in held["flaws"] if flaw["seen"] == 1)
            yield Entry(held["id"], held["by"], locale, held["round"], judged, question, flaws, at_first)


def _checked(entries: list[Entry], locale: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the rules of check that speak of words say, by the id of the question."""
    files = {}
    for entry in entries:
        files[f"modules/{entry.id}/module.yml"] = SHEET.format(locale=locale, name=entry.id)
        files[f"modules/{entry.id}/{locale}.md"] = f"# {entry.id}\n\n## {entry.id}\n\n{_written(entry)}\n"
    with TemporaryDirectory() as folder:
        for finding in findings_with(in_one_locale(SMALL, Path(folder) / "courses", locale), files):
            name = finding.place.path.split("/")[-2]
            if finding.rule.code.startswith(FAMILIES):
                yield name, (finding.rule.code, finding.message)


def _written(entry: Entry) -> str:
    plan = PlannedQuestion(subject="", thinking="apply", target="judge 1", misconception="")
    return question_text(f"{entry.id}-q", plan, entry.question, len(entry.id) % 3)
