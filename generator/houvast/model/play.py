"""Every way a plot can be played: which situations are reached, and which choices are ever open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houvast.model.scenario import DEBRIEF, Choice, Condition, Meter, Node, Plot

LOWEST, HIGHEST = -5, 5

State = tuple[str, tuple[int, ...]]
"""The id of a node, and the values of the meters that conditions ask for."""


@dataclass(frozen=True, slots=True)
class Play:
    """What can happen in a plot: each choice that is ever open, by node and position; where no ending is in reach."""

    ever_open: frozenset[tuple[str, int]]
    stuck: frozenset[str]


def play(plot: Plot) -> Play:
    """Play a plot in every way from its first node; a choice that leads nowhere is not followed."""
    conditions = (choice.condition for node in plot.nodes for choice in node.choices if choice.condition)
    meters = tuple(sorted({condition.meter for condition in conditions}))
    nodes = {node.id: node for node in plot.nodes}
    start: State = (plot.nodes[0].id, (0,) * len(meters))
    ways: dict[State, set[State]] = {}
    ever_open: set[tuple[str, int]] = set()
    waiting = [start]
    while waiting:
        state = waiting.pop()
        if state in ways:
            continue
        node = nodes[state[0]]
        ways[state] = set()
        for position, choice in _open_choices(node, state, meters):
            ever_open.add((node.id, position))
            if choice.target in nodes and not node.ending:
                ways[state].add((choice.target, _moved(choice, state[1], meters)))
        waiting += ways[state]
    ended = {state for state in ways if nodes[state[0]].ending}
    stuck = {name for name, _ in ways.keys() - _leading_to(ended, ways) if name != DEBRIEF}
    return Play(frozenset(ever_open), frozenset(stuck))


def _open_choices(node: Node, state: State, meters: tuple[Meter, ...]) -> Iterator[tuple[int, Choice]]:
    values = dict(zip(meters, state[1], strict=True))
    for position, choice in enumerate(node.choices):
        if choice.condition is None or _holds(choice.condition, values):
            yield position, choice


def _holds(condition: Condition, values: Mapping[Meter, int]) -> bool:
    value = values[condition.meter]
    return value >= condition.value if condition.relation == ">=" else value <= condition.value


def _moved(choice: Choice, values: tuple[int, ...], meters: tuple[Meter, ...]) -> tuple[int, ...]:
    """The meters after a choice, each kept between its lowest and its highest."""
    changes = {meter: sum(effect.change for effect in choice.effects if effect.meter == meter) for meter in meters}
    moved = zip(meters, values, strict=True)
    return tuple(min(HIGHEST, max(LOWEST, value + changes[meter])) for meter, value in moved)


def _leading_to(ended: set[State], ways: Mapping[State, set[State]]) -> set[State]:
    before: dict[State, set[State]] = {state: set() for state in ways}
    for state, nexts in ways.items():
        for next_ in nexts:
            before[next_].add(state)
    leading, waiting = set(ended), list(ended)
    while waiting:
        new = before[waiting.pop()] - leading
        leading |= new
        waiting += new
    return leading
