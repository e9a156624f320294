"""The critical cases of a gate and their siblings: what a learner may need after a miss, at the end of the unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from houvast.model import Module, Question
from houvast.page.fill import Filler
from houvast.page.question import is_counted, item_of, question_html
from houvast.page.view import View
from houvast.plan import Shown

CONTACT = "ai"
"""The contact of `organisation.yml` to talk a case over with, beside one's own manager."""


@dataclass(frozen=True, slots=True)
class CriticalCase:
    """A critical case as an audience sees it: which question of the text it is, and its siblings in the bank."""

    question: Question
    number: int
    siblings: tuple[Question, ...]

    def written(self, view: View) -> str:
        """The case and its siblings as the elements count them: `id:hash,id:hash`, the case itself first."""
        return ",".join(item_of(view, question) for question in (self.question, *self.siblings))


def critical_cases(module: Module, locale: str, shown: Sequence[Shown]) -> tuple[CriticalCase, ...]:
    """The critical cases among what is shown of a module, in order."""
    asked = [piece for piece in shown if isinstance(piece, Question)]
    bank = [question for question in module.lessons[locale].bank if is_counted(question)]
    return tuple(
        CriticalCase(question, number, tuple(one for one in bank if one.sibling == question.id))
        for number, question in enumerate(asked, start=1)
        if question.critical and is_counted(question)
    )


def siblings_html(view: View, cases: Sequence[CriticalCase], filler: Filler) -> Markup:
    """What may come after a miss in these cases: siblings, and whom to talk with."""
    contact = view.catalogue.organisation.contacts.get(CONTACT)
    return view.render(
        "siblings.html",
        contact=contact,
        cases=[
            {
                "written": case.written(view),
                "id": case.question.id,
                "number": case.number,
                "siblings": [
                    question_html(view, filler.question(one), view.wording("gate_sibling", number=case.number))
                    for one in case.siblings
                ],
            }
            for case in cases
        ],
    )
