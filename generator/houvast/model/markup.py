"""What Markdown says, as a tree of frozen values: blocks that hold inline pieces.

It is the only form in which lessons travel: `source` makes it from an author's text, `page` writes it out.
`line` is the line in the author's file, counted from 1; it does not count when two pieces are compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Code inside a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`{{ name | 'default' }}`: looked up when a page is made."""

    name: str
    default: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap in the sentence of a fill-in question, and the answers it takes; the first one is shown as the answer."""

    answers: tuple[str, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong or struck-through text."""

    style: Literal["em", "strong", "del"]
    pieces: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class UnitAddress:
    """Where another unit stands: its id, and the address GitHub gives a heading in it, or empty for its beginning."""

    unit: str
    heading: str = ""
    line: int = field(default=0, compare=False)


Address = str | Placeholder | UnitAddress
"""Where a link leads. Whoever writes a page has made a checked text of the other two."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a checked address."""

    address: Address
    pieces: "tuple[Inline, ...]"
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Since:
    """From when something applies: an ISO date, and words that are true before and after it."""

    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Defined:
    """A word of the glossary, by the id of its term: whoever writes a page puts its meaning there."""

    text: str
    term: str


Inline = Text | Code | Break | Placeholder | Blank | Styled | Link | Since | Defined


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    pieces: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    pieces: tuple[Inline, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. `start` is the first number of an ordered one, None for bullets; `lines` are those its items begin on.

    In a `tight` list the items are not paragraphs. A list with `boxes` is a checklist, to be ticked on paper.
    """

    start: int | None
    tight: bool
    items: "tuple[tuple[Block, ...], ...]"
    lines: tuple[int, ...] = field(default=(), compare=False)
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of code; `language` is the first word behind its fence, or empty, and `about` the rest."""

    language: str
    text: str
    about: str = ""


Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one alignment per column, a head row and body rows of cells."""

    alignments: tuple[Alignment, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the courses by its name, with what it shows in words. Its size, in CSS pixels, is filled in."""

    name: str
    alt: str
    width: int = 0
    height: int = 0
    line: int = field(default=0, compare=False)


Block = Paragraph | Heading | ListBlock | Quote | CodeBlock | Table | Divider | Picture


def plain_text(pieces: tuple[Inline, ...]) -> str:
    """The words of inline pieces without markup; a placeholder gives its default or its name."""
    return "".join(_plain(piece) for piece in pieces)


def _plain(piece: Inline) -> str:
    match piece:
        case Text(text) | Code(text) | Defined(text):
            return text
        case Break():
            return " "
        case Placeholder(name, default):
            return default or name
        case Blank():
            return "…"
        case Styled(_, pieces) | Link(_, pieces):
            return plain_text(pieces)
        case Since(_, words):
            return words


def texts_of(block: Block) -> Iterator[str]:
    """The plain text of every paragraph, heading, cell, code block and picture inside a block."""
    match block:
        case Paragraph(pieces) | Heading(_, pieces):
            yield plain_text(pieces)
        case ListBlock(items=items):
            for item in items:
                for held in item:
                    yield from texts_of(held)
        case Quote(blocks):
            for held in blocks:
                yield from texts_of(held)
        case CodeBlock(_, text):
            yield text
        case Table(_, head, rows):
            for row in (head, *rows):
                yield from (plain_text(cell) for cell in row)
        case Picture(alt=alt):
            yield alt
        case Divider():
            return


def pieces_of(block: Block) -> Iterator[Inline]:
    """Every inline piece inside a block, those inside other pieces included, in order."""
    match block:
        case Paragraph(pieces) | Heading(_, pieces):
            yield from _walk(pieces)
        case ListBlock(items=items):
            for item in items:
                for held in item:
                    yield from pieces_of(held)
        case Quote(blocks):
            for held in blocks:
                yield from pieces_of(held)
        case Table(_, head, rows):
            for row in (head, *rows):
                for cell in row:
                    yield from _walk(cell)
        case CodeBlock() | Divider() | Picture():
            return


def placeholders_of(block: Block) -> Iterator[Placeholder]:
    """Every placeholder inside a block, those in the address of a link included."""
    for piece in pieces_of(block):
        if isinstance(piece, Placeholder):
            yield piece
        elif isinstance(piece, Link) and isinstance(piece.address, Placeholder):
            yield piece.address


def _walk(pieces: tuple[Inline, ...]) -> Iterator[Inline]:
    for piece in pieces:
        yield piece
        if isinstance(piece, Styled | Link):
            yield from _walk(piece.pieces)
