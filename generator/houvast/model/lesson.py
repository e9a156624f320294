"""A lesson: the text of one module in one locale, with its questions and its personal parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from houvast.model.digest import digest_of
from houvast.model.markup import Block, Inline, Placeholder, placeholders_of
from houvast.model.pace import Depth
from houvast.model.question import Question


@dataclass(frozen=True, slots=True)
class DepthPart:
    """Content shown from this depth on."""

    depth: Depth
    content: "tuple[Content, ...]"
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class OnlyPart:
    """Content shown to these roles, clusters or hats alone."""

    audiences: tuple[str, ...]
    content: "tuple[Content, ...]"
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a role's own text fills; `content` is the default."""

    name: str
    content: "tuple[Content, ...]"
    line: int = field(default=0, compare=False)


Content = Block | Question | DepthPart | OnlyPart | Slot


@dataclass(frozen=True, slots=True)
class Lesson:
    """`<locale>.md` of a module: its title, its content, and the bank of questions kept for later.

    `translates` is the digest of the source locale's file that its author last looked at, or empty.
    """

    file: str
    title: tuple[Inline, ...]
    content: tuple[Content, ...]
    bank: tuple[Question, ...] = ()
    translates: str = ""

    @property
    def digest(self) -> str:
        """Twelve hex digits over all that a translator has to translate."""
        return digest_of(blocks_in((*self.content, *self.bank)))


@dataclass(frozen=True, slots=True)
class Variant:
    """`for/<audience>.<locale>.md`: the text of one role or cluster for some slots. `translates` is as in a lesson."""

    file: str
    slots: tuple[Slot, ...]
    translates: str = ""

    @property
    def digest(self) -> str:
        """Twelve hex digits over all that a translator has to translate."""
        return digest_of(blocks_in(self.slots))

    def slot(self, name: str) -> Slot | None:
        """The slot of this name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


def walk(content: tuple[Content, ...]) -> Iterator[Content]:
    """Every piece of content, personal parts and what is inside them included, in order."""
    for piece in content:
        yield piece
        if isinstance(piece, DepthPart | OnlyPart | Slot):
            yield from walk(piece.content)


def questions_in(content: tuple[Content, ...]) -> Iterator[Question]:
    """Every question in content, whoever may see it."""
    return (piece for piece in walk(content) if isinstance(piece, Question))


def blocks_in(content: tuple[Content, ...]) -> Iterator[Block]:
    """Every block in content, those that questions and personal parts say included."""
    for piece in walk(content):
        if isinstance(piece, Question):
            yield from piece.blocks()
        elif not isinstance(piece, DepthPart | OnlyPart | Slot):
            yield piece


def placeholders_in(content: tuple[Content, ...]) -> Iterator[Placeholder]:
    """Every placeholder in content, those in questions and personal parts included."""
    return (found for block in blocks_in(content) for found in placeholders_of(block))
