"""A translation says what its source says now."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Lesson, Module, Plot, Unit, Variant
from houvast.source import Checked

RULE = Rule(
    "L104",
    "stale-translation",
    why="Where the source was edited and its translation was not, two colleagues learn two different things.",
    bad="nl.md was edited; en.md still says `<!-- translates: 3fa9c1d2e4b5 -->`, the digest of how it was.",
    good="The digest of nl.md as it is, in a comment right under the title of en.md.",
    way_out="bring the translation up to date, then put this digest in its `translates` comment",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the digest that each translation names with that of its source."""
    source = checked.catalogue.source_locale
    for unit in checked.catalogue.units.values():
        for translation, original in _pairs(unit, source):
            wanted = original.digest
            if translation.translates != wanted:
                told = "is older than its source" if translation.translates else "does not say what it translates"
                way_out = f"once it says what `{original.file}` says, put `<!-- translates: {wanted} -->` {WHERE}"
                yield Finding.of(RULE, checked.line(translation.file, 1), f"this translation {told}", way_out)


WHERE = "right under its title, or in `for/` on its first line"


def _pairs(unit: Unit, source: str) -> Iterator[tuple[Lesson | Variant | Plot, Lesson | Variant | Plot]]:
    """Every translation of a unit with what it translates."""
    if isinstance(unit, Module):
        for locale, lesson in unit.lessons.items():
            if locale != source and source in unit.lessons:
                yield lesson, unit.lessons[source]
        for (audience, locale), variant in unit.variants.items():
            if locale != source and (audience, source) in unit.variants:
                yield variant, unit.variants[audience, source]
    else:
        for locale, plot in unit.plots.items():
            if locale != source and source in unit.plots:
                yield plot, unit.plots[source]
