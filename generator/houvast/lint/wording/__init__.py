"""Rules of wording: how hard a text reads, and the words of the house."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
