"""Merge two YAML files that hold things by id: all of both, and of two with one id the first file's."""

from houvast.diagnostics import Place
from houvast.source.yaml import KeyPath, Located, Value


def merged(first: Located, second: Located) -> Located:
    """Section by section, with the place of every value in the file it came from.

    A section is a mapping by id, or a list of entries with an `id`. One of another form is the first file's alone.
    """
    if not isinstance(first.value, dict) or not isinstance(second.value, dict):
        return first
    value = {**second.value, **first.value}
    places = {path: place for path, place in second.places.items() if path[:1] not in {(key,) for key in first.value}}
    places |= first.places
    for section in first.value.keys() & second.value.keys():
        own, other = first.value[section], second.value[section]
        if isinstance(own, dict) and isinstance(other, dict):
            left = {name: held for name, held in other.items() if name not in own}
            value[section] = {**own, **left}
            for name in left:
                places |= _moved(second, (section, name), (section, name))
        elif isinstance(own, list) and isinstance(other, list):
            taken = [_id(entry) for entry in own]
            kept = [index for index, entry in enumerate(other) if _id(entry) not in taken]
            value[section] = [*own, *(other[index] for index in kept)]
            for index, old in enumerate(kept, start=len(own)):
                places |= _moved(second, (section, old), (section, index))
    return Located(value, places)


def _moved(located: Located, old: KeyPath, new: KeyPath) -> dict[KeyPath, Place]:
    """The places at and under a path, for another path."""
    return {(*new, *path[2:]): place for path, place in located.places.items() if path[:2] == old}


def _id(entry: Value) -> Value:
    return entry.get("id") if isinstance(entry, dict) else None
