"""A module: a taught unit. Its sheet says what it teaches; its lessons say it, per locale."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from houvast.model.competency import Target, WrittenTarget
from houvast.model.fact import Source
from houvast.model.lesson import Content, Lesson, Variant, questions_in
from houvast.model.pace import Depth
from houvast.model.question import Question
from houvast.model.role import Phase
from houvast.model.text import LocalText, Shape, Slug

Minutes = Annotated[int, Field(ge=1, le=120)]
Step = Literal["aspire", "assess", "architect", "act", "advance"]


class MinutesPerDepth(Shape):
    """How long a module takes at each depth, in minutes."""

    essentials: Minutes
    """The minutes for who sees only what everybody has to see."""
    full: Minutes
    """The minutes with the parts of `depth: full` as well."""
    extra: Minutes
    """The minutes with everything in it."""

    def at(self, depth: Depth) -> int:
        """The minutes at this depth."""
        return {Depth.ESSENTIALS: self.essentials, Depth.FULL: self.full, Depth.EXTRA: self.extra}[depth]


class Practice(Shape):
    """A practice task: done at work, seen by another; what makes a level 3 or 4 real."""

    prepares: WrittenTarget
    """The competency and level that it makes real, such as `judge 3`."""
    do: LocalText
    """What to do at work."""
    seen_by: LocalText
    """Who looks at it."""


class Talk(Shape):
    """A conversation guide: what somebody who leads a team talks about with it, beside this module."""

    questions: tuple[LocalText, ...] = Field(min_length=3, max_length=3)
    """Three open questions that make people talk about their own work. No test."""
    exercise: LocalText
    """One exercise for the team, of 5 to 10 minutes."""


class ModuleSheet(Shape):
    """`module.yml`."""

    id: Slug
    file: str
    title: LocalText
    """The title; the first line of the lesson is the same."""
    summary: LocalText
    """One sentence: what you can do then."""
    teaches: tuple[WrittenTarget, ...] = ()
    """What it teaches: a competency and level 1 or 2, such as `judge 1`."""
    prepares: tuple[WrittenTarget, ...] = ()
    """What it prepares: a competency and level 3 or 4. Add a practice task."""
    requires: tuple[Slug, ...] = ()
    """Modules that come first."""
    minutes: MinutesPerDepth
    """How long it takes, in minutes, at each depth."""
    audiences: tuple[Slug, ...] = ()
    """The roles and clusters it is for. Left out: everybody."""
    core: bool = True
    """Whether it is of the core; if not, it is deepening, after it."""
    gate: bool = False
    """Whether it is a gate: near the start of every path that needs it."""
    phases: tuple[Phase, ...] = ()
    """The phases of the employee journey that it is about."""
    step: Step | None = None
    """The step of the approach; `aspire` comes first."""
    owner: Slug
    """The team that looks after it."""
    review_by: date
    """The day by which somebody looks at it again."""
    status: Literal["draft", "reviewed", "retired"]
    """`draft`: on no page but with `--drafts`; `reviewed`: in the library and on paths; `retired`: in neither."""
    sources: tuple[Source, ...] = ()
    """Where what it says stands."""
    practice: tuple[Practice, ...] = ()
    """Practice tasks: done at work, seen by another."""
    talk: Talk | None = None
    """A conversation guide for a team: three questions and one exercise, on one sheet of paper."""

    def serves(self, target: Target) -> bool:
        """Whether this module teaches (level 1, 2) or prepares (level 3, 4) exactly this target."""
        return target in self.teaches or target in self.prepares


@dataclass(frozen=True)
class Module:
    """A sheet with its lessons by locale and its variants by (audience, locale)."""

    sheet: ModuleSheet
    lessons: Mapping[str, Lesson]
    variants: Mapping[tuple[str, str], Variant]

    @property
    def id(self) -> str:
        """The id, which is also the name of its folder."""
        return self.sheet.id

    @property
    def is_reviewed(self) -> bool:
        """Whether a person judged it good: only then it is on a path."""
        return self.sheet.status == "reviewed"

    def without_variants(self, audiences: Collection[str]) -> "Module":
        """This module without the texts for these roles and hats."""
        return replace(self, variants={name: held for name, held in self.variants.items() if name[0] not in audiences})

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets it serves."""
        return (*self.sheet.teaches, *self.sheet.prepares)

    def file(self, locale: str) -> str:
        """The file of its text in a locale."""
        return self.lessons[locale].file

    def minutes(self, depth: Depth) -> int:
        """How long it takes at a depth."""
        return self.sheet.minutes.at(depth)

    def placed_contents(self) -> Iterator[tuple[str, tuple[Content, ...]]]:
        """What stands in each lesson file of this module: its content, its bank and its variants."""
        for lesson in self.lessons.values():
            yield lesson.file, (*lesson.content, *lesson.bank)
        for variant in self.variants.values():
            yield variant.file, variant.slots

    def placed_questions(self, locale: str) -> Iterator[tuple[str, Question]]:
        """Every question in a locale with its file: of the lesson, its bank and its variants."""
        lessons = [self.lessons[locale]] if locale in self.lessons else []
        contents = [(lesson.file, (*lesson.content, *lesson.bank)) for lesson in lessons]
        contents += [(held.file, held.slots) for (_, held_in), held in self.variants.items() if held_in == locale]
        for file, content in contents:
            for question in questions_in(content):
                yield file, question
