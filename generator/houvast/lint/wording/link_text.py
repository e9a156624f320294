"""The words of a link say where it leads."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.words import Words, words_of
from houvast.model.markup import Link, pieces_of, plain_text
from houvast.source import Checked

RULE = Rule(
    "W208",
    "link-text",
    why=(
        "Many who use a screen reader go through the links of a page alone, and hear `here`, `here`, `here`; an "
        "address is read out sign by sign (WCAG 2.2, criterion 2.4.4)."
    ),
    bad="[Klik hier](https://example.org/brochure) voor de brochure.",
    good="Lees [de brochure van de GBA](https://example.org/brochure).",
    way_out="make a link of the words that name the page it leads to",
    severity=Severity.WARNING,
)

LINK = re.compile(r"\]\((?!#)|://|www\.")
"""A link that is no choice of a scenario, or a bare address."""

ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at the words of every link in lessons and scenarios."""
    locales = {writing.file: writing.locale for writing in writings(checked) if _has_links(checked, writing.file)}
    for file, block in checked.catalogue.placed_blocks():
        if file not in locales or (words := words_of(locales[file])) is None:
            continue
        for piece in pieces_of(block):
            if isinstance(piece, Link) and (fault := _fault(plain_text(piece.pieces), words)):
                yield Finding.of(RULE, checked.line(file, piece.line), fault)


def _has_links(checked: Checked, file: str) -> bool:
    """Whether there can be links in a file, to look no further in the many without."""
    return LINK.search(checked.texts.get(checked.shown(file), "")) is not None


def _fault(text: str, words: Words) -> str | None:
    """What the words of a link do not say."""
    bare = text.strip().strip(".,:;!?()")
    if ADDRESS.match(bare):
        return "a bare address"
    return f"`{bare}` does not say where it leads" if words.empty_link.fullmatch(bare) else None
