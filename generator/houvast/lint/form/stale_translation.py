"""A translation says what its source says now."""

from collections.abc import Iterator, Mapping

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Catalogue, HandoutText, Lesson, Module, Plot, Variant
from houvast.source import Checked

Translated = Lesson | Variant | Plot | HandoutText

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
    for texts in _texts(checked.catalogue):
        if (original := texts.get(source)) is None:
            continue
        wanted = original.digest
        for locale, translation in texts.items():
            if locale != source and translation.translates != wanted:
                told = "is older than its source" if translation.translates else "does not say what it translates"
                way_out = f"once it says what `{original.file}` says, put `<!-- translates: {wanted} -->` {WHERE}"
                yield Finding.of(RULE, checked.line(translation.file, 1), f"this translation {told}", way_out)


WHERE = "right under its title, or in `for/` on its first line"


def _texts(catalogue: Catalogue) -> Iterator[Mapping[str, Translated]]:
    """Every text by locale: each lesson, each part for one audience, each plot and each handout."""
    for unit in catalogue.units.values():
        if not isinstance(unit, Module):
            yield unit.plots
            continue
        yield unit.lessons
        for audience in sorted({audience for audience, _ in unit.variants}):
            yield {locale: variant for (held, locale), variant in unit.variants.items() if held == audience}
    yield from (handout.texts for handout in catalogue.handouts.values())
