"""Dated statements of law and research, each with its source and how certain it is."""

from datetime import date
from typing import Literal

from pydantic import Field

from houvast.model.text import Address, LocalText, Shape, Slug


class Source(Shape):
    """Where a statement stands, shown to learners: official texts and original studies."""

    title: LocalText
    url: Address | None = None


class Fact(Shape):
    """One statement. Certainty A: several sources or an official body; B: one good source; C: open."""

    statement: LocalText
    kind: Literal["law", "research"]
    certainty: Literal["A", "B", "C"]
    source: Source
    valid_as_of: date
    recheck_by: date
    jurisdiction: str = "-"
    applies_from: date | None = None


class FactFile(Shape):
    """`facts.yml`."""

    facts: dict[Slug, Fact] = Field(default_factory=dict)


class Term(Shape):
    """A word of the field in each locale, its meaning, and the variants not to use."""

    id: Slug
    term: LocalText
    meaning: LocalText
    not_: dict[str, tuple[str, ...]] = Field(default_factory=dict, alias="not")


class GlossaryFile(Shape):
    """`glossary.yml`."""

    terms: tuple[Term, ...] = ()
