"""A scenario fits in one session of every pace."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "T104",
    "long-scenario",
    why="A lesson is split where a session is short; a story in the middle of a choice cannot be.",
    bad="minutes: 40, where a pace has sessions of 10 minutes",
    good="minutes: 7",
    way_out="shorten the scenario, or make two of it",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare every scenario with the shortest session there is."""
    shortest = min((pace.minutes_per_session for pace in checked.catalogue.paces.values()), default=0)
    for scenario in checked.catalogue.scenarios.values():
        if scenario.sheet.minutes > shortest > 0:
            place = checked.place(scenario.sheet.file, "minutes")
            yield Finding.of(RULE, place, f"{scenario.sheet.minutes} minutes, and a session may have {shortest}")
