"""A question as HTML that teaches without JavaScript; an element of ours makes it answer back."""

from markupsafe import Markup

from houvast.model import Question
from houvast.page.html import blocks_html, inline_html
from houvast.page.view import View


def question_html(view: View, question: Question, label: str) -> Markup:
    """A question whose placeholders are filled, under a label such as `Vraag 3`."""
    source = view.catalogue.source_questions[question.id]
    options = [
        {
            "digest": original.digest,
            "correct": option.correct,
            "text": inline_html(option.pieces),
            "rationale": blocks_html(option.rationale),
        }
        for option, original in zip(question.options, source.options, strict=True)
    ]
    return view.render(
        "question.html",
        id=question.id,
        hash=source.hash,
        several=question.takes_several,
        label=label,
        stem=inline_html(question.stem),
        case=blocks_html(question.case),
        options=options,
        hint=blocks_html(question.hint),
    )


def item_of(view: View, question: Question) -> str:
    """A question as the elements count it: its id and the hash of what it asks."""
    return f"{question.id}:{view.catalogue.source_questions[question.id].hash}"
