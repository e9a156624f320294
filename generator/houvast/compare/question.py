"""Compare questions by id, in the source locale: that is where learners' answers are keyed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houvast.compare.change import QuestionChange, Setting
from houvast.compare.settings import Locales
from houvast.compare.text import references
from houvast.model import Catalogue, Module, Question, Unit, questions_in
from houvast.model.digest import folded
from houvast.model.markup import texts_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A question, the unit it belongs to, and where in that it stands."""

    question: Question
    unit: str
    place: str


def placed_questions(unit: Unit, locale: str) -> Iterator[Placed]:
    """Every question of a unit in a locale."""
    if not isinstance(unit, Module):
        for _, question in unit.placed_questions(locale):
            yield Placed(question, unit.id, "story")
        return
    if lesson := unit.lessons.get(locale):
        yield from (Placed(question, unit.id, "lesson") for question in questions_in(lesson.content))
        yield from (Placed(question, unit.id, "bank") for question in lesson.bank)
    for (audience, held_in), variant in sorted(unit.variants.items()):
        if held_in == locale:
            for question in questions_in(variant.slots):
                yield Placed(question, unit.id, f"text for {audience}")


def compare_questions(before: Catalogue, after: Catalogue) -> Mapping[str, tuple[QuestionChange, ...]]:
    """The questions that changed, by the unit they stand in now, or stood in if they are dropped."""
    source = Locales(before.source_locale, after.source_locale)
    old, new = _by_id(before, source.before), _by_id(after, source.after)
    changes: dict[str, list[QuestionChange]] = {}
    for name in sorted({*old, *new}):
        was, now = old.get(name), new.get(name)
        if change := _compare(was, now):
            changes.setdefault(now.unit if now else was.unit if was else "", []).append(change)
    return {unit: tuple(held) for unit, held in changes.items()}


def _by_id(catalogue: Catalogue, locale: str) -> dict[str, Placed]:
    return {
        placed.question.id: placed for unit in catalogue.units.values() for placed in placed_questions(unit, locale)
    }


def _compare(was: Placed | None, now: Placed | None) -> QuestionChange | None:
    if was and now:
        return _compare_both(was, now)
    if now:
        return QuestionChange(now.question.id, "added", None, now.question.hash, now.question.critical)
    if was:
        return QuestionChange(was.question.id, "dropped", was.question.hash, None, was.question.critical)
    return None


def _compare_both(was: Placed, now: Placed) -> QuestionChange | None:
    old, new = was.question, now.question
    means_same = old.meaning == new.meaning
    change = QuestionChange(
        new.id,
        "changed",
        old.hash,
        new.hash,
        new.critical,
        reworded=not means_same and old.hash == new.hash,
        explained=means_same and said_in(old) != said_in(new),
        settings=tuple(_settings(was, now)),
    )
    return change if change.says_something_else or change.settings else None


def _settings(was: Placed, now: Placed) -> Iterator[Setting]:
    old, new = was.question, now.question
    for name, before, after in (
        ("module or scenario", was.unit, now.unit),
        ("place", was.place, now.place),
        ("critical", "yes" if old.critical else "no", "yes" if new.critical else "no"),
        ("kind", old.thinking, new.thinking),
        ("measures", str(old.measures) if old.measures else None, str(new.measures) if new.measures else None),
        ("sibling", old.sibling, new.sibling),
    ):
        if before != after:
            yield Setting(name, before, after)


def said_in(question: Question) -> list[tuple[str, ...]]:
    """All a question says, its rationales and hints too; in no order, as options may be shuffled."""
    return sorted((folded(" ".join(texts_of(block))), *references(block)) for block in question.blocks())
