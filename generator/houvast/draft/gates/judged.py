"""An item as the gates see it: what a model wrote, where its sources are, and what was asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from houvast.draft.sources import Passage
from houvast.draft.wire import NO_SOURCE, Said, Wire, said_in, texts_in

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
SINGLE, DOUBLE = "\u2018\u2019\u00b4`", "\u201c\u201d\u201e\u00ab\u00bb"
FOLDED = {**DASHES, **dict.fromkeys(map(ord, SINGLE), "'"), **dict.fromkeys(map(ord, DOUBLE), '"')}


@dataclass(frozen=True)
class Judged:
    """One item: the answer as it came, its locale, and its sources.

    `allowed` is what the brief says itself; `sent` are the texts that a translation was made of, `asked`
    is all that people and sources wrote and the model was sent.
    """

    value: Wire
    locale: str
    passages: Mapping[str, Passage]
    canary: str
    allowed: str = ""
    sent: tuple[str, ...] = ()
    asked: str = ""
    instruction: str = ""
    """The prompt."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text that the model wrote."""
        return tuple(texts_in(self.value))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every sentence that may state a fact."""
        return tuple(said_in(self.value))

    def source_of(self, said: Said) -> Passage | None:
        """The passage that a sentence names, if it names one that is there."""
        return self.passages.get(said.source)

    def stands_on(self, said: Said) -> bool:
        """Whether a sentence names a source at all."""
        return said.source != NO_SOURCE


def folded(text: str) -> str:
    """A text with one kind of space, quotation mark and dash, in small letters: what two writings of it share."""
    return re.sub(r"\s+", " ", text.translate(FOLDED)).strip().casefold()


def shortly(text: str, most: int = 60) -> str:
    """The beginning of a text, to name it by."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
