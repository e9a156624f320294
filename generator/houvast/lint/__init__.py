"""Rules over the whole catalogue: one rule, one file, with why, bad, good and its check."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.lint import (
    broken_link,
    broken_plot,
    circular_prerequisites,
    duplicate_id,
    locale_differs,
    long_scenario,
    missing_lesson,
    missing_text,
    placeholder_default,
    reserved_name,
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
from houvast.source import Checked

_RULES = (
    broken_link,
    broken_plot,
    circular_prerequisites,
    duplicate_id,
    locale_differs,
    long_scenario,
    missing_lesson,
    missing_text,
    placeholder_default,
    reserved_name,
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

RULES: tuple[Rule, ...] = tuple(rule.RULE for rule in _RULES)


def check(checked: Checked) -> Iterator[Finding]:
    """Every finding of every rule."""
    for rule in _RULES:
        yield from rule.check(checked)


__all__ = ["RULES", "check"]
