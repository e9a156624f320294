"""How many words a placeholder comes to, in the locale where that is most: for what is read aloud."""

from collections.abc import Iterable

from houvast.model import Catalogue, LocalText
from houvast.plan import Length

GENERAL = 6
"""The most words that stand for a tool or a contact on a site that names none; a test holds them to it."""

TOO_MANY = 1000
"""A fact is a paragraph of its own, with its date: nothing to have in a case that is read aloud."""


def length_in(catalogue: Catalogue) -> Length:
    """The length of a placeholder by its name, as a site of this catalogue fills it."""
    organisation = catalogue.organisation
    lengths = {"org.name": len(organisation.name.split())}
    lengths |= {f"tool.{system.id}": len(system.name.split()) for system in organisation.systems}
    lengths |= {f"contact.{name}": _longest([contact.name]) for name, contact in organisation.contacts.items()}
    lengths |= {f"term.{term.id}": _longest([term.term]) for term in catalogue.terms}
    lengths["role.title"] = _longest(role.title for role in catalogue.roles.values())

    def length(name: str) -> int:
        kind = name.partition(".")[0]
        return lengths.get(name, GENERAL if kind in {"tool", "contact"} else 1 if kind == "url" else TOO_MANY)

    return length


def _longest(texts: Iterable[LocalText]) -> int:
    return max((len(written.split()) for text in texts for written in text.root.values()), default=TOO_MANY)
