"""A draft is plain words: no address, no markup, nothing that a page would act on."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly

ACTIVE = re.compile(
    r"https?://|www\.|\b(?:(?:javascript|vbscript):\S|data:[a-z]+/)|</?[a-zA-Z!][^>]*>|\{\{|\{%|\$\{|!\[|\]\("
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
    re.IGNORECASE,
)

RULE = Rule(
    "D609",
    "no-plain-text",
    why="A link, a tag, a placeholder or a sign that nobody sees is written to be acted on. We write every text of a "
    "model as words that do nothing, so it would be harmless; that it is there says that something led the model.",
    bad="\u201cKijk op [onze site](https://voorbeeld.be).\u201d",
    good="\u201cKijk op het intranet.\u201d",
    way_out="say it in words; a person can add a link afterwards",
)


def check(item: Judged) -> Iterator[str]:
    """Look at every text."""
    for text in item.texts:
        if found := ACTIVE.search(text):
            yield f"{found[0]!r} in \u201c{shortly(text)}\u201d"
