"""Sentences that keep our own words apart from what others wrote, so that each format can make the latter inert."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

LONGEST = 100
"""Characters of an author's text that are shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an author wrote: an id or a value, a title, or something to copy."""

    text: str
    style: Literal["value", "title", "copy"] = "value"

    @property
    def line(self) -> str:
        """The text on one line; what a terminal or a reader could take for something else becomes a space."""
        clean = " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in self.text).split())
        return clean if len(clean) <= LONGEST else clean[: LONGEST - 1].rstrip() + "…"


Sentence = tuple[str | Said, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, and what belongs under it."""

    sentence: Sentence
    under: "tuple[Item, ...]" = ()


def listed(names: tuple[str, ...]) -> Sentence:
    """Names with commas between them."""
    pieces: list[str | Said] = []
    for name in names:
        pieces += [", ", Said(name)]
    return tuple(pieces[1:])
