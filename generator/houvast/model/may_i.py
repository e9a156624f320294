"""May I do this? What goes in, in which tool, for what: and the one answer of the house."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from houvast.model.organisation import DATA_CLASSES, DataClass, System, is_above
from houvast.model.role import RiskClass
from houvast.model.text import LocalText, Shape, Slug, each_once

OTHER = "other"
"""The tool that is none of the approved systems, or one's own account."""

Verdict = Literal["yes", "first", "ask", "no"]
"""`first`: yes, once something is done; `ask`: not before somebody said so."""

Learn = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$", max_length=130)]
"""A module, or the section of it in which a question stands: `what-may-go-in#data-strictest`."""


class DataSheet(Shape):
    """A class of data in everyday words, with examples to know it by."""

    id: DataClass
    """The class of data."""
    title: LocalText
    """What it is called."""
    meaning: LocalText
    """What belongs to it, in everyday words."""
    examples: tuple[LocalText, ...] = Field(min_length=1)
    """Examples to know it by."""


class Use(Shape):
    """Something to do with AI. `title` is short: it stands on a button."""

    id: Slug
    """An id of its own: small letters, digits and hyphens."""
    title: LocalText
    """What you want to do: short, it stands on a button."""
    example: LocalText
    """An example from work."""
    risk: RiskClass
    """The class of risk of the AI Act."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One combination. `is_above`: the data are more sensitive than the system may hold."""

    data: DataClass
    system: str
    use: Use
    is_above: bool

    @property
    def key(self) -> str:
        """How an address names it: `internal.chat.write`."""
        return f"{self.data}.{self.system}.{self.use.id}"


class When(Shape):
    """Which combinations a rule is for: what is left out, does not matter."""

    data: tuple[DataClass, ...] = ()
    """Only for these classes of data."""
    system: tuple[Slug, ...] = ()
    """Only for these AI systems: ids of `organisation.yml`, or `other`."""
    use: tuple[Slug, ...] = ()
    """Only for these uses."""
    risk: tuple[RiskClass, ...] = ()
    """Only for uses of these classes of risk."""
    above: bool | None = None
    """Whether the data are more sensitive than the system may hold."""

    def holds(self, asked: Asked) -> bool:
        """Whether a combination is one of these."""
        return (
            self.above in {None, asked.is_above}
            and (not self.data or asked.data in self.data)
            and (not self.system or asked.system in self.system)
            and (not self.use or asked.use.id in self.use)
            and (not self.risk or asked.use.risk in self.risk)
        )


class UseRule(Shape):
    """An answer, why, and what to do. `ask` is a contact; `fact` what the law says of it.

    `general` tells nothing of the house, so that a public site may show it.
    """

    id: Slug
    """An id of its own: small letters, digits and hyphens."""
    when: When = When()
    """What it is for. Left out: everything."""
    answer: Verdict
    """`yes`; `first`: yes, once something is done; `ask`: not before somebody said so; `no`."""
    because: LocalText
    """Why."""
    do: LocalText | None = None
    """What to do."""
    ask: Slug | None = None
    """Whom to ask: the id of a contact."""
    learn: Learn | None = None
    """The lesson about it, perhaps with a section: `what-may-go-in#data-strictest`."""
    fact: Slug | None = None
    """What the law says of it: an id of `facts.yml`."""
    general: bool = False
    """Whether it tells nothing of the house, so that a public site may show it."""


class MayI(Shape):
    """`may-i.yml`. Of the rules that hold for a combination, the first one answers."""

    classes: tuple[DataSheet, ...]
    """The four classes of data."""
    uses: Annotated[tuple[Use, ...], AfterValidator(each_once)] = Field(min_length=1)
    """What people want to do with AI."""
    rules: Annotated[tuple[UseRule, ...], AfterValidator(each_once)] = ()
    """The answers. The first rule that holds answers."""

    @field_validator("classes")
    @classmethod
    def _classes_are_all_there(cls, classes: tuple[DataSheet, ...]) -> tuple[DataSheet, ...]:
        if sorted(sheet.id for sheet in classes) != sorted(DATA_CLASSES):
            raise ValueError(f"write each of these once: {', '.join(DATA_CLASSES)}")
        return classes

    @property
    def sheets(self) -> tuple[DataSheet, ...]:
        """The classes of data, the least sensitive first."""
        return tuple(sorted(self.classes, key=lambda sheet: DATA_CLASSES.index(sheet.id)))

    def rule_for(self, asked: Asked) -> UseRule | None:
        """The rule that answers a combination, or None where nothing does (a rule of lint finds that first)."""
        return next((rule for rule in self.rules if rule.when.holds(asked)), None)

    def combinations(self, systems: Iterable[System]) -> Iterator[Asked]:
        """Everything that can be asked: each class of data, in each system and in another tool, for each use."""
        held: dict[str, DataClass] = {system.id: system.data for system in systems} | {OTHER: "public"}
        for system, most in held.items():
            for data in DATA_CLASSES:
                yield from (Asked(data, system, use, is_above(data, most)) for use in self.uses)

    def for_the_public(self) -> "MayI":
        """With the general rules alone, and nobody to ask."""
        general = tuple(rule.model_copy(update={"ask": None}) for rule in self.rules if rule.general)
        return self.model_copy(update={"rules": general})

    def general_rule_for(self, use: Use) -> UseRule | None:
        """The general rule for a use, whatever goes into whatever tool; None where that decides."""
        found = (
            rule
            for rule in self.rules
            if rule.general and not (rule.when.data or rule.when.system) and rule.when.above is None
        )
        return next((rule for rule in found if rule.when.holds(Asked("public", OTHER, use, False))), None)
