"""Every question that "May I do this?" lets somebody ask has an answer."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "U101",
    "unanswered-use",
    why="Who asks “may I do this?” at work and gets nothing, does as they please.",
    bad="rules that only say what may not",
    good="- {id: otherwise, answer: ask, because: {nl: …}, ask: ai}",
    way_out="add a rule for it under `rules`; a last one without `when` answers all that is left",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Ask everything, in each system and in another tool; tell it once for each use."""
    may_i = checked.catalogue.may_i
    unanswered: dict[str, list[str]] = {}
    for asked in may_i.combinations(checked.catalogue.organisation.systems):
        if may_i.rule_for(asked) is None:
            unanswered.setdefault(asked.use.id, []).append(f"{asked.data} in {asked.system}")
    for index, use in enumerate(may_i.uses):
        if left := unanswered.get(use.id):
            more = f" and {len(left) - 1} more" if len(left) > 1 else ""
            message = f"nothing answers `{use.id}` with data that are {left[0]}{more}"
            yield Finding.of(RULE, checked.place("may-i.yml", "uses", index), message)
