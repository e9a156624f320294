"""Changed since you did this: what a learner who comes back is told of facts and critical cases that are others now."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from houvast.model import Module, Question, Scenario, Unit, placeholders_in
from houvast.model.digest import digest
from houvast.model.markup import placeholders_of
from houvast.page.fill import filler_for
from houvast.page.html import inline_html
from houvast.page.lesson import fact_names
from houvast.page.page import link
from houvast.page.places import Places
from houvast.page.question import is_counted
from houvast.page.rail import Rail
from houvast.page.view import View
from houvast.plan import Audience, Shown, personal


def changed_html(view: View, rail: Rail, uri: str, units: Iterable[Unit]) -> Markup | None:
    """A card for every fact and every critical case of these units, hidden until the browser sees that it changed."""
    held = [unit for unit in units if view.catalogue.holds_unit(unit, view.locale)]
    facts = _facts(view, rail, uri, held)
    cases = [case for unit in held for case in _critical(view, rail, uri, unit)]
    if not facts and not cases:
        return None
    return view.render("changed.html", facts=facts, cases=cases)


def fact_digest(view: View, name: str) -> str:
    """Eight hex digits over what a fact says in the source locale, and how certain it is."""
    fact = view.catalogue.facts[name]
    return digest(f"{fact.statement[view.catalogue.source_locale]}\n{fact.certainty}")[:8]


def _facts(view: View, rail: Rail, uri: str, units: Iterable[Unit]) -> list[dict[str, object]]:
    """Each fact once, with the units that tell it."""
    telling: dict[str, list[Unit]] = {}
    for unit in units:
        for name in _told(view, rail, unit):
            telling.setdefault(name, []).append(unit)
    return [
        {
            "name": name,
            "digest": fact_digest(view, name),
            "statement": view.catalogue.facts[name].statement[view.locale],
            "certainty": view.catalogue.facts[name].certainty,
            "valid_as_of": view.date(view.catalogue.facts[name].valid_as_of),
            "units": " ".join(unit.id for unit in held),
            "links": list(_links(view, rail, uri, name, held)),
        }
        for name, held in sorted(telling.items())
    ]


def _links(view: View, rail: Rail, uri: str, fact: str, units: Iterable[Unit]) -> Iterator[Mapping[str, str]]:
    """Of each unit that tells a fact the question that goes with it: one that tells it, or the first."""
    for unit in units:
        step = rail.steps_of(unit.id)[0]
        asked = [piece for piece in _shown(view, rail, unit) if isinstance(piece, Question) and is_counted(piece)]
        telling = [one for one in asked if fact in fact_names(found.name for found in placeholders_in((one,)))]
        question = next(iter((*telling, *asked)), None)
        address = link(uri, step.uri, question.id if question else "")
        yield {
            "unit": unit.id,
            "title": view.title_of(unit),
            "address": address,
            "question": question.id if question else "",
        }


def _critical(view: View, rail: Rail, uri: str, unit: Unit) -> Iterator[dict[str, object]]:
    filler = filler_for(view, uri, Places(view, rail.path))
    step = rail.steps_of(unit.id)[0]
    for question in _shown(view, rail, unit):
        if isinstance(question, Question) and question.critical:
            yield {
                "id": question.id,
                "hash": view.catalogue.source_questions[question.id].hash,
                "stem": inline_html(filler.pieces(question.stem)),
                "unit": unit.id,
                "title": view.title_of(unit),
                "address": link(uri, step.uri, question.id),
            }


def _shown(view: View, rail: Rail, unit: Unit) -> tuple[Shown, ...]:
    """What the learner of a path sees of a module; a scenario has nothing that is asked at a place of its own."""
    if not isinstance(unit, Module):
        return ()
    return personal(unit, view.locale, Audience.of(rail.path.role, rail.path.depth))


def _told(view: View, rail: Rail, unit: Unit) -> tuple[str, ...]:
    """The facts that a unit tells the learner of a path."""
    if isinstance(unit, Scenario):
        blocks = unit.plots[view.locale].blocks()
        return fact_names(found.name for block in blocks for found in placeholders_of(block))
    return fact_names(found.name for found in placeholders_in(_shown(view, rail, unit)))
