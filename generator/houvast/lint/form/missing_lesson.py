"""A module has a lesson, and a scenario or handout a text, in every locale of the organisation."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "L102",
    "missing-lesson",
    why="Without the file there is nothing to learn from in that language.",
    bad="`locales: {nl: all, en: all}` and only `nl.md`.",
    good="`nl.md` and `en.md`.",
    way_out="write the file, or take the locale out of `organisation.yml`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for the lesson and for every variant in each locale."""
    for module in checked.catalogue.modules.values():
        place = checked.place(module.sheet.file)
        for locale in checked.catalogue.locales:
            if not checked.catalogue.holds_unit(module, locale):
                continue
            if locale not in module.lessons:
                yield Finding.of(RULE, place, f"`{module.id}` has no `{locale}.md`", about=locale)
            # A variant may be the organisation's own in a module that is not: it is told at the one that is there.
            variants = {audience: variant for (audience, _), variant in sorted(module.variants.items())}
            for audience, variant in variants.items():
                if (audience, locale) not in module.variants:
                    message = f"`{module.id}` has no `for/{audience}.{locale}.md`"
                    yield Finding.of(RULE, checked.place(variant.file), message, about=locale)
    others = [(one.sheet.file, one.id, one.plots.keys()) for one in checked.catalogue.scenarios.values()]
    others += [(one.sheet.file, one.id, one.texts.keys()) for one in checked.catalogue.handouts.values()]
    for file, name, written in others:
        for locale in checked.catalogue.locales:
            if checked.catalogue.is_whole(locale) and locale not in written:
                yield Finding.of(RULE, checked.place(file), f"`{name}` has no `{locale}.md`", about=locale)
