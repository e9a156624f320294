"""Rules of wording: how hard a text reads, and the words of the house."""

from houvast.lint.family import RuleModule
from houvast.lint.wording import (
    forbidden_variant,
    generic_pronoun,
    hard_to_read,
    heading_jump,
    link_text,
    long_sentence,
    mixed_address,
    netherlands_dutch,
    unapproved_tool,
)

MODULES: tuple[RuleModule, ...] = (
    forbidden_variant,
    generic_pronoun,
    hard_to_read,
    heading_jump,
    link_text,
    long_sentence,
    mixed_address,
    netherlands_dutch,
    unapproved_tool,
)
