"""Placement: the four case questions that let a learner skip a module. Fixed rules, no learned model."""

from collections import Counter

from houvast.model import ChoiceForm, Module, Question, Target

CASES = 4


def placement(module: Module, locale: str) -> tuple[Question, ...]:
    """Four questions of a module's bank in a locale, in the order of the bank; none for a gate, or where too few fit.

    Questions with a case to decide in or to take apart come before those that ask for understanding; among them one for
    each thing the module teaches, then a second for each. All of this is alike in every locale, so the choice is too.
    """
    bank = module.lessons[locale].bank
    fit = [question for question in bank if _fits(question)]
    if module.sheet.gate or len(fit) < CASES:
        return ()
    chosen = {question.id for question in _spread(module, fit)[:CASES]}
    return tuple(question for question in bank if question.id in chosen)


def _fits(question: Question) -> bool:
    """Whether its answer is right or wrong, and it is not kept for a critical case: that has rules of its own."""
    return isinstance(question.form, ChoiceForm) and not question.critical and question.sibling is None


def _spread(module: Module, questions: list[Question]) -> list[Question]:
    default = next(iter(module.targets), None)
    before: Counter[Target | None] = Counter()
    ranks: dict[str, tuple[bool, int]] = {}
    for question in questions:
        target = question.measures or default
        ranks[question.id] = (question.thinking == "understand", before[target])
        before[target] += 1
    return sorted(questions, key=lambda question: ranks[question.id])
