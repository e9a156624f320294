"""Rules over the whole catalogue: one rule, one file, with why, bad, good and its check."""

from collections.abc import Iterator
from datetime import date

from houvast.diagnostics import Finding, Rule
from houvast.lint import (
    allowances,
    at_own,
    broken_link,
    broken_plot,
    circular_prerequisites,
    duplicate_id,
    locale_differs,
    long_scenario,
    missing_lesson,
    missing_text,
    named_in_public,
    never_open,
    overdue_fact,
    overdue_review,
    placeholder_default,
    reserved_name,
    stale_translation,
    stray_blank,
    title_differs,
    unknown_audience,
    unknown_name,
    unknown_placeholder,
    unknown_sibling,
    unknown_slot,
    unreviewed_prerequisite,
    untaught_competency,
    untaught_need,
    wrong_level,
)
from houvast.source import RULES as READING_RULES
from houvast.source import Reading

_RULES = (
    broken_link,
    broken_plot,
    circular_prerequisites,
    duplicate_id,
    locale_differs,
    long_scenario,
    missing_lesson,
    missing_text,
    named_in_public,
    never_open,
    placeholder_default,
    reserved_name,
    stale_translation,
    stray_blank,
    title_differs,
    unknown_audience,
    unknown_name,
    unknown_placeholder,
    unknown_sibling,
    unknown_slot,
    unreviewed_prerequisite,
    untaught_competency,
    untaught_need,
    wrong_level,
)
_DATED_RULES = (overdue_fact, overdue_review)

RULES: tuple[Rule, ...] = (*(rule.RULE for rule in _RULES), *(rule.RULE for rule in _DATED_RULES), *allowances.RULES)


def check(reading: Reading, today: date | None = None) -> Iterator[Finding]:
    """Every finding of reading and of every rule that nobody allowed; with a day, also those of rules that ask for one.

    Rules over the whole are asked only where every file could be shaped. What is found in files that come with Houvast
    is told at the organisation's own.
    """
    found = list(reading.findings)
    if checked := reading.checked:
        found += (finding for rule in _RULES for finding in rule.check(checked))
        found += (finding for rule in _DATED_RULES if today for finding in rule.check(checked, today))
    known = {rule.code: rule for rule in (*READING_RULES, *RULES)}
    left = allowances.without_allowed(found, reading.allowances, known)
    yield from at_own.told_at_own(left, checked) if checked else left


__all__ = ["RULES", "check"]
