"""A lesson carries the title of its module."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model.markup import plain_text
from houvast.source import Checked
from houvast.source.rules import NO_TITLE

RULE: Rule = NO_TITLE


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the first line of a lesson with the title in `module.yml`."""
    for module in checked.catalogue.modules.values():
        for locale, lesson in module.lessons.items():
            if lesson.title and locale in module.sheet.title.locales:
                wanted, found = module.sheet.title[locale], plain_text(lesson.title)
                if wanted != found:
                    yield Finding.of(RULE, checked.line(lesson.file, 1), f"the title here is not “{wanted}”")
