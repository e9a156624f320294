"""No module comes before itself."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R102",
    "circular-prerequisites",
    why="Modules that require each other can never be begun.",
    bad="`judge` requires `direct`, and `direct` requires `judge`.",
    good="One of the two comes first.",
    way_out="take one of these out of `requires`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Follow `requires` from every module; a way back to it is told once, from the first module by id."""
    modules = checked.catalogue.modules
    told: set[frozenset[str]] = set()
    for start in modules:
        for way in _ways_back(start, {name: module.sheet.requires for name, module in modules.items()}):
            if frozenset(way) not in told:
                told.add(frozenset(way))
                place = checked.place(modules[start].sheet.file, "requires")
                yield Finding.of(RULE, place, _sentence(way))


def _ways_back(start: str, requires: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    seen: set[str] = set()
    open_ways: list[tuple[str, ...]] = [(start,)]
    while open_ways:
        way = open_ways.pop()
        for name in requires.get(way[-1], ()):
            if name == start:
                yield way
            elif name not in seen:
                seen.add(name)
                open_ways.append((*way, name))


def _sentence(way: tuple[str, ...]) -> str:
    if len(way) == 1:
        return f"`{way[0]}` requires itself"
    return ", ".join(f"`{one}` requires `{next_}`" for one, next_ in zip(way, (*way[1:], way[0]), strict=True))
