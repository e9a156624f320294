"""Rules over the whole catalogue: one rule, one file, with why, bad, good and its check; a folder for each family."""

import dataclasses
from collections.abc import Collection, Iterator
from datetime import date

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint import allowances, at_own, drafts, facts, form, questions, teaching, wording
from houvast.lint.form import locale_differs, to_do
from houvast.source import RULES as READING_RULES
from houvast.source import Checked, Reading

_QUALITY = (*teaching.MODULES, *questions.MODULES, *wording.MODULES, *facts.MODULES)
"""Asked of a module, scenario or handout once nothing is left to do in it."""

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "Form": (*(module.RULE for module in form.MODULES), *allowances.RULES),
    "Drafts": tuple(module.RULE for module in drafts.MODULES),
    "Teaching": tuple(module.RULE for module in teaching.MODULES),
    "Questions": tuple(module.RULE for module in questions.MODULES),
    "Wording": tuple(module.RULE for module in wording.MODULES),
    "Facts": tuple(module.RULE for module in facts.MODULES),
}
"""The rules over the whole, by what they are about."""

RULES: tuple[Rule, ...] = tuple(rule for rules in FAMILIES.values() for rule in rules)


def check(reading: Reading, today: date | None = None, *, only_errors: bool = False) -> Iterator[Finding]:
    """Every finding of reading and of every rule that nobody allowed; with a day, also those of rules that ask for one.

    With `only_errors` no rule is asked that looks how good a lesson is and stops no build: that is most of the work.

    Rules over the whole are asked only where every file could be shaped. What is found in files that come with Houvast
    is told at the organisation's own.
    """
    found = list(reading.findings)
    checked = dataclasses.replace(reading.checked, today=today) if reading.checked else None
    if checked:
        broken = {_unit_folder(finding) for finding in found if finding.is_error}
        found += (
            one
            for module in (*form.MODULES, *drafts.MODULES)
            for one in module.check(checked)
            if not _follows(one, broken)
        )
        unfinished = {_unit_folder(finding) for finding in found if finding.rule is to_do.RULE} & _unit_folders(checked)
        asked = [module for module in _QUALITY if not only_errors or module.RULE.severity is Severity.ERROR]
        found += (one for module in asked for one in module.check(checked) if _unit_folder(one) not in unfinished)
    known = {rule.code: rule for rule in (*READING_RULES, *RULES)}
    left = allowances.without_allowed(found, reading.allowances, known)
    yield from at_own.told_at_own(left, checked) if checked else left


def _unit_folder(finding: Finding) -> str:
    """The folder of the module, scenario or handout that a finding is about."""
    return finding.place.path.rpartition("/")[0].removesuffix("/for")


def _unit_folders(checked: Checked) -> set[str]:
    held = (*checked.catalogue.units.values(), *checked.catalogue.handouts.values())
    return {checked.shown(one.sheet.file).rpartition("/")[0] for one in held}


def _follows(finding: Finding, broken: Collection[str]) -> bool:
    """Whether a difference between languages only follows from a mistake in one of them, which is told itself."""
    return finding.rule is locale_differs.RULE and _unit_folder(finding) in broken


__all__ = ["FAMILIES", "RULES", "check"]
