"""No rule of "May I do this?" says yes to what is banned, or to more than a system may hold."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model import Asked
from houvast.source import Checked

RULE = Rule(
    "U103",
    "unsafe-yes",
    why="A colleague does what the page says. A rule too wide would send data where they may not go.",
    bad="- {id: team-plan, when: {use: [plan]}, answer: yes, because: {nl: …}}",
    good="- {id: team-plan, when: {use: [plan], above: false, system: [chat]}, answer: yes, because: {nl: …}}",
    way_out="make its `when` narrower, or answer `ask` or `no`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at every combination that a rule says yes to; tell it once for each rule."""
    may_i = checked.catalogue.may_i
    told: dict[str, str] = {}
    for asked in may_i.combinations(checked.catalogue.organisation.systems):
        rule = may_i.rule_for(asked)
        if rule and rule.answer in {"yes", "first"} and (fault := _fault(asked)):
            told.setdefault(rule.id, fault)
    for index, rule in enumerate(may_i.rules):
        if fault := told.get(rule.id):
            yield Finding.of(RULE, checked.place("may-i.yml", "rules", index), f"`{rule.id}` says yes to {fault}")


def _fault(asked: Asked) -> str | None:
    if asked.use.risk == "prohibited":
        return f"`{asked.use.id}`, which is prohibited"
    return f"data that are {asked.data} in `{asked.system}`, which may not hold them" if asked.is_above else None
