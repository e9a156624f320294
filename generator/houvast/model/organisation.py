"""The organisation: its story, its locales, its approved AI systems, rules and contacts."""

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from houvast.model.text import Address, Line, Locale, LocalText, Shape, Slug, each_once

DataClass = Literal["public", "internal", "confidential", "special"]
"""How sensitive data are; `special` is what GDPR Article 9 calls special categories."""

DATA_CLASSES: tuple[DataClass, ...] = get_args(DataClass)
"""From the least sensitive to the most."""

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2099, 12, 31))]
"""A day that plans are reckoned from or held against: one that a browser lets a learner choose as the start too."""

Milestone = Literal["gates", "core", "path"]
MILESTONES: tuple[Milestone, ...] = ("gates", "core", "path")
"""What an organisation may set a date for: all gates, the whole core, the whole path."""


class Story(Shape):
    """Why this organisation works with AI, told to its own people. It opens every path."""

    who: LocalText
    """Who you are and what you do, in a few sentences."""
    why_now: LocalText
    """Why you work with AI now."""
    changes: LocalText
    """What changes at work, and what you do not know yet."""
    stays: LocalText
    """What stays as it is."""
    when: LocalText
    """Who begins when."""
    ask: LocalText
    """Whom people can ask."""
    speak_up: LocalText
    """Where people report that something went wrong."""


class System(Shape):
    """An approved AI system and the highest class of data that may go in.

    `begins` is the day it comes into use, where that is still ahead.
    """

    id: Slug
    """Lessons name the system by this: `{{ tool.<id> }}`."""
    name: Line
    """What people call it at work."""
    what: LocalText
    """What it does, in one sentence."""
    data: DataClass
    """The most sensitive data that may go in."""
    begins: Day | None = None
    """The day it comes into use, where that is still ahead."""

    def may_hold(self, data: DataClass) -> bool:
        """Whether data of this class may go in."""
        return not is_above(data, self.data)


def is_above(data: DataClass, most: DataClass) -> bool:
    """Whether data are more sensitive than the most that may go in."""
    return DATA_CLASSES.index(data) > DATA_CLASSES.index(most)


class Wave(Shape):
    """Whoever begins to learn on a day: ids of roles, clusters and hats."""

    for_: tuple[Slug, ...] = Field(alias="for", min_length=1)
    """Who begins: ids of roles, clusters and hats."""
    begin: Day
    """The day on which they begin."""


class HouseRule(Shape):
    """One rule of the house about AI."""

    id: Slug
    """An id of its own: small letters, digits and hyphens."""
    text: LocalText
    """The rule, in one sentence."""


class Contact(Shape):
    """Somebody to ask, and how to reach them."""

    name: LocalText
    """Who it is: a person or a desk."""
    reach: LocalText
    """How to reach them: a number, an address, a place."""


class Organisation(Shape):
    """`organisation.yml`. The first of its locales is the source locale; the home opens with `first_case`.

    A locale is there for all, or for the roles and clusters it lists. The first begin to learn on `start`; `waves` say
    who begins when, and `by` what has to be reached by when. What it `extends` is under its own files, all but what it
    goes `without`: ids of roles, hats, paces, modules, scenarios and handouts.

    Until `published` says who may read it, the site says on every page that it is a preview. `index` lets search
    engines in, which only a public site can. Once published, browsers keep a path for `offline`, unless that is false.
    """

    name: Line
    """What your organisation is called."""
    extends: Literal["houvast"] | None = None
    """`houvast`: what comes with Houvast lies under your own files."""
    without: tuple[Slug, ...] = ()
    """What you leave out of Houvast: ids of roles, hats, paces, modules, scenarios and handouts."""
    example: bool = False
    """Whether this organisation is invented; the site then says so."""
    published: Literal["internal", "public"] | None = None
    """Who may read the site. Left out: every page says that it is a preview."""
    index: bool = False
    """Whether search engines may come in. Only where `published` is `public`."""
    offline: bool = True
    """Whether a published site keeps a path in the browser, for where there is no network."""
    address: Address | None = None
    """The web address of the site."""
    repository: Address | None = None
    """The web address of the files; pages then say "Suggest a change"."""
    locales: dict[Locale, Literal["all"] | tuple[Slug, ...]] = Field(min_length=1)
    """The languages, the source first: `all`, or the roles and clusters that it is there for."""
    start: Day | None = None
    """The day on which the first begin to learn. Paths are reckoned from it."""
    waves: tuple[Wave, ...] = ()
    """Who begins later, and when; in the order of the days."""
    by: dict[Milestone, Day] = Field(default_factory=dict)
    """What has to be reached by which day."""
    first_case: Slug | None = None
    """The id of the question that the home page opens with."""
    story: Story | None = None
    """Why you work with AI, told to your own people. It opens every path."""
    systems: Annotated[tuple[System, ...], AfterValidator(each_once)] = ()
    """The AI systems that are approved."""
    rules: Annotated[tuple[HouseRule, ...], AfterValidator(each_once)] = ()
    """The rules of your house about AI."""
    contacts: dict[Slug, Contact] = Field(default_factory=dict)
    """Whom to ask, by an id. Lessons name them: `{{ contact.<id> }}`."""
    urls: dict[Slug, Address] = Field(default_factory=dict)
    """Addresses that lessons link to, by an id: `{{ url.<id> }}`."""

    @model_validator(mode="after")
    def _index_is_for_the_public(self) -> Self:
        if self.index and self.published != "public":
            raise ValueError("`index: true` needs `published: public`: nobody else can be let in by a search engine")
        return self

    @model_validator(mode="after")
    def _without_is_of_what_it_extends(self) -> Self:
        if self.without and not self.extends:
            raise ValueError("`without` leaves out what comes with Houvast: it needs `extends: houvast`")
        return self

    @model_validator(mode="after")
    def _source_is_for_all(self) -> Self:
        if self.locales[self.source_locale] != "all":
            raise ValueError(f"the first locale, `{self.source_locale}`, is the source of the others: write `all`")
        return self

    @model_validator(mode="after")
    def _dates_come_after_the_start(self) -> Self:
        for milestone, day in self.by.items():
            if self.start is None:
                raise ValueError("`by` needs a `start`, the day from which paths are reckoned")
            if day < self.start:
                raise ValueError(f"`by: {milestone}` is before the `start`")
        return self

    @model_validator(mode="after")
    def _waves_come_in_order_after_the_start(self) -> Self:
        if self.waves and self.start is None:
            raise ValueError("`waves` need a `start`, the day on which the first begin")
        days = [self.start, *(wave.begin for wave in self.waves)]
        if self.start and days != sorted(day for day in days if day):
            raise ValueError("`waves` go by day, and none is before the `start`")
        return self

    @property
    def is_public(self) -> bool:
        """Whether anybody may read the site, so that what is internal stays out."""
        return self.published == "public"

    def for_the_public(self) -> "Organisation":
        """Without AI systems, rules of the house, contacts and internal addresses."""
        return self.model_copy(update={"systems": (), "rules": (), "contacts": {}, "urls": {}})

    def as_preview(self) -> "Organisation":
        """As if it were not published yet."""
        return self.model_copy(update={"published": None, "index": False})

    @property
    def source_locale(self) -> str:
        """The locale that lessons are written in first; ids and hashes come from it."""
        return next(iter(self.locales))
