"""Rules of wording: how hard a text reads, and the words of the house."""

from houvast.lint.family import RuleModule

MODULES: tuple[RuleModule, ...] = ()
