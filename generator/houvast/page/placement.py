"""Placement at the start of a module on a path: "I know this already", four cases and what comes of them."""

from collections.abc import Sequence

from markupsafe import Markup

from houvast.model import Module, Question
from houvast.model.digest import digest
from houvast.page.fill import Filler
from houvast.page.page import link
from houvast.page.question import item_of, question_html
from houvast.page.rail import RailStep
from houvast.page.view import View


def placement_html(
    view: View, module: Module, questions: Sequence[Question], filler: Filler, after: RailStep | None
) -> Markup:
    """The placement of a module with these questions; `after` is the step to go on with, None at the end of a path."""
    cases = (
        question_html(view, filler.question(question), view.wording("placement_case", number=number))
        for number, question in enumerate(questions, start=1)
    )
    return view.render(
        "placement.html",
        module=module.id,
        hash=digest("\n".join(item_of(view, question) for question in questions))[:12],
        cases=list(cases),
        after=link(filler.uri, after.uri, after.fragment) if after else None,
        title=after.title if after else "",
    )
