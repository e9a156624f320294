"""An id names one thing in all of `courses/`."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import Module, Unit, github_slug, walk
from houvast.model.markup import Heading, plain_text
from houvast.source import Checked

RULE = Rule(
    "R103",
    "duplicate-id",
    why="Learners' progress is kept by id: two questions with one id would share their answers.",
    bad="`<!-- id: check-first -->` in two modules.",
    good="Every question has an id of its own.",
    way_out="give the newer one another id; learners keep what they did of the older one",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the ids of all questions within a locale, and with those of modules and scenarios."""
    catalogue = checked.catalogue
    for name, hat in catalogue.hats.items():
        if name in catalogue.roles or name in catalogue.competencies.clusters:
            message = f"`{name}` is also the id of a role or a cluster, so nobody can tell whom a text is for"
            yield Finding.of(RULE, checked.place(hat.file), message)
    units = {module.id: checked.place(module.sheet.file) for module in catalogue.modules.values()}
    for scenario in catalogue.scenarios.values():
        if scenario.id in units:
            place = checked.place(scenario.sheet.file)
            yield Finding.of(RULE, place, f"`{scenario.id}` is also the id of a module")
        units[scenario.id] = checked.place(scenario.sheet.file)
    for handout in catalogue.handouts.values():
        if handout.id in units:
            message = f"`{handout.id}` is also the id of a module or scenario"
            yield Finding.of(RULE, checked.place(handout.sheet.file), message)
    for locale in catalogue.locales:
        first: dict[str, Place] = dict(units)
        for unit in catalogue.units.values():
            for file, question in unit.placed_questions(locale):
                place = checked.line(file, question.line)
                if question.id and question.id in first:
                    yield Finding.of(
                        RULE, place, f"`{question.id}` is also the id of what stands at {first[question.id]}"
                    )
                first.setdefault(question.id, place)
        yield from _addresses(checked, locale)


def _addresses(checked: Checked, locale: str) -> Iterator[Finding]:
    """Questions with an id that is the address of another thing on their page: a heading, or a node."""
    for unit in checked.catalogue.units.values():
        taken = dict(_taken(unit, locale))
        for file, question in unit.placed_questions(locale):
            if question.id in taken:
                message = f"`{question.id}` is also the address of the heading on line {taken[question.id]}"
                yield Finding.of(RULE, checked.line(file, question.line), message)


def _taken(unit: Unit, locale: str) -> Iterator[tuple[str, int]]:
    if isinstance(unit, Module):
        lesson = unit.lessons.get(locale)
        for piece in walk(lesson.content) if lesson else ():
            if isinstance(piece, Heading):
                yield github_slug(plain_text(piece.pieces)), piece.line
    elif plot := unit.plots.get(locale):
        yield from ((node.id, node.line) for node in plot.nodes)
