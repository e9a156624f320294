"""A module, scenario or handout is looked at again before the day it names."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "D102",
    "overdue-review",
    why="Tools and agreements change; a lesson that nobody looked at since its day may teach what no longer holds.",
    bad="review_by: 2026-01-31, checked with `--today 2026-03-01`",
    good="review_by: 2026-06-30",
    way_out="let its owner read it again, mend what changed, and move `review_by`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the day of everything that readers meet with today."""
    catalogue = checked.catalogue
    units = (unit.sheet for unit in catalogue.units.values() if unit.sheet.status != "retired")
    for sheet in (*units, *(handout.sheet for handout in catalogue.handouts.values())):
        if checked.today and sheet.review_by < checked.today:
            place = checked.place(sheet.file, "review_by")
            yield Finding.of(RULE, place, f"`{sheet.id}` was to be looked at by {sheet.review_by}, by {sheet.owner}")
