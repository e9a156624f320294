"""An id names one thing in all of `courses/`."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Place, Rule
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
    units = {module.id: checked.place(module.sheet.file) for module in catalogue.modules.values()}
    for scenario in catalogue.scenarios.values():
        if scenario.id in units:
            place = checked.place(scenario.sheet.file)
            yield Finding.of(RULE, place, f"`{scenario.id}` is also the id of a module")
        units[scenario.id] = checked.place(scenario.sheet.file)
    for locale in catalogue.locales:
        first: dict[str, Place] = dict(units)
        for module in catalogue.modules.values():
            for file, question in module.placed_questions(locale):
                place = checked.line(file, question.line)
                if question.id and question.id in first:
                    yield Finding.of(
                        RULE, place, f"`{question.id}` is also the id of what stands at {first[question.id]}"
                    )
                first.setdefault(question.id, place)
