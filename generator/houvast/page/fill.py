"""Fill placeholders: `{{ tool.chat }}` becomes plain text, a link to a lesson an address. Looked up, never executed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from houvast.model import (
    ChoiceForm,
    FillForm,
    Form,
    Item,
    OrderForm,
    PictureFile,
    PollForm,
    PromptForm,
    Question,
    Role,
    SortForm,
)
from houvast.model.markup import (
    Address,
    Block,
    Break,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Since,
    Styled,
    Table,
    Text,
    UnitAddress,
)
from houvast.page.page import link
from houvast.page.places import Places
from houvast.page.view import View
from houvast.plan import Shown

Held = TypeVar("Held", bound=Item)

CONTACTS = "contacts"
"""The id of the section of the story's page that says how to reach each contact."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The text behind every placeholder, for one reader of one page; and since or from when a fact holds.

    `own_prompt` is a prompt of the reader's own job, for an exercise that has no example. In running text, a contact
    links to `contacts`, where it stands how to reach it; elsewhere its name may be in a link or a label already.
    """

    texts: Mapping[str, str]
    since: Mapping[str, Since]
    uri: str
    places: Places
    pictures: Mapping[str, PictureFile]
    own_prompt: tuple[Inline, ...] = ()
    contacts: str = ""
    in_text: bool = False

    def shown(self, piece: Shown) -> Shown:
        """A block or question with its placeholders filled, a block as running text."""
        return self.question(piece) if isinstance(piece, Question) else replace(self, in_text=True).block(piece)

    def question(self, question: Question) -> Question:
        """A question with its placeholders filled."""
        return replace(
            question,
            stem=self.pieces(question.stem),
            case=self.blocks(question.case),
            form=self._form(question.form),
            hints=tuple(self.blocks(hint) for hint in question.hints),
        )

    def _form(self, form: Form) -> Form:
        match form:
            case ChoiceForm(options):
                return ChoiceForm(self._items(options))
            case PollForm(options):
                return PollForm(self._items(options))
            case OrderForm(items, rationale):
                return OrderForm(self._items(items), self.blocks(rationale))
            case SortForm(columns, items, rationale):
                heads = tuple(self.pieces(head) for head in columns)
                return SortForm(heads, tuple(self._items(held) for held in items), self.blocks(rationale))
            case FillForm(pieces, rationale):
                return FillForm(self.pieces(pieces), self.blocks(rationale))
            case PromptForm(prompt, criteria, example):
                return PromptForm(self.pieces(prompt), self._items(criteria), self.pieces(example) or self.own_prompt)

    def _items(self, items: tuple[Held, ...]) -> tuple[Held, ...]:
        return tuple(
            replace(item, pieces=self.pieces(item.pieces), rationale=self.blocks(item.rationale)) for item in items
        )

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks with their placeholders filled."""
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        """A block with its placeholders filled, and a picture with its size."""
        match block:
            case Heading(pieces=pieces):
                return replace(block, pieces=replace(self, in_text=False).pieces(pieces))
            case Paragraph(pieces):
                return replace(block, pieces=self.pieces(pieces))
            case ListBlock(items=items):
                return replace(block, items=tuple(self.blocks(item) for item in items))
            case Quote(blocks):
                return Quote(self.blocks(blocks))
            case Picture(name):
                file = self.pictures[name]
                return replace(block, width=file.width, height=file.height)
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
            case Placeholder(name) if self.in_text and name.startswith("contact.") and name in self.texts:
                yield Link(self.contacts, (Text(self.texts[name]),))
            case Placeholder(name, default):
                yield Text(self.texts.get(name) or default or self.texts.get(name.partition(".")[0]) or name)
                if name in self.since:
                    yield Text(" ")
                    yield self.since[name]
            case Styled(pieces=pieces):
                yield replace(piece, pieces=self.pieces(pieces))
            case Link(Placeholder(name), pieces) if name not in self.texts:
                yield from self.pieces(pieces)
            case Link(address, pieces):
                yield Link(self._address(address), replace(self, in_text=False).pieces(pieces))
            case _:
                yield piece

    def _address(self, address: Address) -> str:
        match address:
            case Placeholder(name):
                return self.texts[name]
            case UnitAddress(unit, heading):
                return link(self.uri, self.places.of(unit), heading)
            case _:
                return address


def filler_for(view: View, uri: str, places: Places) -> Filler:
    """The texts of all placeholders for the reader of one page; `places` says whose page it is."""
    catalogue, locale = view.catalogue, view.locale
    organisation = catalogue.organisation
    # A public site names no tool and no contact of the organisation.
    texts = {"org.name": organisation.name, "tool": view.wording("some_tool"), "contact": view.wording("some_contact")}
    texts |= {f"tool.{system.id}": system.name for system in organisation.systems}
    texts |= {f"contact.{name}": contact.name[locale] for name, contact in organisation.contacts.items()}
    texts |= {f"url.{name}": address for name, address in organisation.urls.items()}
    texts |= {f"term.{term.id}": term.term[locale] for term in catalogue.terms if locale in term.term.locales}
    facts = {name: fact for name, fact in catalogue.facts.items() if locale in fact.statement.locales}
    texts |= {f"fact.{name}": fact.statement[locale] for name, fact in facts.items()}
    if places.role:
        texts["role.title"] = places.role.title[locale]
    since = {
        f"fact.{name}": Since(
            fact.applies_from.isoformat(), view.wording("applies_from", date=view.date(fact.applies_from))
        )
        for name, fact in facts.items()
        if fact.applies_from
    }
    own_prompt = _own_prompt(places.role, locale) if places.role else ()
    return Filler(texts, since, uri, places, catalogue.pictures, own_prompt, link(uri, "story/", CONTACTS))


def _own_prompt(role: Role, locale: str) -> tuple[Inline, ...]:
    """The strong prompt of the first task of a role that has one, under the title of the task."""
    for task in role.tasks:
        if task.prompt:
            return (Styled("strong", (Text(task.title[locale]),)), Break(), Text(task.prompt.strong[locale]))
    return ()
