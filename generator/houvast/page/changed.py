"""Changed since you did this: what a learner who comes back is told of facts and critical cases that are others now."""

import json
from collections.abc import Iterable, Iterator

from houvast.model import Module, Question, Scenario, Unit
from houvast.model.digest import digest
from houvast.model.markup import plain_text
from houvast.page.fill import filler_for
from houvast.page.lesson import facts_in
from houvast.page.page import link
from houvast.page.places import Places
from houvast.page.question import is_counted
from houvast.page.rail import Rail
from houvast.page.view import View
from houvast.plan import Audience, Shown, personal

CHANGED_FILE = "changed.json"


def changed_file(view: View, rail: Rail) -> str:
    """Every fact and every critical case of a path, with a digest of it as it is now, and the question beside it.

    The browser compares them with what was seen when a unit was finished.
    """
    units = [view.catalogue.units[name] for name in rail.path.units]
    held = [unit for unit in units if view.catalogue.holds_unit(unit, view.locale)]
    cards = [*_facts(view, rail, held), *(card for unit in held for card in _critical(view, rail, unit))]
    return json.dumps(cards, ensure_ascii=False, separators=(",", ":")) + "\n"


def _digest(view: View, name: str) -> str:
    """Eight hex digits over what a fact says in the source locale, and how certain it is."""
    fact = view.catalogue.facts[name]
    return digest(f"{fact.statement[view.catalogue.source_locale]}\n{fact.certainty}")[:8]


def _facts(view: View, rail: Rail, units: Iterable[Unit]) -> Iterator[dict[str, object]]:
    """A card for each fact, with the units that tell it."""
    telling: dict[str, list[Unit]] = {}
    for unit in units:
        for name in _told(view, rail, unit):
            telling.setdefault(name, []).append(unit)
    for name, held in sorted(telling.items()):
        fact = view.catalogue.facts[name]
        known = view.wording("valid_as_of", date=view.date(fact.valid_as_of))
        yield {
            "key": f"fact:{name}",
            "digest": _digest(view, name),
            "text": fact.statement[view.locale],
            "about": f"{known} · {view.wording(f'certainty_{fact.certainty}')}",
            "units": [_unit(view, rail, unit, _question_beside(view, rail, unit, name)) for unit in held],
        }


def _critical(view: View, rail: Rail, unit: Unit) -> Iterator[dict[str, object]]:
    filler = filler_for(view, rail.uri, Places(view, rail.path))
    for question in _questions(view, rail, unit):
        if question.critical:
            yield {
                "key": f"case:{question.id}",
                "digest": view.catalogue.source_questions[question.id].hash,
                "text": plain_text(filler.pieces(question.stem)),
                "about": "",
                "units": [_unit(view, rail, unit, question)],
            }


def _unit(view: View, rail: Rail, unit: Unit, question: Question | None) -> dict[str, str]:
    """A unit that tells something, and the question to answer about it; its address is seen from the path."""
    name = question.id if question else ""
    address = link(rail.uri, rail.steps_of(unit.id)[0].uri, name)
    return {"id": unit.id, "title": view.title_of(unit), "href": address, "question": name}


def _question_beside(view: View, rail: Rail, unit: Unit, fact: str) -> Question | None:
    """The question of a unit that tells a fact, or else its first."""
    asked = list(_questions(view, rail, unit))
    telling = [one for one in asked if fact in facts_in((one,))]
    return next(iter((*telling, *asked)), None)


def _questions(view: View, rail: Rail, unit: Unit) -> Iterator[Question]:
    shown = _shown(view, rail, unit)
    return (piece for piece in shown if isinstance(piece, Question) and is_counted(piece))


def _shown(view: View, rail: Rail, unit: Unit) -> tuple[Shown, ...]:
    """What the learner of a path sees of a module; a scenario has nothing that is asked at a place of its own."""
    if not isinstance(unit, Module):
        return ()
    return personal(unit, view.locale, Audience.of(rail.path.role, rail.path.depth))


def _told(view: View, rail: Rail, unit: Unit) -> tuple[str, ...]:
    """The facts that a unit tells the learner of a path."""
    if isinstance(unit, Scenario):
        return facts_in(tuple(unit.plots[view.locale].blocks()))
    return facts_in(_shown(view, rail, unit))
