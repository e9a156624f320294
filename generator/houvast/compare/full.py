"""Changes for somebody at a terminal: short, with headings, one line each."""

from collections.abc import Iterator, Sequence

from houvast.compare.change import Changes, PathChange
from houvast.compare.sentence import Item, Said
from houvast.compare.told import ENTRIES, PATHS, UNITS, entry_items, summary, unit_items
from houvast.compare.told_path import path_notes, path_sizes, units_with_minutes

MARKS = {"value": "{}", "title": '"{}"', "copy": "`{}`"}


def format_full(changes: Changes, base: str) -> str:
    """What changed since `base`, as plain text without a last line end."""
    if not changes.is_any:
        return summary(changes)
    lines = [f"Compared with {Said(base).line}: {summary(changes)}"]
    paths = [_path(path) for path in changes.paths]
    for heading, items in ((UNITS, unit_items(changes)), (ENTRIES, entry_items(changes)), (PATHS, paths)):
        if items:
            lines += ["", heading, *(line for item in items for line in _lines(item, 1))]
    return "\n".join(lines)


def format_paths(paths: Sequence[PathChange]) -> str:
    """How learning paths changed, as plain text without a last line end."""
    return "\n".join(line for path in paths for line in _lines(_path(path), 0))


def _lines(item: Item, depth: int) -> Iterator[str]:
    yield "  " * depth + "".join(_shown(piece) for piece in item.sentence)
    for held in item.under:
        yield from _lines(held, depth + 1)


def _shown(piece: str | Said) -> str:
    return piece if isinstance(piece, str) else MARKS[piece.style].format(piece.line)


def _path(path: PathChange) -> Item:
    under = [("new on it: ", *units_with_minutes(path.added))] if path.added else []
    under += [("no longer on it: ", *units_with_minutes(path.dropped))] if path.dropped else []
    under += path_notes(path)
    head = (Said(path.role), " at ", Said(path.pace), ": ", path_sizes(path))
    return Item(head, tuple(Item(sentence) for sentence in under))
