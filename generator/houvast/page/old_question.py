"""The first question of a new session is an old one: what stands hidden above a unit for that."""

from markupsafe import Markup

from houvast.model import Unit
from houvast.page.case import case_of
from houvast.page.fill import Filler
from houvast.page.rail import Rail
from houvast.page.view import View
from houvast.plan.reviews import old_questions


def old_question_html(view: View, rail: Rail, unit: Unit, filler: Filler) -> Markup:
    """The cases of earlier units that the browser may ask first; nothing where there are none, as on the first unit."""
    catalogue = view.catalogue
    modules = {name: module for name, module in catalogue.modules.items() if catalogue.holds_unit(module, view.locale)}
    held = old_questions(rail.path, unit.id, modules, view.locale)
    if not held:
        return Markup()
    cases = [case_of(view, module, filler.question(question), "old_label") for module, question in held]
    titles = [view.wording("old_from", title=view.title_of(module)) for module, _ in held]
    return view.render("old-question.html", cases=list(zip(cases, titles, strict=True)), path=rail.uri.strip("/"))
