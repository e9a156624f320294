"""The page of a hat: what it adds to any path."""

from houvast.model import Depth, Hat, Week
from houvast.page.experiment import leads_experiments
from houvast.page.handout import handouts_of
from houvast.page.page import Meta, Page
from houvast.page.provenance import provenance_of
from houvast.page.talk import talk_of
from houvast.page.view import View
from houvast.plan import Plus, moments_of


def hat_uri(hat: str) -> str:
    """Where a hat stands."""
    return f"hats/{hat}/"


def hat_unit_uri(hat: str, unit: str) -> str:
    """Where a unit that a hat adds stands, as somebody with that hat reads it."""
    return f"{hat_uri(hat)}{unit}/"


def _weeks(view: View, hat: Hat) -> list[tuple[Week, str, str]]:
    """The plan of a hat: each entry, with its week and its day in words where it names one and the day is known."""
    is_public = view.catalogue.organisation.is_public
    days = {} if is_public else {moment.number: moment.day for moment in moments_of(view.catalogue, hat)}
    wording = view.wording
    told = []
    for number, week in hat.numbered_weeks:
        named = (
            "" if week.week is None else wording("moment_week", number=number) if number else wording("moment_before")
        )
        day = wording("intro_from", day=view.date(days[number])) if number in days else ""
        told.append((week, named, day))
    return told


def hat_page(view: View, plus: Plus) -> Page:
    """What a hat adds: its first weeks, its units with their reasons, what to practise at work, and what is missing."""
    hat: Hat = plus.hat
    uri = hat_uri(hat.id)
    units = view.catalogue.units
    held = [units[name] for name in plus.units if view.catalogue.holds_unit(units[name], view.locale)]
    reasons = {step.unit: step.reasons for step in plus.steps}
    body = view.render(
        "hat.html",
        uri=uri,
        hat=hat,
        weeks=_weeks(view, hat),
        units=[(unit, hat_unit_uri(hat.id, unit.id), unit.minutes(Depth.FULL), reasons[unit.id]) for unit in held],
        practices=[task for task in plus.practices if view.catalogue.holds_unit(units[task.unit], view.locale)],
        gaps=plus.gaps,
        talk=talk_of(view, hat),
        handouts=handouts_of(view, hat),
        leads=leads_experiments(hat),
        provenance=provenance_of(view, f"hats/{hat.id}", uri, hat.names),
    )
    meta: Meta = {"kind": "hat", "source": f"courses/{hat.file}"}
    return Page(uri, hat.title[view.locale], hat.summary[view.locale], body, meta)
