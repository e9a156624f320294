"""A learning path as data, beside its page: what the browser filters, packs and dates again."""

import json
from collections.abc import Iterator, Sequence

from houvast.model import Depth, Module, Unit
from houvast.page.hat import hat_unit_uri
from houvast.page.page import link
from houvast.page.rail import Rail, critical_of, items_of, parts_of
from houvast.page.view import View
from houvast.plan import Audience, Plus, Step, begin_of, placement

PATH_FILE = "path.json"


def path_file(view: View, rail: Rail, pluses: Sequence[Plus]) -> str:
    """The steps of a path in order, the pace, the organisation's dates, and what each hat would add.

    `returns` is the case of a placement that comes back in the first review where its module was skipped. `critical`
    are the critical cases of a step, each with its siblings.
    """
    path, organisation = rail.path, view.catalogue.organisation
    begin = begin_of(view.catalogue, path.role)
    steps = zip(path.steps, rail.steps, strict=True)
    content = {
        "role": path.role.id,
        "pace": {
            "id": path.pace.id,
            "minutes_per_session": path.pace.minutes_per_session,
            "sessions_per_week": path.pace.sessions_per_week,
            "reviews": path.pace.reviews,
        },
        "start": begin.isoformat() if begin else None,
        "by": {milestone: day.isoformat() for milestone, day in organisation.by.items()},
        "sessions": len(path.sessions),
        "weeks": path.weeks,
        "gaps": [str(gap.target) for gap in path.gaps],
        "steps": [
            _step(view, step, link(rail.uri, shown.uri, shown.fragment), shown.items, shown.critical)
            for step, shown in steps
        ],
        "hats": [
            {
                "id": plus.hat.id,
                "title": plus.hat.title[view.locale],
                "steps": list(_plus_steps(view, plus, rail.uri)),
            }
            for plus in pluses
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plus_steps(view: View, plus: Plus, uri: str) -> Iterator[dict[str, object]]:
    audience = Audience.of(plus.hat, Depth.FULL)
    for step in plus.steps:
        address = link(uri, hat_unit_uri(plus.hat.id, step.unit))
        unit = view.catalogue.units[step.unit]
        items = items_of(view, unit, audience, parts_of(plus.steps, step.unit)).get(step.part.number, [])
        critical = critical_of(view, unit, audience)
        yield _step(view, step, address, items, [critical[item] for item in items if item in critical])


def _step(view: View, step: Step, address: str, items: Sequence[str], critical: Sequence[str]) -> dict[str, object]:
    unit = view.catalogue.units[step.unit]
    held = isinstance(unit, Module) and view.catalogue.holds_unit(unit, view.locale)
    cases = placement(unit, view.locale) if isinstance(unit, Module) and held else ()
    return {
        "unit": step.unit,
        "part": step.part.number,
        "of": step.part.of,
        "minutes": step.minutes,
        "stage": step.stage,
        "title": view.title_of(unit),
        "href": address,
        "items": list(items),
        "critical": list(critical),
        "returns": cases[0].id if cases and step.part.number == 1 else "",
        "requires": list(_requires(unit)),
        "reasons": [str(reason) for reason in step.reasons],
    }


def _requires(unit: Unit) -> tuple[str, ...]:
    """What comes before a unit: of a module what it requires, of a scenario the modules it comes after."""
    return unit.sheet.requires if isinstance(unit, Module) else unit.sheet.after
