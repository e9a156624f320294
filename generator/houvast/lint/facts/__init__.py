"""Rules of facts: what is claimed of law and research, and by when it is read again."""

from houvast.lint.facts import (
    claim_outside_facts,
    false_claim,
    overdue_fact,
    overdue_review,
    promise,
    weak_source,
)
from houvast.lint.family import RuleModule

MODULES: tuple[RuleModule, ...] = (
    claim_outside_facts,
    false_claim,
    overdue_fact,
    overdue_review,
    promise,
    weak_source,
)
