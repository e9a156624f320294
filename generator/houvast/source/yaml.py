"""Read YAML strictly: plain values only, each with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from houvast.diagnostics import Finding, Place
from houvast.source.rules import DUPLICATE_KEY, YAML_FEATURE, YAML_SYNTAX

DEEPEST = 12
"""Levels of nesting. The deepest shape of ours has seven."""

KeyPath = tuple[str | int, ...]
Value = str | int | bool | None | list["Value"] | dict[str | int, "Value"]


@dataclass(frozen=True, slots=True)
class Located:
    """A value read from YAML, and where every value in it stands, by its path of keys. The root always has a place."""

    value: Value
    places: Mapping[KeyPath, Place]

    def place(self, path: KeyPath) -> Place:
        """Where the value at this path stands, or the nearest one around it."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]


class _Refused(yaml.MarkedYAMLError):
    """YAML that is well formed but uses what a course may not."""


class _PlainLoader(yaml.SafeLoader):
    """Composes nodes; knows true, false, null and whole numbers, and refuses tags, anchors and aliases."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, object]]] = {}  # noqa: RUF012 (PyYAML's own attribute)
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(problem="anchors and aliases are not taken here", problem_mark=event.start_mark)
        if getattr(event, "tag", None):
            raise _Refused(problem="tags are not taken here", problem_mark=event.start_mark)
        if self.depth >= DEEPEST:
            raise _Refused(problem=f"nested deeper than {DEEPEST} levels", problem_mark=event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?(?:0|[1-9][0-9]{0,8})$", "-0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    _PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def read_yaml(text: str, shown: str) -> tuple[Located | None, list[Finding]]:
    """The value of a YAML text with its places, and what is wrong with it. None if it cannot be read at all."""
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        rule = YAML_FEATURE if isinstance(problem, _Refused) else YAML_SYNTAX
        return None, [Finding.of(rule, place, f"the YAML cannot be read: {problem.problem or problem.context}")]
    except yaml.YAMLError as problem:
        return None, [Finding.of(YAML_SYNTAX, Place(shown), f"the YAML cannot be read: {str(problem).splitlines()[0]}")]
    finally:
        loader.dispose()
    if node is None:
        return Located({}, {(): Place(shown)}), []
    places: dict[KeyPath, Place] = {}
    findings: list[Finding] = []
    return Located(_plain(node, (), places, findings, shown), places), findings


def _plain(node: yaml.Node, path: KeyPath, places: dict[KeyPath, Place], findings: list[Finding], shown: str) -> Value:
    places[path] = Place(shown, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(held, (*path, index), places, findings, shown) for index, held in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _plain_mapping(node, path, places, findings, shown)
    return _scalar(node)


def _plain_mapping(
    node: yaml.MappingNode, path: KeyPath, places: dict[KeyPath, Place], findings: list[Finding], shown: str
) -> dict[str | int, Value]:
    mapping: dict[str | int, Value] = {}
    for key_node, value_node in node.value:
        key = _scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        place = Place(shown, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key is None or isinstance(key, bool):
            findings.append(Finding.of(YAML_SYNTAX, place, "a key is a word"))
            continue
        if key in mapping:
            findings.append(Finding.of(DUPLICATE_KEY, place, f"`{key}` stands here for the second time"))
            continue
        mapping[key] = _plain(value_node, (*path, key), places, findings, shown)
        places[(*path, key)] = place
    return mapping


def _scalar(node: yaml.Node) -> str | int | bool | None:
    match node.tag.rpartition(":")[2]:
        case "int":
            return int(node.value)
        case "bool":
            return bool(node.value == "true")
        case "null":
            return None
        case _:
            return str(node.value)
