"""A module: a taught unit. Its sheet says what it teaches; its lessons say it, per locale."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    full: Minutes
    extra: Minutes

    def at(self, depth: Depth) -> int:
        """The minutes at this depth."""
        return {Depth.ESSENTIALS: self.essentials, Depth.FULL: self.full, Depth.EXTRA: self.extra}[depth]


class Practice(Shape):
    """A practice task: done at work, seen by another; what makes a level 3 or 4 real."""

    prepares: WrittenTarget
    do: LocalText
    seen_by: LocalText


class ModuleSheet(Shape):
    """`module.yml`."""

    id: Slug
    file: str
    title: LocalText
    summary: LocalText
    teaches: tuple[WrittenTarget, ...] = ()
    prepares: tuple[WrittenTarget, ...] = ()
    requires: tuple[Slug, ...] = ()
    minutes: MinutesPerDepth
    audiences: tuple[Slug, ...] = ()
    core: bool = True
    gate: bool = False
    phases: tuple[Phase, ...] = ()
    step: Step | None = None
    owner: Slug
    review_by: date
    status: Literal["draft", "reviewed", "retired"]
    sources: tuple[Source, ...] = ()
    practice: tuple[Practice, ...] = ()

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
