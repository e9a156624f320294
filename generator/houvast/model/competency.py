"""Competencies, their four levels, and what each cluster of roles needs of them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from houvast.model.text import SLUG, LocalText, Shape, Slug, says

Level = Literal[1, 2, 3, 4]
"""1 explore, 2 apply, 3 deepen, 4 steer. Modules teach 1 and 2; 3 and 4 are prepared, then practised at work."""

LEVELS: tuple[Level, ...] = (1, 2, 3, 4)

EVERYONE = "everyone"
"""The cluster that every role belongs to beside its own."""

TAUGHT_LEVELS: tuple[Level, ...] = (1, 2)


class Target(Shape):
    """A competency at a level, written `judge 2`."""

    competency: Slug
    level: Level

    @classmethod
    def parse(cls, written: object) -> object:
        """Read `judge 2`; anything else goes on to validation, which says what is wrong."""
        if not isinstance(written, str):
            return written
        name, _, level = written.partition(" ")
        if level not in {"1", "2", "3", "4"}:
            raise ValueError("write a competency and a level from 1 to 4, such as `judge 2`")
        return {"competency": name, "level": int(level)}

    def __str__(self) -> str:
        return f"{self.competency} {self.level}"

    def order(self) -> tuple[str, int]:
        """Sort key."""
        return (self.competency, self.level)


Written = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG} [1-4]$"),
    says("A competency and a level from 1 to 4, such as judge 2."),
]
"""How an author writes a target."""

WrittenTarget = Annotated[Target, BeforeValidator(Target.parse, json_schema_input_type=Written)]


class Competency(Shape):
    """Something a person can do at work, with a can-do statement per level."""

    title: LocalText
    """What it is called."""
    about: LocalText
    """What it is about, in one sentence."""
    levels: dict[Level, LocalText]
    """What somebody can do at each level."""


class Cluster(Shape):
    """A family of roles and the level it needs of each competency; a competency left out is not needed."""

    title: LocalText
    """What the family of roles is called."""
    targets: dict[Slug, Level]
    """What all in it need: a competency and a level from 1 to 4."""


class CompetencyFile(Shape):
    """`competencies.yml`."""

    levels: dict[Level, LocalText]
    """What the four levels are called."""
    competencies: dict[Slug, Competency] = Field(min_length=1)
    """What people can do at work, by its id."""
    clusters: dict[Slug, Cluster] = Field(min_length=1)
    """Families of roles, by their id."""
