"""The lessons that rules of teaching look at: in the source locale, for a rule of form holds the others alike."""

from collections.abc import Iterator

from houvast.model import Lesson, Module, PollForm, PromptForm, Question
from houvast.source import Checked


def lessons_of(checked: Checked) -> Iterator[tuple[Module, Lesson]]:
    """Every module that is not retired, with its lesson in the source locale, if there is one."""
    locale = checked.catalogue.source_locale
    for module in checked.catalogue.modules.values():
        if module.sheet.status != "retired" and locale in module.lessons:
            yield module, module.lessons[locale]


def questions_of(checked: Checked, module: Module) -> tuple[Question, ...]:
    """What a module asks in the source locale: in lesson, variants and bank. No polls, which ask for an opinion."""
    placed = module.placed_questions(checked.catalogue.source_locale)
    return tuple(question for _, question in placed if not isinstance(question.form, PollForm))


def is_scored(question: Question) -> bool:
    """Whether an answer is right or wrong."""
    return not isinstance(question.form, PollForm | PromptForm)
