"""Where an item of a draft stands in its file, by what our reader makes of it; and the file without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from houvast.model import DraftedItem, DraftSheet, github_slug
from houvast.model.markup import plain_text
from houvast.source.content import ContentReader, names_bank
from houvast.source.markdown import Comment, Piece, Placed, heading_of, read_markdown
from houvast.source.question import keys_of
from houvast.source.yaml import Located, read_yaml

WEEK = "week-"
"""A moment of a hat has no id: `week-2` is the second that was not rejected."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a text, counted from 1, the last one included."""

    first: int
    last: int

    def of(self, text: str) -> str:
        """What stands in these lines of a text."""
        return "\n".join(text.split("\n")[self.first - 1 : self.last]).strip("\n")

    def holds(self, line: int) -> bool:
        """Whether a line is one of these."""
        return self.first <= line <= self.last


def lines_of(sheet: DraftSheet, item: DraftedItem, text: str) -> Lines | None:
    """Where an item stands in the text of its file; None where it does not, or is not apart from the rest."""
    if item.file.endswith(".yml"):
        return _in_yaml(sheet, item, text)
    pieces = read_markdown(text, item.file, item.file).pieces
    match item.kind:
        case "question":
            return _question(pieces, item.id)
        case "node":
            return _node(pieces, item.id)
        case "section":
            others = {other.id for other in sheet.items if other.kind == "question"}
            return _section(pieces, item.id, others)
        case _:
            return None


def without(text: str, lines: Lines) -> str:
    """A text without these lines, and with one empty line where they stood."""
    held = text.split("\n")
    before, after = held[: lines.first - 1], held[lines.last :]
    gap = [""] if not before or not before[-1].strip() or not after or not after[0].strip() else []
    while before and not before[-1].strip():
        before.pop()
    while after and not after[0].strip():
        after.pop(0)
    return "\n".join((*before, *gap, *after)).rstrip("\n") + "\n"


def _id_below(pieces: Sequence[Piece], index: int) -> str:
    """The id in the comment under a heading, or nothing."""
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    return dict(keys_of(below)).get("id", "") if isinstance(below, Comment) else ""


def _question(pieces: Sequence[Piece], name: str) -> Lines | None:
    for index, piece in enumerate(pieces):
        if (heading := heading_of(piece)) and _id_below(pieces, index) == name:
            reader = ContentReader("", pieces, {})
            reader.at = index
            tuple(reader.under_heading(heading))
            return Lines(piece.line, pieces[reader.at - 1].end)
    return None


def _node(pieces: Sequence[Piece], name: str) -> Lines | None:
    starts = [index for index, piece in enumerate(pieces) if heading_of(piece, 2)]
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        if _id_below(pieces, start) == name:
            return Lines(pieces[start].line, pieces[end - 1].end)
    return None


def _section(pieces: Sequence[Piece], name: str, questions: set[str]) -> Lines | None:
    """A heading with what is below it: up to the next like it, the bank, a drafted question or the end of a part."""
    for index, piece in enumerate(pieces):
        heading = heading_of(piece)
        if not heading or github_slug(plain_text(heading.pieces)) != name:
            continue
        depth, last = 0, index
        for at in range(index + 1, len(pieces)):
            below, held = heading_of(pieces[at]), pieces[at]
            depth += _opened(held)
            if depth < 0 or (below and (below.level <= heading.level or _id_below(pieces, at) in questions)):
                break
            if isinstance(held, Placed) and names_bank(held.block):
                break
            last = at
        return Lines(piece.line, pieces[last].end)
    return None


def _opened(piece: Piece) -> int:
    word = piece.text.partition(":")[0].strip() if isinstance(piece, Comment) else ""
    return 1 if word in {"depth", "only", "slot"} else -1 if word == "end" else 0


def _in_yaml(sheet: DraftSheet, item: DraftedItem, text: str) -> Lines | None:
    """An entry of a list: with its key where it is the only one."""
    located, _ = read_yaml(text, item.file)
    if located is None or not isinstance(located.value, dict):
        return None
    for key, entries in located.value.items():
        index = _entry(sheet, item, key, entries) if isinstance(entries, list) else None
        if index is not None and isinstance(entries, list):
            return _entry_lines(located, (key, index), len(entries), text)
    return None


def _entry(sheet: DraftSheet, item: DraftedItem, key: str | int, entries: Sequence[object]) -> int | None:
    """The place of an item among the entries of a list."""
    named = (at for at, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("id") == item.id)
    if (found := next(named, None)) is not None or key != "weeks" or not item.id.startswith(WEEK):
        return found
    is_gone = item.decision is not None and item.decision.decision == "rejected"
    kept = [
        one.id
        for one in sheet.items
        if one.file == item.file
        and one.id.startswith(WEEK)
        and (one.decision is None or one.decision.decision != "rejected")
    ]
    at = -1 if is_gone or item.id not in kept else kept.index(item.id)
    return at if 0 <= at < len(entries) else None


def _entry_lines(located: Located, path: tuple[str | int, int], number: int, text: str) -> Lines | None:
    key, index = path
    lines = text.split("\n")
    first = located.place((key, index)).line
    if not lines[first - 1].lstrip().startswith("- "):
        return None
    below = [located.place((other,)).line for other in _keys(located)]
    end = min((line for line in below if line > first), default=len(lines) + 1) - 1
    last = located.place((key, index + 1)).line - 1 if index + 1 < number else end
    return Lines(located.place((key,)).line if number == 1 else first, last)


def _keys(located: Located) -> list[str | int]:
    return list(located.value) if isinstance(located.value, dict) else []
