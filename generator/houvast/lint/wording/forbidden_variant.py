"""A thing has one name everywhere: the one in the glossary."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.model import Catalogue
from houvast.source import Checked

RULE = Rule(
    "W204",
    "forbidden-variant",
    why=(
        "Two names for one thing make a reader look for the difference. The glossary says which name is the "
        "house's, and under `not` which are not. What somebody says between quotation marks does not count."
    ),
    bad="Die LLM verzint soms iets.",
    good="Dat taalmodel verzint soms iets.",
    way_out="use the term, or take the variant out of `not` in glossary.yml; where it means something else, allow it",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for the variants of every term in lessons, scenarios and texts in YAML."""
    variants = {locale: dict(_variants(checked.catalogue, locale)) for locale in checked.catalogue.locales}
    patterns = {locale: _pattern(held) for locale, held in variants.items() if held}
    for writing in writings(checked):
        if (pattern := patterns.get(writing.locale)) is None:
            continue
        for passage in writing.passages:
            for found in pattern.finditer(passage.own):
                term = variants[writing.locale][found[0].lower()]
                message = f"`{found[0]}`, where the glossary says `{term}`"
                yield Finding.of(RULE, writing.place(checked, passage, found.start()), message)


def _variants(catalogue: Catalogue, locale: str) -> Iterator[tuple[str, str]]:
    """Each variant in lower case, with the term it is of."""
    for term in catalogue.terms:
        if locale in term.term.locales:
            yield from ((variant.lower(), term.term[locale]) for variant in term.not_.get(locale, ()))


def _pattern(variants: dict[str, str]) -> re.Pattern[str]:
    """The longest first, each as a word of its own: a compound is another word."""
    longest = sorted(variants, key=lambda variant: (-len(variant), variant))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
