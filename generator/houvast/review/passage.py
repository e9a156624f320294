"""The passage of a source that a draft quotes, as far as it is kept here."""

from pathlib import Path

from houvast.model import Catalogue, DraftSheet, github_slug
from houvast.model.markup import plain_text
from houvast.review.lines import Lines
from houvast.source.markdown import heading_of, read_markdown

LONGEST = 1200
"""Signs that are shown of a passage; the file holds the rest."""


def passage_of(courses: Path, catalogue: Catalogue, sheet: DraftSheet, source: str) -> str:
    """What a source says: a fact, the section of a lesson, or what was sent of a document. Empty where it is gone."""
    kind, _, name = source.partition(".")
    locale = sheet.locale
    if kind == "fact" and (fact := catalogue.facts.get(name)):
        return fact.statement.root.get(locale, "")
    if kept := next((told.text for told in sheet.sources if told.id == source), ""):
        return kept
    unit, _, anchor = name.partition("#")
    if kind != "module" or unit not in catalogue.modules or locale not in catalogue.modules[unit].lessons:
        return ""
    path = courses / catalogue.modules[unit].file(locale)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    told = _section(text, anchor)
    return f"{told[:LONGEST].rstrip()} …" if len(told) > LONGEST else told


def _section(text: str, anchor: str) -> str:
    """The part of a lesson under a heading; a number behind it says which piece of a long one."""
    pieces = read_markdown(text, "modules/a/nl.md", "").pieces
    headings = [(piece, heading) for piece in pieces if (heading := heading_of(piece))]
    lines = text.split("\n")
    for at, (piece, heading) in enumerate(headings):
        slug = github_slug(plain_text(heading.pieces))
        if slug == anchor or anchor.rpartition("-")[0] == slug or (anchor.startswith("top") and heading.level == 1):
            end = headings[at + 1][0].line - 1 if at + 1 < len(headings) else len(lines)
            return Lines(piece.line, end).of(text)
    return ""
