"""Format the texts of a courses folder: say what each would become. Nothing is written here."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from houvast.diagnostics import Finding, Place, Report, count
from houvast.fmt.house import house_text
from houvast.fmt.ids import NO_IDS, NewIds, Translation, new_ids
from houvast.fmt.keyed import keyed_in
from houvast.fmt.texts import TextFile, text_files, unit_ids
from houvast.model import Organisation
from houvast.source import Reading
from houvast.source.files import read_text
from houvast.source.rules import UNREADABLE
from houvast.source.shape import shaped
from houvast.source.yaml import read_yaml


class NoSuchText(Exception):
    """A file was named that is no text of these courses."""

    def __init__(self, named: Path, courses: Path) -> None:
        super().__init__(f"{named} holds no text of {courses}/; name none to format them all")


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be written anew; `text` is all of it."""

    path: Path
    text: str
    new: NewIds

    def told(self, *, is_done: bool) -> str:
        """The file and what happens to it, or would, in the words of who reads it."""
        minted, copied = self.new.minted, len(self.new.by_line) - self.new.minted
        words = [f"{count(minted, 'id')} {'minted' if is_done else 'to mint'}"] if minted else []
        words += [f"{count(copied, 'id')} {'copied' if is_done else 'to copy'}"] if copied else []
        return f"{self.path.as_posix()}: {', '.join((*words, 'written anew' if is_done else 'to be written anew'))}"


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting comes to: the files that change, of how many, and what could not be done."""

    changes: tuple[Change, ...]
    files: int
    report: Report
    reading: Reading


def formatted(courses: Path, named: Sequence[Path] = ()) -> Formatted:
    """What the named files and folders would become, or all texts where none is named. Raises NoSuchText."""
    if not courses.is_dir():
        missing = Finding.of(
            UNREADABLE, Place(courses.as_posix()), "there is no such folder", "name the folder with `--courses DIR`"
        )
        return _formatted([], 0, [missing], {})
    files = list(text_files(courses))
    chosen = _chosen(courses, files, named)
    source_locale, findings, texts = _source_locale(courses)
    if source_locale is None:
        return _formatted([], len(chosen), findings, texts)
    texts, findings = _texts(courses, files)
    readable = [file for file in files if file.shown in texts]
    new, not_copied = _new_ids(readable, texts, source_locale, set(unit_ids(courses)))
    changes, left_alone = _changes([file for file in chosen if file.shown in texts], texts, new)
    shown = {file.shown for file in chosen}
    told = [found for found in (*findings, *not_copied, *left_alone) if found.place.path in shown]
    return _formatted(changes, len(chosen), told, texts)


def _changes(
    files: Sequence[TextFile], texts: Mapping[str, str], new: Mapping[str, NewIds]
) -> tuple[list[Change], list[Finding]]:
    """What becomes of each file, and which are left as they are for what they would say."""
    changes: list[Change] = []
    left_alone: list[Finding] = []
    for file in files:
        ids = new.get(file.shown, NO_IDS)
        written = house_text(file, texts[file.shown], ids.by_line)
        if isinstance(written, Finding):
            left_alone.append(written)
        elif written.encode() != file.path.read_bytes():
            changes.append(Change(file.path, written, ids))
    return changes, left_alone


def _formatted(
    changes: Sequence[Change], files: int, findings: Sequence[Finding], texts: Mapping[str, str]
) -> Formatted:
    return Formatted(tuple(changes), files, Report.of(findings, files), Reading(None, tuple(findings), (), texts))


def _chosen(courses: Path, files: Sequence[TextFile], named: Sequence[Path]) -> list[TextFile]:
    """The files that are named or stand in a folder that is; all where none is named."""
    chosen: list[TextFile] = list(files) if not named else []
    for one in named:
        place = Path(os.path.realpath(one))
        found = [file for file in files if Path(os.path.realpath(file.path)).is_relative_to(place)]
        if not found:
            raise NoSuchText(one, courses)
        chosen += found
    return sorted(set(chosen), key=lambda file: file.shown)


def _texts(courses: Path, files: Sequence[TextFile]) -> tuple[dict[str, str], list[Finding]]:
    """What stands in each file that can be read, by the path its author knows; and why others cannot."""
    read = {file.shown: read_text(file.path, courses, file.shown) for file in files}
    texts = {shown: text for shown, text in read.items() if isinstance(text, str)}
    return texts, [text for text in read.values() if isinstance(text, Finding)]


def _source_locale(courses: Path) -> tuple[str | None, list[Finding], dict[str, str]]:
    """The locale in which ids are made; or None, what is wrong with the organisation's file, and its text."""
    path = courses / "organisation.yml"
    text = read_text(path, courses, path.as_posix())
    if isinstance(text, Finding):
        return None, [text], {}
    located, findings = read_yaml(text, path.as_posix())
    organisation = None
    if located:
        organisation, found = shaped(Organisation, located)
        findings += found
    return (organisation.source_locale, [], {}) if organisation else (None, findings, {path.as_posix(): text})


def _new_ids(
    files: Sequence[TextFile], texts: Mapping[str, str], source_locale: str, units: set[str]
) -> tuple[dict[str, NewIds], list[Finding]]:
    """The new ids of each file, by the path that its author knows, and which could not be copied.

    None is the id of one of `units`, or stands in a text already.
    """
    keyed = {file.shown: keyed_in(file.read(texts[file.shown], file.file, file.shown).value) for file in files}
    taken = units | {held.id for known in keyed.values() for held in known}
    new: dict[str, NewIds] = {}
    findings: list[Finding] = []
    for _, group in groupby(files, key=lambda file: file.group):
        locales = list(group)
        translations = [Translation(file.shown, file.locale, keyed[file.shown]) for file in locales]
        found, not_copied = new_ids(translations, source_locale, locales[0].unit, taken)
        new |= found
        findings += not_copied
    return new, findings
