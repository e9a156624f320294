"""A lesson carries the title of its module, a scenario or handout that of its sheet."""

from collections.abc import Iterator, Mapping

from houvast.diagnostics import Finding, Rule
from houvast.model import HandoutText, Lesson, LocalText, Module, Plot
from houvast.model.markup import plain_text
from houvast.source import Checked
from houvast.source.rules import NO_TITLE

RULE: Rule = NO_TITLE


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the first line of every text with the title in its sheet."""
    catalogue = checked.catalogue
    for unit in catalogue.units.values():
        yield from _differing(checked, unit.sheet.title, unit.lessons if isinstance(unit, Module) else unit.plots)
    for handout in catalogue.handouts.values():
        yield from _differing(checked, handout.sheet.title, handout.texts)


def _differing(
    checked: Checked, titles: LocalText, texts: Mapping[str, Lesson | Plot | HandoutText]
) -> Iterator[Finding]:
    for locale, text in texts.items():
        if text.title and locale in titles.locales and plain_text(text.title) != titles[locale]:
            yield Finding.of(RULE, checked.line(text.file, 1), f"the title here is not “{titles[locale]}”")
