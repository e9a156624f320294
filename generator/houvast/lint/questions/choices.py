"""The choice questions of a catalogue with their plain text: what the rules of questions look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from houvast.diagnostics import Place
from houvast.lint.questions.words import Words, words_of
from houvast.model import ChoiceForm, Option, Question, Unit
from houvast.model.markup import CodeBlock, ListBlock, Picture, Table, plain_text, texts_of
from houvast.source import Checked

QUOTES = tuple('"“‘«')
MATERIAL = CodeBlock | ListBlock | Picture | Table
END = re.compile(r"[\s.!?…]*[\"”’'»]?[\s.!?…]*$")


@dataclass(frozen=True)
class Choice:
    """A choice question in one locale: what is asked, and the options as they are read."""

    unit: Unit
    locale: str
    file: str
    question: Question
    options: tuple[Option, ...]
    words: Words
    """The lists of its language."""

    @cached_property
    def stem(self) -> str:
        """The question itself."""
        return plain_text(self.question.stem).strip()

    @cached_property
    def case(self) -> str:
        """The case in words. A list, a table, a picture or a prompt to look at is material, and is left out."""
        shown = (block for block in self.question.case if not isinstance(block, MATERIAL))
        return " ".join(text for block in shown for text in texts_of(block))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What each option says, in the order of the author."""
        return tuple(plain_text(option.pieces).strip() for option in self.options)

    @property
    def key(self) -> str:
        """What the right option says; the first of them where several are right."""
        return self.texts[self.key_place]

    @cached_property
    def key_place(self) -> int:
        """The place of the right option, counted from 0."""
        return next(index for index, option in enumerate(self.options) if option.correct)

    @property
    def has_one_key(self) -> bool:
        """Whether one option is right and no other."""
        return sum(option.correct for option in self.options) == 1

    @cached_property
    def distractors(self) -> tuple[str, ...]:
        """What the wrong options say."""
        return tuple(text for text, option in zip(self.texts, self.options, strict=True) if not option.correct)

    @property
    def options_by_text(self) -> tuple[tuple[str, Option], ...]:
        """Each option with what it says."""
        return tuple(zip(self.texts, self.options, strict=True))

    def at_stem(self, checked: Checked) -> Place:
        """The line of its heading."""
        return checked.line(self.file, self.question.line)

    def at_option(self, checked: Checked, index: int) -> Place:
        """The line of an option."""
        return checked.line(self.file, self.options[index].line)


def bare(text: str) -> str:
    """An option in small letters without the sign it ends with or the quotes around it."""
    return END.sub("", text.casefold()).lstrip("\"“‘'«").strip()


def choices(checked: Checked) -> Iterator[Choice]:
    """Every choice question that can be answered, in the languages that have lists."""
    for locale in checked.catalogue.locales:
        if (words := words_of(locale)) is None:
            continue
        for unit in checked.catalogue.units.values():
            for file, question in unit.placed_questions(locale):
                form = question.form
                if isinstance(form, ChoiceForm) and any(option.correct for option in form.options):
                    yield Choice(unit, locale, file, question, form.options, words)


def single_choices(checked: Checked) -> Iterator[Choice]:
    """Those with one right option and at least one wrong."""
    return (choice for choice in choices(checked) if choice.has_one_key and choice.distractors)
