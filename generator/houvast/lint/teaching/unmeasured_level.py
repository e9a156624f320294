"""What a module teaches, a question of it measures."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import lessons_of, questions_of
from houvast.source import Checked

RULE = Rule(
    "T201",
    "unmeasured-level",
    why="What a module says it teaches and never asks, a learner cannot show and a review cannot bring back. "
    "A poll does not count: it has no right answer. Levels 3 and 4 are shown at work, not in a question.",
    bad="teaches: [judge 1, judge 2], and every question says `measures: judge 1`",
    good="A question with `measures: judge 2`, in the lesson or in its bank.",
    way_out="write a question with this level in `measures`, or take the level out of `teaches`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare what every module teaches with what its questions measure: without `measures`, the first it serves."""
    for module, _ in lessons_of(checked):
        asked = {question.measures or next(iter(module.targets), None) for question in questions_of(checked, module)}
        for index, target in enumerate(module.sheet.teaches):
            if target not in asked:
                place = checked.place(module.sheet.file, "teaches", index)
                yield Finding.of(RULE, place, f"no question of `{module.id}` measures `{target}`")
