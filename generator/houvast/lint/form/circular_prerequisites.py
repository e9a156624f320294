"""No module comes before itself, and no role builds on itself."""

from collections.abc import Iterator, Mapping

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R102",
    "circular-prerequisites",
    why="Modules that require each other can never be begun; roles that build on each other need what nobody says.",
    bad="`judge` requires `direct`, and `direct` requires `judge`.",
    good="One of the two comes first.",
    way_out="take one of these out of `requires` or `builds_on`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Follow `requires` from every module and `builds_on` from every role; a circle is told once, from its first id."""
    modules, roles = checked.catalogue.modules, checked.catalogue.roles
    requires = {name: module.sheet.requires for name, module in modules.items()}
    for start, way in _circles(requires):
        yield Finding.of(RULE, checked.place(modules[start].sheet.file, "requires"), _sentence(way, "requires"))
    for start, way in _circles({name: role.builds_on for name, role in roles.items()}):
        yield Finding.of(RULE, checked.place(roles[start].file, "builds_on"), _sentence(way, "builds on"))


def _circles(ways: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    told: set[frozenset[str]] = set()
    for start in ways:
        for way in _ways_back(start, ways):
            if frozenset(way) not in told:
                told.add(frozenset(way))
                yield start, way


def _ways_back(start: str, ways: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    seen: set[str] = set()
    open_ways: list[tuple[str, ...]] = [(start,)]
    while open_ways:
        way = open_ways.pop()
        for name in ways.get(way[-1], ()):
            if name == start:
                yield way
            elif name not in seen:
                seen.add(name)
                open_ways.append((*way, name))


def _sentence(way: tuple[str, ...], verb: str) -> str:
    if len(way) == 1:
        return f"`{way[0]}` {verb} itself"
    return ", ".join(f"`{one}` {verb} `{next_}`" for one, next_ in zip(way, (*way[1:], way[0]), strict=True))
