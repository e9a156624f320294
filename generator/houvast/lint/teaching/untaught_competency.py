"""A question measures a competency at a level that its module teaches."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "T101",
    "untaught-competency",
    why="A question on something untaught tests luck.",
    bad="`measures: oversee 2` in a module that teaches `judge 1` and `judge 2`.",
    good="`measures: judge 2`",
    way_out="measure a level that stands in `teaches` or `prepares`, or leave `measures` out",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare what every question measures with what its module teaches."""
    for module in checked.catalogue.modules.values():
        for locale in module.lessons:
            for file, question in module.placed_questions(locale):
                if question.measures and not module.sheet.serves(question.measures):
                    place = checked.line(file, question.line)
                    yield Finding.of(RULE, place, f"`{module.id}` does not teach `{question.measures}`")
