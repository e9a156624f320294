"""Rules of teaching: what a path has to hold for somebody to learn from it."""

from houvast.lint.family import RuleModule
from houvast.lint.teaching import (
    few_intentions,
    long_scenario,
    untaught_competency,
    untaught_need,
    wrong_level,
)

MODULES: tuple[RuleModule, ...] = (
    few_intentions,
    long_scenario,
    untaught_competency,
    untaught_need,
    wrong_level,
)
