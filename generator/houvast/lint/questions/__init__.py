"""Rules of questions: flaws in the writing that give an answer away, or ask nothing."""

from houvast.lint.family import RuleModule

MODULES: tuple[RuleModule, ...] = ()
