"""Rules over the whole catalogue: one rule, one file, with why, bad, good and its check."""

from collections.abc import Collection, Iterator
from datetime import date

from houvast.diagnostics import Finding, Rule
from houvast.lint import (
    allowances,
    at_own,
    broken_link,
    broken_plot,
    circular_prerequisites,
    duplicate_id,
    few_intentions,
    idle_rule,
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
    unanswered_use,
    unknown_audience,
    unknown_in_may_i,
    unknown_name,
    unknown_placeholder,
    unknown_sibling,
    unknown_slot,
    unreviewed_prerequisite,
    unsafe_yes,
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
    few_intentions,
    idle_rule,
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
    unanswered_use,
    unknown_audience,
    unknown_in_may_i,
    unknown_name,
    unknown_placeholder,
    unknown_sibling,
    unknown_slot,
    unreviewed_prerequisite,
    unsafe_yes,
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
        broken = {_unit_folder(finding) for finding in found if finding.is_error}
        found += (finding for rule in _RULES for finding in rule.check(checked) if not _follows(finding, broken))
        found += (finding for rule in _DATED_RULES if today for finding in rule.check(checked, today))
    known = {rule.code: rule for rule in (*READING_RULES, *RULES)}
    left = allowances.without_allowed(found, reading.allowances, known)
    yield from at_own.told_at_own(left, checked) if checked else left


def _unit_folder(finding: Finding) -> str:
    """The folder of the module or scenario that a finding is about."""
    return finding.place.path.rpartition("/")[0].removesuffix("/for")


def _follows(finding: Finding, broken: Collection[str]) -> bool:
    """Whether a difference between languages only follows from a mistake in one of them, which is told itself."""
    return finding.rule is locale_differs.RULE and _unit_folder(finding) in broken


__all__ = ["RULES", "check"]
