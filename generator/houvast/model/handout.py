"""A handout: one sheet of paper about AI at work, such as questions for whoever sells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from houvast.model.digest import digest_of
from houvast.model.fact import Source
from houvast.model.markup import Block, Inline
from houvast.model.text import LocalText, Shape, Slug


class HandoutSheet(Shape):
    """`handout.yml`."""

    id: Slug
    file: str
    title: LocalText
    """The title; the first line of the text is the same."""
    summary: LocalText
    """One sentence: what it is for."""
    audiences: tuple[Slug, ...] = Field(min_length=1)
    """The roles, hats and clusters whose pages lead to it; `everyone` for all."""
    owner: Slug
    """The team that looks after it."""
    review_by: date
    """The day by which somebody looks at it again."""
    sources: tuple[Source, ...] = ()
    """Where what it says stands."""


@dataclass(frozen=True, slots=True)
class HandoutText:
    """`<locale>.md` of a handout: a title and plain blocks. `translates` is as in a lesson."""

    file: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    translates: str = ""

    @property
    def digest(self) -> str:
        """Twelve hex digits over all that a translator has to translate."""
        return digest_of(self.blocks)


@dataclass(frozen=True)
class Handout:
    """A sheet with its texts by locale."""

    sheet: HandoutSheet
    texts: Mapping[str, HandoutText]

    @property
    def id(self) -> str:
        """The id, which is also the name of its folder."""
        return self.sheet.id
