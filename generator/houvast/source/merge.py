"""Merge two YAML files that hold things by id: all of both, and of two with one id the first file's."""

from collections.abc import Iterator

from houvast.diagnostics import Place
from houvast.source.yaml import KeyPath, Located, Value


def merged(first: Located, second: Located) -> Located:
    """Section by section, with the place of every value in the file it came from.

    A section is a mapping by id, or a list of entries with an `id`. One of another form is the first file's alone. In a
    list what is only in the first comes first, and of two with one id the first file's takes the place of the other.
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
            places = {path: place for path, place in places.items() if path[:1] != (section,) or len(path) == 1}
            entries: list[Value] = []
            for located, held, old in _in_order((first, own), (second, other)):
                places |= _moved(located, (section, old), (section, len(entries)))
                entries.append(held[old])
            value[section] = entries
    return Located(value, places)


Entries = tuple[Located, list[Value]]


def _in_order(first: Entries, second: Entries) -> Iterator[tuple[Located, list[Value], int]]:
    """Each entry of two lists once: the file it is from, its list, and its index there."""
    own, other = first[1], second[1]
    known = {_id(entry) for entry in other} - {None}
    yield from ((*first, index) for index, entry in enumerate(own) if _id(entry) not in known)
    for index, entry in enumerate(other):
        instead = [at for at, held in enumerate(own) if _id(held) == _id(entry) and _id(entry) in known]
        yield from ((*first, at) for at in instead)
        if not instead:
            yield (*second, index)


def _moved(located: Located, old: KeyPath, new: KeyPath) -> dict[KeyPath, Place]:
    """The places at and under a path, for another path."""
    return {(*new, *path[2:]): place for path, place in located.places.items() if path[:2] == old}


def _id(entry: Value) -> str | None:
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else None
