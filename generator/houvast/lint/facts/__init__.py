"""Rules of facts: what is claimed of law and research, and by when it is read again."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
