"""How far the review of each draft is, and what comes next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from houvast.diagnostics import Finding
from houvast.model import Catalogue, DraftSheet
from houvast.model.text import SLUG
from houvast.review.findings import Before, findings_with
from houvast.review.finish import changed_since
from houvast.review.sheet import NoDraft, read_sheet
from houvast.source import draft_ids


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft, what check says of its files, and the files that changed in the courses since it was made."""

    sheet: DraftSheet
    findings: Sequence[Finding]
    changed: Sequence[str]

    @property
    def errors(self) -> int:
        """What stops it from being taken over: findings of check, and gates that nobody answered yet."""
        open_gates = (gate for item in self.sheet.open_items for gate in item.gates)
        return sum(one.is_error for one in self.findings) + sum(gate.severity == "error" for gate in open_gates)

    @property
    def warnings(self) -> int:
        """What does not, and may be looked at."""
        open_gates = (gate for item in self.sheet.open_items for gate in item.gates)
        return sum(not one.is_error for one in self.findings) + sum(gate.severity == "warning" for gate in open_gates)

    @property
    def next_step(self) -> str:
        """What a reviewer does next, in words."""
        if self.changed:
            return f"`{self.changed[0]}` changed since; houvast review {self.sheet.id} --finish shows the difference"
        if self.sheet.open_items:
            return f"houvast review {self.sheet.id}"
        if error := next((one for one in self.findings if one.is_error), None):
            return f"mend {error.place}: {error.message} ({error.rule.code})"
        return f"houvast review {self.sheet.id} --finish"


def standings(courses: Path) -> list[Standing | NoDraft]:
    """Every draft by id; one whose sheet cannot be read says why."""
    names = draft_ids(courses)
    read = [_read(courses, name) for name in names]
    sheets = [sheet for sheet in read if isinstance(sheet, DraftSheet)]
    if not sheets:
        return [problem for problem in read if isinstance(problem, NoDraft)]
    found = findings_with(Before.of(courses), [sheet.id for sheet in sheets])
    return [
        one if isinstance(one, NoDraft) else Standing(one, found[one.id], changed_since(courses, one)) for one in read
    ]


def _read(courses: Path, name: str) -> DraftSheet | NoDraft:
    try:
        return read_sheet(courses, name)
    except NoDraft as problem:
        return problem


def teams(catalogue: Catalogue) -> list[str]:
    """The teams that the courses know: who looks after something, who can be asked, and who reviewed before."""
    owners = {unit.sheet.owner for unit in catalogue.units.values()}
    owners |= {handout.sheet.owner for handout in catalogue.handouts.values()}
    before = {sheet.reviewed_by for sheet in catalogue.provenance.values() if sheet.reviewed_by}
    return sorted({*owners, *before, *catalogue.organisation.contacts})


def is_slug(team: str) -> bool:
    """Whether a team is written as an id, so that no sentence and no name gets in."""
    return re.fullmatch(SLUG, team) is not None and len(team) <= 64
