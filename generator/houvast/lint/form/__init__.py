"""Rules of form: what a build cannot work with, and what learners would stumble over."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
