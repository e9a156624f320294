"""A critical case has two siblings in the question bank."""

from collections import Counter
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import is_scored, lessons_of
from houvast.model import Lesson, Module, Question, questions_in
from houvast.source import Checked

ENOUGH = 2
"""One for now, one for a later day."""

RULE = Rule(
    "T204",
    "few-siblings",
    why="After a miss comes the same decision in other circumstances, and again on a later day. With one sibling the "
    f"answer is remembered, not the rule. {ENOUGH} is our own bound; only siblings in the question bank are asked.",
    bad="A `critical` case that one question in the bank names as its sibling.",
    good="`sibling: data-own-phone` at two questions in the bank, each in other circumstances.",
    way_out="write two siblings in the question bank: the same decision, other people and things",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the siblings of every critical case that a lesson asks."""
    for module, lesson in lessons_of(checked):
        siblings = Counter(question.sibling for question in lesson.bank if is_scored(question))
        for file, question in _asked(checked, module, lesson):
            if question.critical and is_scored(question) and siblings[question.id] < ENOUGH:
                count = siblings[question.id]
                told = f"{count} sibling" if count == 1 else "no siblings"
                message = f"`{question.id}` is critical and has {told} in the bank"
                yield Finding.of(RULE, checked.line(file, question.line), message)


def _asked(checked: Checked, module: Module, lesson: Lesson) -> Iterator[tuple[str, Question]]:
    """What a lesson and its variants ask, with the file; not what is kept in the bank."""
    yield from ((lesson.file, question) for question in questions_in(lesson.content))
    for (_, locale), variant in module.variants.items():
        if locale == checked.catalogue.source_locale:
            yield from ((variant.file, question) for question in questions_in(variant.slots))
