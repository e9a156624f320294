"""Which questions of the units of a path come back: in its reviews, and as the first question of a new session."""

from collections.abc import Mapping

from houvast.model import ChoiceForm, Module, Question
from houvast.plan.path import LearningPath
from houvast.plan.personal import Audience, personal

MOST_OF_A_MODULE = 8
MOST_OLD_QUESTIONS = 3


def returning(module: Module, locale: str, audience: Audience) -> tuple[Question, ...]:
    """The questions of a module that a review of this audience can choose from, at most eight.

    First its critical cases, then a sibling of each; then the rest of its bank, and questions of its text that ask
    for a decision in a case. All of this is alike in every locale, so the choice is too.
    """
    asked = [piece for piece in personal(module, locale, audience) if isinstance(piece, Question)]
    bank = module.lessons[locale].bank
    critical = [question for question in asked if question.critical]
    names = {question.id for question in critical}
    siblings = {question.sibling: question for question in reversed(bank) if question.sibling in names}
    rest = [question for question in bank if question.sibling is None]
    cases = [question for question in asked if question.thinking != "understand"]
    wanted = (*critical, *(siblings[one.id] for one in critical if one.id in siblings), *rest, *cases)
    fit = {question.id: question for question in wanted if isinstance(question.form, ChoiceForm)}
    return tuple(fit.values())[:MOST_OF_A_MODULE]


def old_questions(
    path: LearningPath, unit: str, modules: Mapping[str, Module], locale: str
) -> tuple[tuple[Module, Question], ...]:
    """A question of the bank of each of the nearest three modules before a unit that have one, the nearest first.

    How far a module lies back says which one, so that the pages after it each ask another.
    """
    place = path.units.index(unit)
    before = [name for name in path.units[:place] if name in modules and _choices(modules[name].lessons[locale].bank)]
    held: list[tuple[Module, Question]] = []
    for name in reversed(before[-MOST_OLD_QUESTIONS:]):
        bank = _choices(modules[name].lessons[locale].bank)
        held.append((modules[name], bank[(place - path.units.index(name) - 1) % len(bank)]))
    return tuple(held)


def _choices(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(question for question in questions if isinstance(question.form, ChoiceForm))
