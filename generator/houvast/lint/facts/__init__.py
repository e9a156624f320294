"""Rules of facts: what is claimed of law and research, and by when it is read again."""

from houvast.lint.facts import (
    overdue_fact,
    overdue_review,
)
from houvast.lint.family import RuleModule

MODULES: tuple[RuleModule, ...] = (
    overdue_fact,
    overdue_review,
)
