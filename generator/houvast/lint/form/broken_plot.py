"""A scenario can be played from its start to an ending, whatever is chosen."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model import DEBRIEF, Node, Plot
from houvast.model.play import play
from houvast.source import Checked

RULE = Rule(
    "N103",
    "broken-plot",
    why="A node that nothing leads to is never read; a node without a way on leaves the learner there.",
    bad="A node without choices that is no ending.",
    good="Every node is reached, leads on or is an ending; one ending is good; a debrief closes the file.",
    way_out="add a choice that leads there or on, mark an ending, or remove the node",
)


TAKEN = frozenset({"content", "houvast-notice"})
"""Addresses within a page that the frame has."""


def check(checked: Checked) -> Iterator[Finding]:
    """Walk every plot from its first node."""
    for scenario in checked.catalogue.scenarios.values():
        for plot in scenario.plots.values():
            for line, message in _faults(plot):
                yield Finding.of(RULE, checked.line(plot.file, line), message)


def _faults(plot: Plot) -> Iterator[tuple[int, str]]:
    if not plot.nodes:
        yield 1, "there are no nodes"
        return
    ids = [node.id for node in plot.nodes]
    for index, node in enumerate(plot.nodes):
        if node.id and node.id in ids[:index]:
            yield node.line, f"`{node.id}` is the id of two nodes"
    if DEBRIEF not in ids:
        yield plot.nodes[-1].line, f"no node has the id `{DEBRIEF}`"
    if not any(node.ending == "good" for node in plot.nodes):
        yield 1, "no ending is good"
    reached = _reached(plot)
    stuck = play(plot).stuck
    for node in plot.nodes:
        if node.id != DEBRIEF and node.id not in reached:
            yield node.line, f"nothing leads to `{node.id}`"
        elif node.choices and node.id in stuck:
            yield node.line, f"from `{node.id}` no choice ever leads to an ending"
        yield from _faults_of(node)


def _faults_of(node: Node) -> Iterator[tuple[int, str]]:
    if node.id in TAKEN:
        yield node.line, f"`{node.id}` is the address of another part of the page"
    if node.id == DEBRIEF:
        return
    if node.ending:
        if [choice.target for choice in node.choices] != [DEBRIEF]:
            yield node.line, f"`{node.id}` is an ending: its one link leads to the debrief"
    elif not node.choices:
        yield node.line, f"`{node.id}` leads nowhere and is no ending"
    elif all(choice.condition for choice in node.choices):
        yield node.line, f"every choice of `{node.id}` has a condition; one stays open to all"


def _reached(plot: Plot) -> set[str]:
    reached: set[str] = set()
    open_names = [plot.nodes[0].id]
    while open_names:
        name = open_names.pop()
        if name not in reached and (node := plot.node(name)):
            reached.add(name)
            open_names += [choice.target for choice in node.choices]
    return reached
