"""Rules of teaching: what a path has to hold for somebody to learn from it."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
