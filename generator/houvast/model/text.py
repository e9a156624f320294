"""Text for a learner, in each locale of the site."""

from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints
from pydantic.fields import FieldInfo

SLUG = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"


def says(message: str) -> FieldInfo:
    """What an editor says where a text has not the form that is asked for."""
    return FieldInfo(json_schema_extra={"patternErrorMessage": message})


Slug = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}$", max_length=64),
    says("An id: small letters, digits and single hyphens, such as team-lead."),
]
"""An id: kebab-case, unique in `courses/`, never derived from order or text."""

Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]{2})?$")]
"""A language tag in lower case: `nl`, `en`, `fr-be`."""

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that is not empty."""

Address = Annotated[
    str,
    StringConstraints(pattern=r"^(https?://[^\s<>\"]+|mailto:[^\s<>\"]+)$", max_length=500),
    says("An address that begins with https:// or mailto:, without spaces."),
]
"""A web or mail address."""


def language_of(locale: str) -> str:
    """The language of a locale: `fr` of `fr-be`."""
    return locale.partition("-")[0]


class Shape(BaseModel):
    """What is read from a file: closed (an unknown key is a finding) and frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class LocalText(RootModel[dict[Locale, Line]]):
    """A text in each language, such as `{nl: "Rustig", en: "Calm"}`."""

    model_config = ConfigDict(frozen=True)
    root: dict[Locale, Line] = Field(min_length=1)

    def __getitem__(self, locale: str) -> str:
        """The text in this locale; raises KeyError where there is none (a rule finds that first)."""
        return self.root[locale]

    @property
    def locales(self) -> frozenset[str]:
        """The locales this text is written in."""
        return frozenset(self.root)


Status = Literal["draft", "reviewed"]
"""Whether a person judged something good. A build shows what is a draft only where it is asked to."""


class WithId(Protocol):
    """An entry of a list that is known by its id."""

    @property
    def id(self) -> str:
        """An id."""


Entry = TypeVar("Entry", bound=WithId)


def each_once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a list, for a field; raises ValueError where two have one id."""
    ids = [entry.id for entry in entries]
    if twice := next((name for name in ids if ids.count(name) > 1), None):
        raise ValueError(f"the id `{twice}` stands here twice")
    return entries
