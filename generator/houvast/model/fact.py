"""Dated statements of law and research, each with its source and how certain it is."""

from datetime import date
from typing import Literal

from pydantic import Field

from houvast.model.text import Address, LocalText, Shape, Slug


class Source(Shape):
    """Where a statement stands, shown to learners: official texts and original studies."""

    title: LocalText
    """What the source is called, and where in it."""
    url: Address | None = None
    """Its web address."""


class Fact(Shape):
    """One statement. Certainty A: several sources or an official body; B: one good source; C: open."""

    statement: LocalText
    """The statement, in words that learners understand."""
    kind: Literal["law", "research"]
    """`law` or `research`."""
    certainty: Literal["A", "B", "C"]
    """`A`: several sources or an official body; `B`: one good source; `C`: open."""
    source: Source
    """Where it stands."""
    valid_as_of: date
    """The day on which somebody last saw that it holds."""
    recheck_by: date
    """The day by which somebody looks again."""
    jurisdiction: str = "-"
    """Where it holds, such as `EU` or `BE`; `-` for everywhere."""
    applies_from: date | None = None
    """The day from which it applies. Pages say so; leave it out of the statement."""


class FactFile(Shape):
    """`facts.yml`."""

    facts: dict[Slug, Fact] = Field(default_factory=dict)
    """Statements of law and research, by their id."""


class Term(Shape):
    """A word of the field in each locale, its meaning, and the variants not to use."""

    id: Slug
    """Lessons name the word by this: `{{ term.<id> }}`."""
    term: LocalText
    """The word."""
    meaning: LocalText
    """What it means."""
    not_: dict[str, tuple[str, ...]] = Field(default_factory=dict, alias="not")
    """Words not to use for it, by language."""


class GlossaryFile(Shape):
    """`glossary.yml`."""

    terms: tuple[Term, ...] = ()
    """The words of the field."""
