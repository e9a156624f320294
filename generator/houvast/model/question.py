"""A question: what is asked, what there is to do, and what a learner hears about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from houvast.model.competency import Target
from houvast.model.digest import digest, folded
from houvast.model.markup import Blank, Block, Inline, Paragraph, plain_text, texts_of

Thinking = Literal["understand", "apply", "analyse"]
"""What a question asks of a learner: recall in own words, use in a case, take a case apart."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to choose, put in order, sort or check, and what there is to say about it."""

    pieces: tuple[Inline, ...]
    rationale: tuple[Block, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def digest(self) -> str:
        """Eight hex digits that name this item in the learner's log: of its folded source-locale text."""
        return digest(plain_text(self.pieces))[:8]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        yield Paragraph(self.pieces)
        yield from self.rationale


@dataclass(frozen=True, slots=True)
class Option(Item):
    """An answer to choose, whether it is right, and why."""

    correct: bool = False


CriterionRule = Literal["form", "reader", "source", "tone"]
"""What a fixed rule in the browser can look for in a prompt: a length or layout, a reader, facts or a text, a tone."""


@dataclass(frozen=True, slots=True)
class Criterion(Item):
    """A point to hold a prompt against, and the rule that says what it sees of it, if there is one."""

    rule: CriterionRule | None = None


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """Choose: one right option is single choice, several are multiple response."""

    options: tuple[Option, ...]

    @property
    def takes_several(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.correct for option in self.options) > 1

    def meaning(self) -> list[str]:
        """What a hash is taken over: options and keys, in whatever order they stand."""
        return sorted(f"{'x' if option.correct else 'o'} {option.digest}" for option in self.options)

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        for option in self.options:
            yield from option.blocks()


@dataclass(frozen=True, slots=True)
class PollForm:
    """Choose what fits you: nothing is right or wrong, and nothing is scored."""

    options: tuple[Item, ...]

    def meaning(self) -> list[str]:
        """What a hash is taken over."""
        return ["poll", *sorted(option.digest for option in self.options)]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        for option in self.options:
            yield from option.blocks()


@dataclass(frozen=True, slots=True)
class OrderForm:
    """Put in order: `items` stand in the right one."""

    items: tuple[Item, ...]
    rationale: tuple[Block, ...]

    def meaning(self) -> list[str]:
        """What a hash is taken over."""
        return ["order", *(item.digest for item in self.items)]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        for item in self.items:
            yield from item.blocks()
        yield from self.rationale


@dataclass(frozen=True, slots=True)
class SortForm:
    """Sort into columns: each has a heading and the items that belong in it."""

    columns: tuple[tuple[Inline, ...], ...]
    items: tuple[tuple[Item, ...], ...]
    rationale: tuple[Block, ...]

    def meaning(self) -> list[str]:
        """What a hash is taken over."""
        pairs = zip(self.columns, self.items, strict=True)
        held = (f"{digest(plain_text(head))[:8]} {item.digest}" for head, items in pairs for item in items)
        return ["sort", *sorted(held)]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        for head, items in zip(self.columns, self.items, strict=True):
            yield Paragraph(head)
            for item in items:
                yield from item.blocks()
        yield from self.rationale


@dataclass(frozen=True, slots=True)
class FillForm:
    """Fill in: a sentence with blanks, each with the answers it takes."""

    pieces: tuple[Inline, ...]
    rationale: tuple[Block, ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Blank))

    def meaning(self) -> list[str]:
        """What a hash is taken over."""
        return ["fill", plain_text(self.pieces), *(answer for blank in self.blanks for answer in blank.answers)]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks; a blank says nothing."""
        yield Paragraph(tuple(piece for piece in self.pieces if not isinstance(piece, Blank)))
        yield from self.rationale


@dataclass(frozen=True, slots=True)
class PromptForm:
    """Improve a prompt, and hold it against criteria; `example` is a prompt that meets them, or empty."""

    prompt: tuple[Inline, ...]
    criteria: tuple[Criterion, ...]
    example: tuple[Inline, ...] = ()

    def meaning(self) -> list[str]:
        """What a hash is taken over."""
        return ["prompt", plain_text(self.prompt), *(item.digest for item in self.criteria)]

    def blocks(self) -> Iterator[Block]:
        """What it says, as blocks."""
        yield Paragraph(self.prompt)
        for item in self.criteria:
            yield from item.blocks()
        if self.example:
            yield Paragraph(self.example)


Form = ChoiceForm | PollForm | OrderForm | SortForm | FillForm | PromptForm
"""What a question asks the learner to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: stem, case, what there is to do, and hints, the next one more telling.

    `thinking` is written `kind:` by authors. A `critical` case must be got right once; the `sibling` of a critical case
    is the same decision in other circumstances. `rev` is the hash that this question keeps after an edit that
    changed no meaning, or empty.
    """

    id: str
    stem: tuple[Inline, ...]
    case: tuple[Block, ...]
    form: Form
    hints: tuple[tuple[Block, ...], ...] = ()
    measures: Target | None = None
    thinking: Thinking = "understand"
    critical: bool = False
    sibling: str | None = None
    rev: str = ""
    line: int = field(default=0, compare=False)

    @property
    def meaning(self) -> str:
        """Twelve hex digits over stem, case, and what there is to do."""
        parts = [plain_text(self.stem), *(text for block in self.case for text in texts_of(block))]
        return digest("\n".join(folded(part) for part in (*parts, *self.form.meaning())))[:12]

    @property
    def hash(self) -> str:
        """What learners' answers are kept under: another value reopens the question for them."""
        return self.rev or self.meaning

    def blocks(self) -> Iterator[Block]:
        """Everything this question says, as blocks."""
        yield Paragraph(self.stem)
        yield from self.case
        yield from self.form.blocks()
        for hint in self.hints:
            yield from hint
