"""The page of a unit, a module or a scenario, in the library or on a path."""

from dataclasses import replace

from houvast.model import Depth, Hat, Module, Unit, thing_of
from houvast.model.markup import Text
from houvast.page.fill import Filler, filler_for
from houvast.page.hat import hat_unit_uri, hat_uri
from houvast.page.intention import asked_by, starters
from houvast.page.lesson import UnitBody, elements_for, elements_for_facts, facts_in, lesson_body
from houvast.page.markdown import inline_markdown
from houvast.page.old_question import old_question_html
from houvast.page.page import Page
from houvast.page.placement import placement_html
from houvast.page.places import Places, library_unit_uri
from houvast.page.provenance import provenance_of
from houvast.page.rail import RAIL_END, Rail, RailStep
from houvast.page.scenario import scenario_body
from houvast.page.sources import sources_of
from houvast.page.talk import has_talk, talk_uri
from houvast.page.team import team_session
from houvast.page.view import View
from houvast.plan import WITHOUT_ROLE, Audience, LearningPath, placement


def library_unit_page(view: View, unit: Unit) -> Page:
    """A unit as somebody without a role reads it, at full depth."""
    uri = library_unit_uri(unit.id)
    session = team_session(view.catalogue, view.locale, unit, None)
    team = view.render("team-unit.html", uri=uri, session=session) if session else ""
    talk = view.render("talk-unit.html", uri=uri, to=talk_uri(unit.id)) if has_talk(unit) else ""
    return _full_page(view, unit, uri, WITHOUT_ROLE, ("library/", view.wording("library")), (team, talk))


def hat_unit_page(view: View, unit: Unit, hat: Hat) -> Page:
    """A unit as somebody with a hat reads it, at full depth."""
    uri, up = hat_unit_uri(hat.id, unit.id), (hat_uri(hat.id), hat.title[view.locale])
    return _full_page(view, unit, uri, Audience.of(hat, Depth.FULL), up)


def _full_page(
    view: View, unit: Unit, uri: str, audience: Audience, up: tuple[str, str], team: tuple[str, ...] = ()
) -> Page:
    """A unit off any path, at full depth. `up` is the page above it, with its title; `team` leads to what teams do."""
    body = _body(view, unit, audience, filler_for(view, uri, Places(view)), ())
    parts = [
        view.render("crumbs.html", uri=uri, trail=[("", view.wording("home")), up]),
        *_opening(view, unit, body, (), unit.minutes(Depth.FULL)),
        *body.parts,
        *team,
        _end(view, unit, body, uri, up[0], None, audience),
    ]
    return _page(view, unit, body, uri, parts, ())


def personal_unit_page(view: View, unit: Unit, rail: Rail) -> Page:
    """A unit as the learner of a path reads it, with the handrail beside it."""
    path = rail.path
    steps = rail.steps_of(unit.id)
    uri = steps[0].uri
    trail = [("", view.wording("home")), (f"{path.role.id}/", path.role.title[view.locale])]
    filler, after = filler_for(view, uri, Places(view, path)), rail.after(unit.id)
    audience = Audience.of(path.role, path.depth)
    body = _body(view, unit, audience, filler, steps)
    body = _with_placement(view, unit, body, filler, after)
    old = old_question_html(view, rail, unit, filler)
    elements = (*(("question",) if old else ()), "again", "path", "intention")
    parts = [
        view.render("rail.html", uri=uri, rail=rail, unit=unit.id),
        RAIL_END,
        view.render("crumbs.html", uri=uri, trail=trail),
        *_opening(view, unit, body, steps, sum(step.part.minutes for step in steps)),
        view.render("intended.html", page="unit"),
        view.render("changed.html", uri=uri, rail=rail),
        old,
        *body.parts,
        _end(view, unit, body, uri, rail.uri, after, audience, path),
    ]
    return _page(view, unit, body, uri, parts, elements)


def _body(view: View, unit: Unit, audience: Audience, filler: Filler, steps: tuple[RailStep, ...]) -> UnitBody:
    if isinstance(unit, Module):
        return lesson_body(view, unit, audience, filler, [step.part for step in steps])
    return scenario_body(view, unit, filler)


def _with_placement(view: View, unit: Unit, body: UnitBody, filler: Filler, after: RailStep | None) -> UnitBody:
    """The body of a unit with the placement above it, where there is one."""
    if not isinstance(unit, Module) or not (questions := placement(unit, view.locale)):
        return body
    return replace(
        body,
        parts=(placement_html(view, unit, questions, filler, after), *body.parts),
        elements=(*body.elements, *elements_for(questions), "placement"),
        facts=(*body.facts, *facts_in(questions)),
    )


def _opening(view: View, unit: Unit, body: UnitBody, steps: tuple[RailStep, ...], minutes: int) -> list[str]:
    meta = view.render(
        "unit-meta.html",
        summary=unit.sheet.summary[view.locale],
        minutes=minutes,
        amount=body.amount,
        steps=steps,
    )
    return [f"# {inline_markdown((Text(unit.sheet.title[view.locale]),))}", meta]


def _end(
    view: View,
    unit: Unit,
    body: UnitBody,
    uri: str,
    up: str,
    after: RailStep | None,
    audience: Audience,
    path: LearningPath | None = None,
) -> str:
    return view.render(
        "unit-end.html",
        uri=uri,
        next=after,
        up=up,
        unit=unit,
        sheet=unit.sheet,
        sources=sources_of(view, unit.sheet.sources, body.facts),
        asked=asked_by(view.catalogue, path, unit.id) if path else None,
        starters=starters(view, path.role) if path else (),
        provenance=provenance_of(view, thing_of(unit.sheet.file), uri, audience.names),
    )


def _meanings(view: View, uri: str, body: UnitBody) -> str:
    return view.render("meanings.html", uri=uri, terms=body.terms)


def _page(view: View, unit: Unit, body: UnitBody, uri: str, parts: list[str], elements: tuple[str, ...]) -> Page:
    dated = elements_for_facts(view.facts(body.facts))
    return Page(
        uri=uri,
        title=unit.sheet.title[view.locale],
        description=unit.sheet.summary[view.locale],
        body="\n\n".join(part for part in (*parts, _meanings(view, uri, body)) if part),
        meta={
            "kind": "unit",
            "canonical": library_unit_uri(unit.id),
            "source": f"courses/{unit.file(view.locale)}",
            "elements": list(dict.fromkeys((*body.elements, *elements, *dated))),
        },
    )
