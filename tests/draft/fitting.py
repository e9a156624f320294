"""The least value that a JSON Schema takes, so that a pretended model can answer any question."""

from collections.abc import Mapping


def fitting(schema: Mapping[str, object], root: Mapping[str, object] | None = None) -> object:
    """A value that the schema takes: the first of an enum, the first way of a choice, as few entries as may be."""
    root = schema if root is None else root
    match schema:
        case {"$ref": str(address)}:
            return fitting(_at(root, address), root)
        case {"const": value} | {"enum": [value, *_]}:
            return value
        case {"anyOf": [dict(first), *_]} | {"allOf": [dict(first), *_]}:
            return fitting(first, root)
        case {"type": "object"}:
            fields = schema.get("properties", {})
            assert isinstance(fields, dict)
            return {name: fitting(of, root) for name, of in fields.items()}
        case {"type": "array"}:
            least, of = schema.get("minItems", 1), schema.get("items", {})
            assert isinstance(least, int) and isinstance(of, dict)
            return [fitting(of, root) for _ in range(max(1, least))]
        case {"type": "string"}:
            return "A short text."
        case {"type": "integer" | "number"}:
            return schema.get("minimum", 1)
        case {"type": "boolean"}:
            return True
        case {"type": "null"}:
            return None
        case _:
            raise AssertionError(f"no value is known for {schema}")


def _at(root: Mapping[str, object], address: str) -> Mapping[str, object]:
    here: object = root
    for part in address.removeprefix("#/").split("/"):
        assert isinstance(here, dict)
        here = here[part]
    assert isinstance(here, dict)
    return here
