"""A rule of "May I do this?" answers something."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "U102",
    "idle-rule",
    why="The first rule that holds answers. One that never does looks like an agreement, and is none.",
    bad="a rule without `when`, and under it a rule for `use: [record]`",
    good="the rule for `use: [record]` first",
    way_out="put it above the rules that answer before it, change its `when`, or leave it out",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Ask everything, and tell which rules nothing came to."""
    may_i = checked.catalogue.may_i
    answering = {
        rule.id
        for asked in may_i.combinations(checked.catalogue.organisation.systems)
        if (rule := may_i.rule_for(asked))
    }
    for index, rule in enumerate(may_i.rules):
        if rule.id not in answering:
            yield Finding.of(RULE, checked.place("may-i.yml", "rules", index), f"`{rule.id}` never answers")
