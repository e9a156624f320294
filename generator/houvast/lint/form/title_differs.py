"""A lesson carries the title of its module."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model import Module
from houvast.model.markup import plain_text
from houvast.source import Checked
from houvast.source.rules import NO_TITLE

RULE: Rule = NO_TITLE


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the first line of a lesson or plot with the title in its sheet."""
    for unit in checked.catalogue.units.values():
        for locale, text in (unit.lessons if isinstance(unit, Module) else unit.plots).items():
            if text.title and locale in unit.sheet.title.locales:
                wanted, found = unit.sheet.title[locale], plain_text(text.title)
                if wanted != found:
                    yield Finding.of(RULE, checked.line(text.file, 1), f"the title here is not “{wanted}”")
