"""Mark words of the glossary in a lesson, each where it stands first: there a reader can look at its meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from houvast.model import Term
from houvast.model.markup import Block, Defined, Inline, ListBlock, Paragraph, Text


class TermMarker:
    """Marks the words of one page, in order; `found` are the terms that it met."""

    def __init__(self, terms: Sequence[Term], locale: str) -> None:
        self._open = {term.term[locale].casefold(): term for term in terms if locale in term.term.locales}
        words = "|".join(re.escape(word) for word in sorted(self._open, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None
        self.found: list[Term] = []

    def block(self, block: Block) -> Block:
        """A paragraph or list with its words marked; a heading, quotation or table stays as it is."""
        match block:
            case Paragraph(pieces):
                return Paragraph(tuple(marked for piece in pieces for marked in self._piece(piece)))
            case ListBlock(items=items):
                return replace(block, items=tuple(tuple(map(self.block, item)) for item in items))
            case _:
                return block

    def _piece(self, piece: Inline) -> Iterator[Inline]:
        if not isinstance(piece, Text) or self._pattern is None:
            yield piece
            return
        end = 0
        for word in self._pattern.finditer(piece.text):
            if term := self._open.pop(word[0].casefold(), None):
                self.found.append(term)
                yield from ([Text(piece.text[end : word.start()])] if word.start() > end else [])
                yield Defined(word[0], term.id)
                end = word.end()
        if end < len(piece.text):
            yield Text(piece.text[end:])
