"""The organisation: its story, its locales, its approved AI systems, rules and contacts."""

from typing import Literal

from pydantic import Field

from houvast.model.text import Address, Line, Locale, LocalText, Shape, Slug

DataClass = Literal["public", "internal", "confidential", "special"]
"""How sensitive data are; `special` is what GDPR Article 9 calls special categories."""


class Story(Shape):
    """Why this organisation works with AI, told to its own people. It opens every path."""

    who: LocalText
    why_now: LocalText
    changes: LocalText
    stays: LocalText
    when: LocalText
    ask: LocalText
    speak_up: LocalText


class System(Shape):
    """An approved AI system and the highest class of data that may go in."""

    id: Slug
    name: Line
    what: LocalText
    data: DataClass


class HouseRule(Shape):
    """One rule of the house about AI."""

    id: Slug
    text: LocalText


class Contact(Shape):
    """Somebody to ask, and how to reach them."""

    name: LocalText
    reach: LocalText


class Organisation(Shape):
    """`organisation.yml`. The first of its locales is the source locale; the home opens with `first_case`."""

    name: Line
    example: bool = False
    address: Address | None = None
    repository: Address | None = None
    locales: dict[Locale, Literal["all"]] = Field(min_length=1)
    first_case: Slug | None = None
    story: Story | None = None
    systems: tuple[System, ...] = ()
    rules: tuple[HouseRule, ...] = ()
    contacts: dict[Slug, Contact] = Field(default_factory=dict)
    urls: dict[Slug, Address] = Field(default_factory=dict)

    @property
    def source_locale(self) -> str:
        """The locale that lessons are written in first; ids and hashes come from it."""
        return next(iter(self.locales))
