"""A choice with a condition is open on some way through the story."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model.play import play
from houvast.source import Checked

RULE = Rule(
    "N104",
    "never-open",
    why="A choice that nobody can ever take is work for nothing, and hides a slip in the effects.",
    bad="`if: trust >= 3`, where no way to it gives more than 2",
    good="`if: trust >= 1`",
    way_out="change the condition, or the effects on the way to it",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Play every plot in every way, and tell which conditions never held in a node that was reached."""
    for scenario in checked.catalogue.scenarios.values():
        for plot in scenario.plots.values():
            if not plot.nodes:
                continue
            outcome = play(plot)
            reached = {name for name, _ in outcome.ever_open}
            for node in plot.nodes:
                for position, choice in enumerate(node.choices):
                    if choice.condition and node.id in reached and (node.id, position) not in outcome.ever_open:
                        written = f"{choice.condition.meter} {choice.condition.relation} {choice.condition.value}"
                        place = checked.line(plot.file, choice.line)
                        yield Finding.of(RULE, place, f"`if: {written}` can never hold in `{node.id}`")
