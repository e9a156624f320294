"""A lesson: the text of one module in one locale, with its questions and its personal parts."""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from houvast.model.competency import Target
from houvast.model.markup import Block, Inline, Paragraph, Placeholder, placeholders_of, plain_text, texts_of
from houvast.model.pace import Depth

Thinking = Literal["understand", "apply", "analyse"]
"""What a question asks of a learner: recall in own words, use in a case, take a case apart."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, whether it is right, and why."""

    pieces: tuple[Inline, ...]
    correct: bool
    rationale: tuple[Block, ...]
    line: int = field(default=0, compare=False)

    @property
    def digest(self) -> str:
        """Eight hex digits that name this option in the learner's log: of its folded source-locale text."""
        return digest(plain_text(self.pieces))[:8]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: stem, case, options, hint. One right option is single choice, several are multiple response.

    `thinking` is written `kind:` by authors. A `critical` case must be got right once; the `sibling` of a critical case
    is the same decision in other circumstances.
    """

    id: str
    stem: tuple[Inline, ...]
    case: tuple[Block, ...]
    options: tuple[Option, ...]
    hint: tuple[Block, ...] = ()
    measures: Target | None = None
    thinking: Thinking = "understand"
    critical: bool = False
    sibling: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def takes_several(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.correct for option in self.options) > 1

    @property
    def hash(self) -> str:
        """Twelve hex digits over stem, case, options and keys: another value reopens the question for learners."""
        parts = [plain_text(self.stem), *(text for block in self.case for text in texts_of(block))]
        parts += sorted(f"{'x' if option.correct else 'o'} {option.digest}" for option in self.options)
        return digest("\n".join(folded(part) for part in parts))[:12]

    def blocks(self) -> Iterator[Block]:
        """Everything this question says, as blocks: stem, case, options with their rationale, hint."""
        yield Paragraph(self.stem)
        yield from self.case
        for option in self.options:
            yield Paragraph(option.pieces)
            yield from option.rationale
        yield from self.hint


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
    """`<locale>.md` of a module: its title, its content, and the bank of questions kept for later."""

    file: str
    title: tuple[Inline, ...]
    content: tuple[Content, ...]
    bank: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """`for/<audience>.<locale>.md`: the text of one role or cluster for some slots."""

    file: str
    slots: tuple[Slot, ...]

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


def placeholders_in(content: tuple[Content, ...]) -> Iterator[Placeholder]:
    """Every placeholder in content, those in questions and personal parts included."""
    for piece in walk(content):
        if isinstance(piece, Question):
            for block in piece.blocks():
                yield from placeholders_of(block)
        elif not isinstance(piece, DepthPart | OnlyPart | Slot):
            yield from placeholders_of(piece)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Text without differences of case, white space and punctuation, which change no meaning."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign) in {"Sc", "Sm"} else " " for sign in letters)
    return " ".join(kept.split())


@lru_cache(maxsize=50_000)
def digest(text: str) -> str:
    """SHA-256 of the folded text, as hex."""
    return hashlib.sha256(folded(text).encode()).hexdigest()
