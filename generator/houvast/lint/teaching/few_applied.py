"""At least half of the questions of a module ask to do something in a case, not only to understand."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import lessons_of, questions_of
from houvast.model import PromptForm, Question
from houvast.source import Checked

RULE = Rule(
    "T202",
    "few-applied",
    why="Who can say what a rule means, cannot always use it on a Friday afternoon; a case asks just that. Half is our "
    "own bound, no finding of research. Questions of lesson and bank count, polls do not; without `kind`, a question "
    "counts as `understand`.",
    bad="A lesson with four questions, and one of them says `kind: apply`.",
    good="Two of the four describe a moment at work and say `kind: apply` or `kind: analyse`.",
    way_out="make cases of some: a moment at work, and what somebody does then; say `kind: apply` or `kind: analyse`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the questions of every module, and those that ask to apply or to analyse."""
    for module, lesson in lessons_of(checked):
        questions = questions_of(checked, module)
        applied = sum(_applies(question) for question in questions)
        if 2 * applied < len(questions):
            message = f"of the questions of `{module.id}`, {applied} of {len(questions)} apply or analyse"
            yield Finding.of(RULE, checked.line(lesson.file, 1), message)


def _applies(question: Question) -> bool:
    """A prompt exercise always asks to do something."""
    return question.thinking != "understand" or isinstance(question.form, PromptForm)
