"""An item beside its sources, as lines that a terminal can safely print."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from houvast.diagnostics import Finding
from houvast.diagnostics.finding import CONTROL
from houvast.diagnostics.formats import format_concise
from houvast.model import Catalogue, DraftedItem, DraftSheet
from houvast.review.decide import place_of
from houvast.review.lines import Lines
from houvast.review.passage import passage_of
from houvast.review.sheet import folder_of

RULE = "─" * 72


def plain(text: str, *, keep_lines: bool = False) -> str:
    """Words of a model or a stranger without what could steer a terminal."""
    if keep_lines:
        return "\n".join(plain(line) for line in text.split("\n"))
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def shown(
    courses: Path, catalogue: Catalogue, sheet: DraftSheet, item: DraftedItem, findings: Sequence[Finding]
) -> Iterator[str]:
    """The item as it stands in its file, what it stands on, and all that was found in it."""
    text, lines = place_of(courses, sheet, item)
    path = (folder_of(courses, sheet.id) / item.file).as_posix()
    place = f"{path}:{lines.first}" if lines else path
    yield from (RULE, f"{item.kind} `{item.id}` in {place}", "")
    yield plain(lines.of(text) if lines else _whole(item, text, path), keep_lines=True)
    yield from _claims(courses, catalogue, sheet, item)
    yield from _found(item, path, lines, findings)


def _whole(item: DraftedItem, text: str, path: str) -> str:
    return (
        text if item.kind == "text" and text else f"It no longer stands in {path}: reject it, or quit and put it back."
    )


def _claims(courses: Path, catalogue: Catalogue, sheet: DraftSheet, item: DraftedItem) -> Iterator[str]:
    titles = {source.id: source.title for source in sheet.sources}
    for claim in item.claims:
        yield from ("", f"claim: {plain(claim.sentence)}", f"  quote: “{plain(claim.quote)}”")
        yield f"  source: {plain(titles.get(claim.source, claim.source))} ({plain(claim.source)})"
    for source in dict.fromkeys(claim.source for claim in item.claims):
        passage = passage_of(courses, catalogue, sheet, source)
        told = passage or "It is no longer there: look in the source itself."
        yield from ("", f"{plain(source)} says:")
        yield from (f"  {plain(line)}" for line in told.split("\n"))


def _found(item: DraftedItem, path: str, lines: Lines | None, findings: Sequence[Finding]) -> Iterator[str]:
    here = [one for one in findings if one.place.path == path and (lines is None or lines.holds(one.place.line))]
    told = [f"{gate.severity} {gate.code} {plain(gate.message)}" for gate in item.gates]
    told += [f"{format_concise(one)}\n    help: {one.way_out}" for one in here]
    told += [f"a second call said: {plain(said)}" for said in item.critique]
    told += [f"a call without the key chose: {plain(vote)}" for vote in item.votes]
    if told:
        yield from ("", *(f"- {one}" for one in told))
