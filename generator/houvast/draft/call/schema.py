"""The JSON Schema of an answer, as strict endpoints take it."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

DEEPEST = 5
"""Levels of objects and lists that every strict endpoint takes."""

_BOUNDS = {"pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"} | {
    "minItems",
    "maxItems",
}
_DROPPED = {"title", "default", "minLength", "maxLength", "discriminator", "$defs"}
_REFUSED = {
    "oneOf": "it chooses between shapes by a tag; write a plain union",
    "prefixItems": "it has a tuple; write a list or named fields",
    "allOf": "it puts shapes together; write one",
    "patternProperties": "it has free keys; write a list of pairs",
}

Schema = dict[str, object]


class NotStrict(ValueError):
    """A shape that some endpoint would refuse: a mistake of ours, to be found by a test."""


def strict_schema(
    wire: type[BaseModel],
    choices: Mapping[str, tuple[str, ...]] | None = None,
    counts: Mapping[str, int] | None = None,
    *,
    keeps_bounds: bool = True,
    keeps_lengths: bool = False,
) -> Schema:
    """The schema of a shape, with the fields named in `choices` narrowed to some values, and the lists
    named in `counts` to so many entries. Raises NotStrict.

    A grammar that enforces a length cuts a sentence in the middle and calls that an answer. So lengths are sent where
    a small model would write on without end, and nowhere else.
    """
    root = wire.model_json_schema()
    if "properties" not in root:
        raise NotStrict(f"{wire.__name__}: its root is no object with fields")
    strict = _Strict(
        root.get("$defs", {}), choices or {}, (counts or {}) if keeps_bounds else {}, keeps_bounds, keeps_lengths
    )
    written = strict.of(root, wire.__name__, ())
    return written | {"$defs": strict.named} if strict.named else written


class _Strict:
    def __init__(
        self,
        shapes: Mapping[str, Schema],
        choices: Mapping[str, tuple[str, ...]],
        counts: Mapping[str, int],
        keeps_bounds: bool,
        keeps_lengths: bool,
    ) -> None:
        self.named: Schema = {}
        """The shapes that are referred to by name."""
        self._shapes = shapes
        self._choices = choices
        self._counts = counts
        dropped = _DROPPED if keeps_bounds else _DROPPED | _BOUNDS
        self._dropped = dropped - {"maxLength"} if keeps_lengths else dropped

    def of(self, schema: Schema, where: str, inside: tuple[str, ...]) -> Schema:
        """The schema without what endpoints refuse."""
        if isinstance(address := schema.get("$ref"), str):
            return self._named(schema, address, where, inside)
        for word, why in _REFUSED.items():
            if word in schema:
                raise self._no(where, why)
        plain = {name: value for name, value in schema.items() if name not in self._dropped}
        if "const" in plain:
            plain["enum"] = [plain.pop("const")]
        if schema.get("type") == "object":
            return self._object(plain, where, inside)
        if isinstance(of := plain.get("items"), dict):
            plain["items"] = self.of(of, f"{where}[]", inside)
        elif schema.get("type") == "array":
            raise self._no(where, "it does not say what the list holds")
        if isinstance(ways := plain.get("anyOf"), Sequence):
            plain["anyOf"] = [self.of(way, where, inside) for way in ways]
        if not plain.keys() & {"type", "enum", "anyOf"}:
            raise self._no(where, "it may be anything; give it a type")
        return plain

    def _named(self, schema: Schema, address: str, where: str, inside: tuple[str, ...]) -> Schema:
        """A reference by name; where more stands beside it, which strict endpoints refuse, the shape itself."""
        shape = address.rpartition("/")[2]
        if shape in inside:
            raise self._no(where, "it holds itself; write a flat list with ids")
        written = self.of(self._shapes[shape], where, (*inside, shape))
        if beside := {name: of for name, of in schema.items() if name not in self._dropped | {"$ref"}}:
            return written | beside
        self.named[shape] = written
        return {"$ref": address}

    def _object(self, schema: Schema, where: str, inside: tuple[str, ...]) -> Schema:
        fields = schema.get("properties")
        if not isinstance(fields, dict) or not fields or isinstance(schema.get("additionalProperties"), dict):
            raise self._no(where, "it has free keys; write a list of pairs")
        if schema.get("additionalProperties") is not False:
            raise self._no(where, 'it is open; set extra="forbid"')
        if missing := fields.keys() - set(_texts(schema.get("required"))):
            raise self._no(where, f"`{min(missing)}` has a default; an answer says everything")
        if where.count(".") + where.count("[]") >= DEEPEST:
            raise self._no(where, f"it goes deeper than {DEEPEST} levels")
        held = {name: self._field(name, of, f"{where}.{name}", inside) for name, of in fields.items()}
        return schema | {"properties": held, "required": list(held)}

    def _field(self, name: str, schema: Schema, where: str, inside: tuple[str, ...]) -> Schema:
        if name in self._choices and schema.get("type") == "string":
            return {"type": "string", "enum": list(self._choices[name])}
        written = self.of(schema, where, inside)
        if name in self._counts and schema.get("type") == "array":
            written |= {"minItems": self._counts[name], "maxItems": self._counts[name]}
        return written

    def _no(self, where: str, why: str) -> NotStrict:
        return NotStrict(f"{where}: {why}")


def _texts(value: object) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
