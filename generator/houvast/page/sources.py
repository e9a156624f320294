"""Where what a text says stands: its own sources and those of the facts it names."""

from collections.abc import Iterator

from houvast.model import Source
from houvast.page.view import View

Told = tuple[str, str | None, str]
"""The title of a source, its address, and how certain a fact of it is."""


def sources_of(view: View, own: tuple[Source, ...], facts: tuple[str, ...]) -> list[Told]:
    """Every source once: those that only the sheet names first. `facts` are ids, in the order of the text."""
    return list(dict.fromkeys(_sources(view, own, facts)))


def _sources(view: View, own: tuple[Source, ...], names: tuple[str, ...]) -> Iterator[Told]:
    facts = view.facts(names)
    of_facts = {fact.source.title[view.locale] for fact in facts}
    addresses = {source.title[view.locale]: source.url for source in own}
    yield from ((title, url, "") for title, url in addresses.items() if title not in of_facts)
    for fact in facts:
        title = fact.source.title[view.locale]
        known = view.wording("valid_as_of", date=view.date(fact.valid_as_of))
        yield title, fact.source.url or addresses.get(title), f"{view.wording(f'certainty_{fact.certainty}')} · {known}"
