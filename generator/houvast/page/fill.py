"""Fill placeholders: `{{ tool.chat }}` becomes plain text. Looked up, never executed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from houvast.model import Catalogue, Option, Question, Role, Wording
from houvast.model.markup import (
    Block,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Placeholder,
    Quote,
    Since,
    Styled,
    Table,
    Text,
)
from houvast.page.dates import in_words
from houvast.plan import Shown


@dataclass(frozen=True, slots=True)
class Filler:
    """The text behind every placeholder, for one reader; and since or from when a fact holds, where that matters."""

    texts: Mapping[str, str]
    since: Mapping[str, Since]

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
        return tuple(filled for piece in pieces for filled in self._piece(piece))

    def _piece(self, piece: Inline) -> Iterator[Inline]:
        match piece:
            case Placeholder(name, default):
                yield Text(self.texts.get(name) or default or name)
                if name in self.since:
                    yield Text(" ")
                    yield self.since[name]
            case Styled(pieces=pieces) | Link(pieces=pieces):
                yield replace(piece, pieces=self.pieces(pieces))
            case _:
                yield piece


def filler_for(catalogue: Catalogue, locale: str, role: Role | None, wording: Wording) -> Filler:
    """The texts of all placeholders in a locale, for a reader with or without a role."""
    organisation = catalogue.organisation
    texts = {"org.name": organisation.name}
    texts |= {f"tool.{system.id}": system.name for system in organisation.systems}
    texts |= {f"contact.{name}": contact.name[locale] for name, contact in organisation.contacts.items()}
    texts |= {f"fact.{name}": fact.statement[locale] for name, fact in catalogue.facts.items()}
    if role:
        texts["role.title"] = role.title[locale]
    since = {
        f"fact.{name}": Since(
            fact.applies_from.isoformat(), wording("applies_from", date=in_words(fact.applies_from, locale))
        )
        for name, fact in catalogue.facts.items()
        if fact.applies_from
    }
    return Filler(texts, since)
