"""A case that the browser may choose: what it is chosen by, and its question."""

from houvast.model import Module, Question
from houvast.page.question import question_html
from houvast.page.view import View


def case_of(view: View, module: Module, question: Question, label: str) -> dict[str, object]:
    """What the browser chooses a case by, and the case itself; its placeholders are filled."""
    measured = question.measures or next(iter(module.targets), None)
    return {
        "id": question.id,
        "hash": view.catalogue.source_questions[question.id].hash,
        "unit": module.id,
        "competency": measured.competency if measured else "",
        "family": question.sibling or (question.id if question.critical else ""),
        "html": question_html(view, question, view.wording(label)),
    }
