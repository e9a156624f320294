"""The minutes a unit states are about those that its words and questions take."""

import heapq
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import lessons_of
from houvast.model import DEBRIEF, Depth, Lesson, Module, Plot, Scenario
from houvast.plan import WORDS_PER_MINUTE, Audience, as_written, weight_of, weight_of_node
from houvast.source import Checked

TIMES = 1.5
SLACK = 2
"""Our own bounds, wide on purpose: readers differ. Minutes beside the estimate times `TIMES`, or divided by it."""

RULE = Rule(
    "T205",
    "wrong-minutes",
    why="Learners and their managers plan by these minutes. Adults read 238 words of English non-fiction a minute, "
    f"most of them 175 to 300 (Brysbaert 2019). We reckon with {WORDS_PER_MINUTE}, for learners stop to think; with 24 "
    "to 72 seconds to answer a question; with three minutes for a prompt. These are our own estimates. So is the "
    f"tolerance: {TIMES} times as much or as little, and {SLACK} minutes more.",
    bad="minutes: {essentials: 20, full: 30, extra: 40}, for a lesson of 900 words and four questions",
    good="minutes: {essentials: 8, full: 12, extra: 14}, as somebody of the trade took them",
    way_out="let a colleague do it with a clock beside it, and state that; or shorten the text",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare what every unit states with an estimate over its text in the source locale."""
    for module, lesson in lessons_of(checked):
        yield from _of_module(checked, module, lesson)
    for scenario in checked.catalogue.scenarios.values():
        plot = scenario.plots.get(checked.catalogue.source_locale)
        if plot and scenario.sheet.status != "retired":
            yield from _of_scenario(checked, scenario, plot)


def _of_module(checked: Checked, module: Module, lesson: Lesson) -> Iterator[Finding]:
    """At each depth; one finding for all."""
    told: dict[str, str] = {}
    for depth in Depth:
        stated = module.minutes(depth)
        takes = sum(map(weight_of, as_written(lesson.content, Audience((), depth))))
        if not _is_near(stated, takes, takes):
            told[depth.written] = f"{stated} at `{depth.written}`, and it takes about {_whole(takes)}"
    if told:
        place = checked.place(module.sheet.file, "minutes", next(iter(told)))
        yield Finding.of(RULE, place, f"minutes of `{module.id}`: {'; '.join(told.values())}")


def _of_scenario(checked: Checked, scenario: Scenario, plot: Plot) -> Iterator[Finding]:
    """Between the quickest way through and all that there is to read."""
    stated, fewest, most = scenario.sheet.minutes, _quickest_way(plot), sum(map(weight_of_node, plot.nodes))
    if not _is_near(stated, fewest, most):
        message = f"minutes of `{scenario.id}`: {stated}, and it takes {_whole(fewest)} to {_whole(most)}"
        yield Finding.of(RULE, checked.place(scenario.sheet.file, "minutes"), message)


def _is_near(stated: int, fewest: float, most: float) -> bool:
    return fewest / TIMES - SLACK <= stated <= most * TIMES + SLACK


def _whole(minutes: float) -> int:
    return max(1, round(minutes))


def _quickest_way(plot: Plot) -> float:
    """The minutes of the quickest way from the first node to the debrief; 0 where none leads there: an error."""
    nodes = {node.id: node for node in plot.nodes}
    reached: dict[str, float] = {}
    open_ways = [(weight_of_node(node), node.id) for node in plot.nodes[:1]]
    while open_ways:
        minutes, name = heapq.heappop(open_ways)
        if name not in reached:
            reached[name] = minutes
            for choice in nodes[name].choices:
                if choice.target in nodes:
                    heapq.heappush(open_ways, (minutes + weight_of_node(nodes[choice.target]), choice.target))
    return reached.get(DEBRIEF, 0.0)
