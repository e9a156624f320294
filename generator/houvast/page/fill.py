"""Fill placeholders: `{{ tool.chat }}` becomes plain text. Looked up, never executed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from houvast.model import Catalogue, Option, Question, Role
from houvast.model.markup import (
    Block,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Placeholder,
    Quote,
    Styled,
    Table,
    Text,
)
from houvast.plan import Shown


@dataclass(frozen=True, slots=True)
class Filler:
    """The text behind every placeholder, for one reader."""

    texts: Mapping[str, str]

    def shown(self, piece: Shown) -> Shown:
        """A block or question with its placeholders filled."""
        return self.question(piece) if isinstance(piece, Question) else self.block(piece)

    def question(self, question: Question) -> Question:
        """A question with its placeholders filled."""
        return replace(
            question,
            stem=self.pieces(question.stem),
            case=self.blocks(question.case),
            options=tuple(self._option(option) for option in question.options),
            hint=self.blocks(question.hint),
        )

    def _option(self, option: Option) -> Option:
        return replace(option, pieces=self.pieces(option.pieces), rationale=self.blocks(option.rationale))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks with their placeholders filled."""
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        """A block with its placeholders filled."""
        match block:
            case Paragraph(pieces) | Heading(pieces=pieces):
                return replace(block, pieces=self.pieces(pieces))
            case ListBlock(items=items):
                return replace(block, items=tuple(self.blocks(item) for item in items))
            case Quote(blocks):
                return Quote(self.blocks(blocks))
            case Table(alignments, head, rows):
                filled = tuple(tuple(self.pieces(cell) for cell in row) for row in (head, *rows))
                return Table(alignments, filled[0], filled[1:])
            case _:
                return block

    def pieces(self, pieces: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inline pieces with their placeholders filled."""
        return tuple(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Inline) -> Inline:
        match piece:
            case Placeholder(name, default):
                return Text(self.texts.get(name) or default or name)
            case Styled(pieces=pieces) | Link(pieces=pieces):
                return replace(piece, pieces=self.pieces(pieces))
            case _:
                return piece


def filler_for(catalogue: Catalogue, locale: str, role: Role | None) -> Filler:
    """The texts of all placeholders in a locale, for a reader with or without a role."""
    organisation = catalogue.organisation
    texts = {"org.name": organisation.name}
    texts |= {f"tool.{system.id}": system.name for system in organisation.systems}
    texts |= {f"contact.{name}": contact.name[locale] for name, contact in organisation.contacts.items()}
    texts |= {f"fact.{name}": fact.statement[locale] for name, fact in catalogue.facts.items()}
    if role:
        texts["role.title"] = role.title[locale]
    return Filler(texts)
