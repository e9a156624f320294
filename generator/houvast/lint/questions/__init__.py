"""Rules of questions: flaws in the writing that give an answer away, or ask nothing."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
