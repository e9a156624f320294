"""The page of a unit: a lesson as one reader sees it, in the library or on a path."""

from collections.abc import Iterator

from houvast.model import Depth, Fact, Module, Question, Role, placeholders_in
from houvast.model.markup import Block, Text
from houvast.page.fill import filler_for
from houvast.page.markdown import blocks_markdown, inline_markdown
from houvast.page.page import Page
from houvast.page.question import question_html
from houvast.page.rail import Rail, RailStep
from houvast.page.view import View
from houvast.plan import Audience, Part, Shown, personal, start_of_parts

RAIL_END = '<hr class="houvast-rail-end">'
"""What stands above this line in a page, the template puts beside it."""


def library_unit_uri(unit: str) -> str:
    """Where a unit stands without a role."""
    return f"library/{unit}/"


def library_unit_page(view: View, module: Module) -> Page:
    """A unit as somebody without a role reads it, at full depth."""
    shown = personal(module, view.locale, Audience((), Depth.FULL))
    trail = [("", view.wording("home")), ("library/", view.wording("library"))]
    minutes = module.sheet.minutes.full
    uri = library_unit_uri(module.id)
    parts = [
        view.render("crumbs.html", uri=uri, trail=trail),
        *_lesson(view, module, shown, (), None, minutes),
        view.render("unit-end.html", uri=uri, next=None, up="library/", **_references(view, module, shown)),
    ]
    return _page(view, module, shown, uri, parts)


def personal_unit_page(view: View, module: Module, rail: Rail) -> Page:
    """A unit as the learner of a path reads it, with the handrail beside it."""
    path = rail.path
    shown = personal(module, view.locale, Audience.of(path.role, path.pace.shows))
    steps = rail.steps_of(module.id)
    uri = steps[0].uri
    trail = [("", view.wording("home")), (f"{path.role.id}/", path.role.title[view.locale])]
    minutes = sum(step.part.minutes for step in steps)
    parts = [
        view.render("rail.html", uri=uri, rail=rail, unit=module.id),
        RAIL_END,
        view.render("crumbs.html", uri=uri, trail=trail),
        *_lesson(view, module, shown, steps, path.role, minutes),
        view.render(
            "unit-end.html", uri=uri, next=rail.after(module.id), up=rail.uri, **_references(view, module, shown)
        ),
    ]
    return _page(view, module, shown, uri, parts)


def _lesson(
    view: View, module: Module, shown: tuple[Shown, ...], steps: tuple[RailStep, ...], role: Role | None, minutes: int
) -> Iterator[str]:
    """Title, what it is about, and the lesson itself with its parts and questions."""
    yield f"# {inline_markdown((Text(module.sheet.title[view.locale]),))}"
    questions = sum(isinstance(piece, Question) for piece in shown)
    summary = module.sheet.summary[view.locale]
    yield view.render("unit-meta.html", summary=summary, minutes=minutes, questions=questions, steps=steps)
    filler = filler_for(view.catalogue, view.locale, role)
    starts = start_of_parts(shown, tuple(step.part for step in steps))
    prose: list[Block] = []
    number = 0
    for index, piece in enumerate(shown):
        if index in starts or isinstance(piece, Question):
            yield blocks_markdown(prose)
            prose.clear()
        if index in starts:
            yield _part_mark(view, starts[index])
        filled = filler.shown(piece)
        if isinstance(filled, Question):
            number += 1
            yield question_html(view, filled, number)
        else:
            prose.append(filled)
    yield blocks_markdown(prose)


def _part_mark(view: View, part: Part) -> str:
    return view.render("part.html", part=part)


def _references(view: View, module: Module, shown: tuple[Shown, ...]) -> dict[str, object]:
    """What stands at the end of a unit: its sources, and the facts its text uses."""
    used = dict.fromkeys(found.name for found in placeholders_in(shown) if found.name.startswith("fact."))
    facts: list[Fact] = [view.catalogue.facts[name.removeprefix("fact.")] for name in used]
    return {"sources": module.sheet.sources, "facts": facts, "module": module}


def _page(view: View, module: Module, shown: tuple[Shown, ...], uri: str, parts: list[str]) -> Page:
    meta: dict[str, str | list[str]] = {
        "kind": "unit",
        "canonical": library_unit_uri(module.id),
        "source": f"courses/{module.lessons[view.locale].file}",
    }
    elements = ["question"] if any(isinstance(piece, Question) for piece in shown) else []
    if RAIL_END in parts:
        elements.append("path")
    return Page(
        uri=uri,
        title=module.sheet.title[view.locale],
        description=module.sheet.summary[view.locale],
        body="\n\n".join(part for part in parts if part),
        meta=meta | {"elements": elements},
    )
