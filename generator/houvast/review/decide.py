"""Take a decision of one item: at once on disk, all of it or nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from houvast.model import Decision, DraftedItem, DraftSheet
from houvast.review.lines import Lines, lines_of, without
from houvast.review.sheet import folder_of, text_in, write_sheet
from houvast.source.lesson import read_lesson, read_variant
from houvast.source.plot import read_plot
from houvast.write import write_back

Decided = Literal["accepted", "edited", "rejected"]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides: a team and what the person does, never a name; and the day."""

    team: str
    role: str
    today: date


class CannotDecide(Exception):
    """This decision cannot be taken as things stand."""


def decide(courses: Path, sheet: DraftSheet, item: DraftedItem, kind: Decided, reviewer: Reviewer) -> DraftSheet:
    """Write a decision, and take what is rejected out of its files. Returns the sheet as it is then.

    Raises CannotDecide and OSError, and then all is as it was.
    """
    if kind != "rejected" and item.kind != "text" and place_of(courses, sheet, item)[1] is None:
        raise CannotDecide(f"`{item.id}` no longer stands in {folder_of(courses, sheet.id) / item.file}: reject it.")
    if kind == "accepted" and item.is_blocked:
        why = "; ".join(f"{gate.code} {gate.message}" for gate in item.gates if gate.severity == "error")
        raise CannotDecide(f"`{item.id}` cannot be accepted as it is: {why}. Edit it or reject it.")
    if kind == "edited" and _is_as_drafted(courses, sheet, item.file):
        raise CannotDecide(
            f"`{item.id}` was not edited: {item.file} is as the model wrote it. Accept, edit or reject it."
        )
    folder = folder_of(courses, sheet.id)
    changed = _without_item(courses, sheet, item) if kind == "rejected" else {}
    before = {file: (folder / file).read_text(encoding="utf-8") for file in changed}
    written = {file: _sha256(text) for file, text in changed.items() if _is_as_drafted(courses, sheet, file)}
    decision = Decision(decision=kind, team=reviewer.team, role=reviewer.role, date=reviewer.today)
    items = tuple(one.model_copy(update={"decision": decision}) if one == item else one for one in sheet.items)
    decided = sheet.model_copy(update={"items": items, "written": {**sheet.written, **written}})
    try:
        for file, text in changed.items():
            write_back(folder / file, text)
        write_sheet(courses, decided)
    except BaseException:
        for file, text in before.items():
            write_back(folder / file, text)
        write_sheet(courses, sheet)
        raise
    return decided


def find_item(sheet: DraftSheet, name: str) -> DraftedItem:
    """The item of this id, in whatever file; raises CannotDecide where there is none, or it was decided of."""
    found = [item for item in sheet.items if item.id == name]
    if not found:
        known = ", ".join(item.id for item in sheet.open_items) or "none"
        raise CannotDecide(f"there is no item `{name}` in `{sheet.id}`; open are: {known}")
    return next((item for item in found if item.decision is None), found[0])


def place_of(courses: Path, sheet: DraftSheet, item: DraftedItem) -> tuple[str, Lines | None]:
    """The text of the file of an item, and where it stands in it; no text where the file is not there."""
    text = text_in(courses, sheet, item.file) or ""
    return text, lines_of(sheet, item, text) if text else None


def _without_item(courses: Path, sheet: DraftSheet, item: DraftedItem) -> Mapping[str, str]:
    """The files of a draft without an item. A question or a node goes from the other languages too, by its id."""
    text, lines = place_of(courses, sheet, item)
    if lines is None and item.kind == "text":
        folder = folder_of(courses, sheet.id)
        way_out = f"edit {folder / item.file}, or give the whole draft up: rm -r {folder}"
        raise CannotDecide(f"`{item.id}` cannot be taken out by itself: {way_out}")
    changed = {item.file: without(text, lines)} if lines else {}
    for file in sheet.files if item.kind in {"question", "node"} else ():
        if file != item.file and file.endswith(".md"):
            other, found = place_of(courses, sheet, item.model_copy(update={"file": file}))
            if found:
                changed[file] = without(other, found)
    if item.file.endswith(".md") and item.file in changed:
        was, now = _digest(item.file, text), _digest(item.file, changed[item.file])
        changed = {file: held.replace(f"translates: {was}", f"translates: {now}") for file, held in changed.items()}
    return changed


def _is_as_drafted(courses: Path, sheet: DraftSheet, file: str) -> bool:
    """Whether nobody touched a file since it was drafted, as far as is known."""
    text = text_in(courses, sheet, file)
    return text is not None and sheet.written.get(file) == _sha256(text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(file: str, text: str) -> str:
    """What a translation names to say which text it translates."""
    if file.startswith("scenarios/"):
        return read_plot(text, file, file).value.digest
    return (read_variant if "/for/" in file else read_lesson)(text, file, file).value.digest
