"""Rules of teaching: what a path has to hold for somebody to learn from it."""

from houvast.lint.family import RuleModule
from houvast.lint.teaching import (
    few_applied,
    few_critical_cases,
    few_intentions,
    few_siblings,
    late_prerequisite,
    long_core,
    long_scenario,
    no_sources,
    no_worked_example,
    unmeasured_level,
    untaught_competency,
    untaught_need,
    wrong_level,
    wrong_minutes,
)

MODULES: tuple[RuleModule, ...] = (
    few_intentions,
    long_scenario,
    untaught_competency,
    untaught_need,
    wrong_level,
    unmeasured_level,
    few_applied,
    few_critical_cases,
    few_siblings,
    wrong_minutes,
    late_prerequisite,
    long_core,
    no_worked_example,
    no_sources,
)
