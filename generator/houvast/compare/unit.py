"""Compare one module or scenario, its sheet and its text."""

from houvast.compare.change import PathName, QuestionChange, UnitChange
from houvast.compare.question import placed_questions, said_in
from houvast.compare.settings import Locales, compare_settings
from houvast.compare.text import NOTHING, compare_prose, proses
from houvast.model import Module, Plot, Scenario, Unit

Paths = tuple[PathName, ...]


def one_sided(
    unit: Unit, locale: str, questions: tuple[QuestionChange, ...], before: Paths | None, after: Paths | None
) -> UnitChange:
    """A unit that stands on one side alone: added where `before` is None, dropped where `after` is."""
    return UnitChange(
        unit.id,
        "module" if isinstance(unit, Module) else "scenario",
        unit.sheet.title[locale],
        "added" if before is None else "dropped",
        unit.sheet.owner,
        isinstance(unit, Module) and unit.sheet.gate,
        None if before is None else unit.sheet.status,
        None if after is None else unit.sheet.status,
        before or (),
        after or (),
        questions=questions,
    )


def compare_unit(
    before: Unit, after: Unit, source: Locales, questions: tuple[QuestionChange, ...], paths: tuple[Paths, Paths]
) -> UnitChange | None:
    """How a unit changed that stands on both sides, or None where it did not."""
    settings, touched = compare_settings(before.sheet, after.sheet, source)
    old, new = proses(before, source.before), proses(after, source.after)
    audiences = sorted({*old, *new}, key=lambda audience: audience or "")
    found = (compare_prose(audience, old.get(audience, NOTHING), new.get(audience, NOTHING)) for audience in audiences)
    texts = tuple(change for change in found if change)
    reopens, plays_otherwise = _compare_story(before, after, source)
    translations = touched | _translations(before, after, source)
    if not (settings or texts or questions or reopens or plays_otherwise or translations):
        return None
    means_else = bool(texts) or reopens or any(question.says_something_else for question in questions)
    means_else = means_else or any(setting.is_text for setting in settings)
    stands = before.sheet.status == after.sheet.status == "reviewed"
    return UnitChange(
        after.id,
        "module" if isinstance(after, Module) else "scenario",
        after.sheet.title[source.after],
        "changed",
        after.sheet.owner,
        any(isinstance(unit, Module) and unit.sheet.gate for unit in (before, after)),
        before.sheet.status,
        after.sheet.status,
        *paths,
        settings,
        texts,
        questions,
        tuple(sorted(translations)),
        reopens,
        plays_otherwise,
        review_missing=means_else and stands and before.sheet.review_by == after.sheet.review_by,
    )


def _compare_story(before: Unit, after: Unit, source: Locales) -> tuple[bool, bool]:
    """Whether a scenario opens again, and whether it plays otherwise."""
    if not (isinstance(before, Scenario) and isinstance(after, Scenario)):
        return False, False
    old, new = before.plots[source.before], after.plots[source.after]
    return old.hash != new.hash, _play(old) != _play(new)


def _play(plot: Plot) -> list[object]:
    """What a story does beside telling: its endings, and of each choice its effects and condition."""
    return [
        (node.id, node.ending, [(choice.target, choice.effects, choice.condition) for choice in node.choices])
        for node in plot.nodes
    ]


def _translations(before: Unit, after: Unit, source: Locales) -> set[str]:
    """The locales beside the source locale in which the text says something else."""
    return {
        locale
        for locale in _locales(before) | _locales(after)
        if locale not in source.both and _all_said(before, locale) != _all_said(after, locale)
    }


def _locales(unit: Unit) -> set[str]:
    if isinstance(unit, Module):
        return {*unit.lessons, *(locale for _, locale in unit.variants)}
    return set(unit.plots)


def _all_said(unit: Unit, locale: str) -> object:
    questions = sorted((placed.question.id, said_in(placed.question)) for placed in placed_questions(unit, locale))
    return proses(unit, locale), questions
