"""Rules of drafts: what lies in `drafts/` and has not been decided, and what `provenance/` says of what has."""

from houvast.lint.family import rules_in

MODULES = rules_in(__name__, __path__)
