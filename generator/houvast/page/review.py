"""The reviews of a path: one page, with the cases that its sittings choose from."""

from collections.abc import Iterator

from houvast.model import Module, Question
from houvast.page.case import case_of
from houvast.page.fill import filler_for
from houvast.page.lesson import elements_for, elements_for_facts, facts_in
from houvast.page.page import Page
from houvast.page.places import REVIEW, Places
from houvast.page.rail import RAIL_END, Rail
from houvast.page.view import View
from houvast.plan import Audience, begin_of
from houvast.plan.reviews import returning


def review_page(view: View, rail: Rail) -> Page:
    """The page of the review sittings of a path; the browser chooses, by what the learner did."""
    path, uri = rail.path, f"{rail.uri}{REVIEW}"
    filler = filler_for(view, uri, Places(view, path))
    held = list(_cases(view, rail))
    questions = tuple(question for _, question in held)
    begin = begin_of(view.catalogue, path.role)
    body = view.render(
        "review.html",
        uri=uri,
        rail=rail,
        trail=[("", view.wording("home")), (rail.uri, path.role.title[view.locale])],
        start=begin.isoformat() if begin else "",
        cases=[case_of(view, module, filler.question(question), "review_label") for module, question in held],
        units=list(dict.fromkeys((step.title, step.uri) for step in rail.steps)),
    )
    beside = view.render("rail.html", uri=uri, rail=rail, unit="")
    dated = elements_for_facts(view.facts(facts_in(questions)))
    return Page(
        uri,
        view.wording("review_title"),
        view.wording("review_lead"),
        "\n\n".join((beside, RAIL_END, body)),
        {"kind": "review", "elements": [*elements_for(questions), "path", "review", *dated]},
    )


def _cases(view: View, rail: Rail) -> Iterator[tuple[Module, Question]]:
    path = rail.path
    audience = Audience.of(path.role, path.depth)
    for name in path.units:
        unit = view.catalogue.units[name]
        if isinstance(unit, Module) and view.catalogue.holds_unit(unit, view.locale):
            yield from ((unit, question) for question in returning(unit, view.locale, audience))
