"""Make an id of words."""

from collections.abc import Set

from houvast.model import id_words
from houvast.source.question import is_id

LONGEST, MOST_WORDS = 40, 5
"""Signs and words of an id that is made."""


def minted(stem: str, otherwise: str, taken: Set[str]) -> str:
    """An id of the first words of a stem that is not taken yet; of `otherwise`, an id, where the stem has no words."""
    name = _slug(stem) or otherwise[:LONGEST].rstrip("-")
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free


def _slug(stem: str) -> str:
    """The first words in plain small letters, as far as they fit; empty where none begins with a letter."""
    words = id_words(stem)
    held = [word[:LONGEST] for word in words[:MOST_WORDS]]
    while len("-".join(held)) > LONGEST:
        del held[-1]
    slug = "-".join(held)
    return slug if is_id(slug) else ""
