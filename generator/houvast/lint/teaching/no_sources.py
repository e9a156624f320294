"""A module says what it rests on."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import lessons_of
from houvast.model import Module, placeholders_in
from houvast.source import Checked

RULE = Rule(
    "T209",
    "no-sources",
    why="A learner may doubt what a lesson says, and whoever reviews it has to look it up. A fact in the text counts "
    "as a source, for it carries its own. Who owns a lesson is asked for by its shape, so there is no rule on that.",
    bad="A module without `sources`, and without a `{{ fact.… }}` in its text.",
    good='sources: [{title: {en: "AI Act"}, url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"}]',
    way_out="add official texts and original studies under `sources`; or allow it, where all is your own",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for sources on the sheet of every module, or for a fact in its text."""
    for module, _ in lessons_of(checked):
        if not module.sheet.sources and not _tells_a_fact(module):
            yield Finding.of(RULE, checked.place(module.sheet.file), f"`{module.id}` names no source")


def _tells_a_fact(module: Module) -> bool:
    return any(
        placeholder.name.startswith("fact.")
        for _, content in module.placed_contents()
        for placeholder in placeholders_in(content)
    )
