"""A fact is looked at again before the day it names."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "D101",
    "overdue-fact",
    why="Law and research move; a statement that nobody looked at since its day may no longer be true.",
    bad="recheck_by: 2026-01-31, checked with `--today 2026-03-01`",
    good="recheck_by: 2026-06-30",
    way_out="read its source again, mend the statement, and move `valid_as_of` and `recheck_by`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare every fact's day with today."""
    for name, fact in checked.catalogue.facts.items():
        if checked.today and fact.recheck_by < checked.today:
            place = checked.place("facts.yml", "facts", name, "recheck_by")
            yield Finding.of(RULE, place, f"`{name}` was to be looked at by {fact.recheck_by}")
