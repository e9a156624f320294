"""Take a draft over: its files go to the courses and its sheet to `provenance/`, all of it or nothing."""

import difflib
import hashlib
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from houvast.diagnostics import Finding
from houvast.model import DraftSheet
from houvast.pipeline import check_courses
from houvast.review.decide import place_of
from houvast.review.sheet import PROVENANCE_HEAD, folder_of, sheet_text, text_in
from houvast.source import DRAFTS, PROVENANCE
from houvast.write import write_back, write_new

STATUS = re.compile(r"^status:[ \t]*draft[ \t]*(?=#|$)", re.MULTILINE)
OF_WHOLE = frozenset({"role", "hat", "module", "scenario"})
"""Kinds that make something reviewed; others only add to what is there."""


class CannotFinish(Exception):
    """Drafts cannot be taken over as things stand: every reason, and what differs where a file changed since."""

    def __init__(self, reasons: Sequence[str], findings: Sequence[Finding] = ()) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)
        self.findings = tuple(findings)


def finish(courses: Path, sheets: Sequence[DraftSheet], today: date) -> tuple[str, ...]:
    """Take drafts over together. Returns the paths that came or changed. Raises CannotFinish and OSError.

    Nothing is written then, and nothing a person wrote since is ever lost.
    """
    reasons = [reason for sheet in sheets for reason in _reasons(courses, sheet)]
    if reasons:
        raise CannotFinish(reasons)
    files = {name: text for sheet in sheets for name, text in _files(courses, sheet, today).items()}
    if errors := _errors_with(courses, files):
        raise CannotFinish(["These errors stand in what would come of it:"], errors)
    _put(courses, sheets, files)
    return tuple(files)


def _reasons(courses: Path, sheet: DraftSheet) -> Iterator[str]:
    folder = folder_of(courses, sheet.id)
    if sheet.open_items:
        names = ", ".join(item.id for item in sheet.open_items)
        yield f"`{sheet.id}`: nobody decided of {names}. Decide of each first: houvast review {sheet.id}"
        return
    decided = [(item, item.decision.decision) for item in sheet.items if item.decision]
    if decided and all(decision == "rejected" for _, decision in decided):
        yield f"`{sheet.id}`: all of it was rejected, so nothing is left. Remove it: rm -r {folder}"
        return
    for item, decision in decided:
        if decision == "accepted" and item.is_blocked:
            why = "; ".join(gate.message for gate in item.gates if gate.severity == "error")
            yield f"`{item.id}` was accepted, and a gate forbids it: {why}. Edit it or reject it"
        if decision == "rejected" and place_of(courses, sheet, item)[1]:
            yield f"`{item.id}` was rejected, and still stands in {folder / item.file}. Reject it again"
    for file in sheet.files:
        if text_in(courses, sheet, file) is None:
            yield f"`{file}` is not in {folder}, or is no file with text: put it back, or take it out of `files`"
        elif (now := digest_of_file(courses / file)) != sheet.base.get(file):
            yield _changed(courses, sheet, file, now)
    if (courses / PROVENANCE / f"{sheet.id}.yml").exists():
        yield f"{courses / PROVENANCE / sheet.id}.yml is there already: rename the folder of this draft"


def digest_of_file(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def changed_since(courses: Path, sheet: DraftSheet) -> list[str]:
    """The files of the courses that are not what they were when this was drafted."""
    return [file for file in sheet.files if digest_of_file(courses / file) != sheet.base.get(file)]


def _changed(courses: Path, sheet: DraftSheet, file: str, now: str | None) -> str:
    """What taking a file over would undo, and the way out."""
    draft = text_in(courses, sheet, file) or ""
    there = (courses / file).read_text(encoding="utf-8") if now else ""
    lines = difflib.unified_diff(
        there.splitlines(), draft.splitlines(), (courses / file).as_posix(), f"{DRAFTS}/{sheet.id}/{file}", lineterm=""
    )
    base = f"`{file}: {now}` under `base`" if now else f"no line `{file}` under `base`"
    way_out = f"Lay what people changed in the draft as well; then draft.yml has {base}. Or draft it again."
    return "\n".join((f"`{file}` is not what it was when this was drafted. {way_out}", *lines))


def _files(courses: Path, sheet: DraftSheet, today: date) -> Mapping[str, str]:
    """The files as they will stand in the courses: those of the draft, reviewed now, and how they came about."""
    files = {file: text_in(courses, sheet, file) or "" for file in sheet.files}
    if sheet.kind in OF_WHOLE:
        files = {
            file: STATUS.sub("status: reviewed", text) if file.endswith(".yml") else text
            for file, text in files.items()
        }
    decisions = [item.decision for item in sheet.items if item.decision]
    team = max(decisions, key=lambda decision: decision.date).team if decisions else None
    sources = tuple(source.model_copy(update={"text": ""}) for source in sheet.sources)
    reviewed = {"status": "reviewed", "reviewed": today, "reviewed_by": team, "sources": sources}
    reviewed |= {"base": {}, "written": {}}
    files[f"{PROVENANCE}/{sheet.id}.yml"] = sheet_text(sheet.model_copy(update=reviewed), PROVENANCE_HEAD)
    return files


def _errors_with(courses: Path, files: Mapping[str, str]) -> list[Finding]:
    """The errors of the courses with these files in them, at the paths that people know."""
    with TemporaryDirectory() as made:
        copy = Path(made) / "courses"
        shutil.copytree(courses, copy, ignore=shutil.ignore_patterns(DRAFTS, "build", "site", ".*"), symlinks=True)
        for file, text in files.items():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / file).write_text(text, encoding="utf-8", newline="\n")
        found = check_courses(copy, only_errors=True).report.findings
        return [finding for finding in found if finding.is_error]


def _put(courses: Path, sheets: Sequence[DraftSheet], files: Mapping[str, str]) -> None:
    """Write the files and put the drafts away; where one thing fails, all is as it was."""
    before = {file: (courses / file).read_bytes() for file in files if (courses / file).is_file()}
    base = {file: digest for sheet in sheets for file, digest in sheet.base.items()}
    if other := [file for file, content in before.items() if hashlib.sha256(content).hexdigest() != base.get(file)]:
        raise CannotFinish([f"`{other[0]}` was changed just now: try again"])
    new = {file: text for file, text in files.items() if file not in before}
    write_new(courses, new)
    folders = {
        folder: folder.with_name(f".{folder.name}-done") for folder in (folder_of(courses, one.id) for one in sheets)
    }
    try:
        for file in before:
            write_back(courses / file, files[file])
        for folder, hidden in folders.items():
            shutil.rmtree(hidden, ignore_errors=True)  # of a run that ended right there
            folder.rename(hidden)
    except BaseException:
        for folder, hidden in folders.items():
            if hidden.is_dir() and not folder.exists():
                hidden.rename(folder)
        for file, content in before.items():
            (courses / file).write_bytes(content)
        for file in new:
            _remove(courses, courses / file)
        raise
    for hidden in folders.values():
        shutil.rmtree(hidden, ignore_errors=True)
    with suppress(OSError):
        (courses / DRAFTS).rmdir()


def _remove(courses: Path, path: Path) -> None:
    """Remove a file of ours, and the folders above it that are empty then."""
    path.unlink(missing_ok=True)
    with suppress(OSError):
        for folder in path.parents:
            if folder == courses:
                break
            folder.rmdir()


def git_commands(courses: Path, sheets: Sequence[DraftSheet], files: Sequence[str]) -> list[str]:
    """What makes one commit of it; we run none of it."""
    added = " ".join(shlex.quote((courses / file).as_posix()) for file in files)
    removed = " ".join(shlex.quote(folder_of(courses, sheet.id).as_posix()) for sheet in sheets)
    titles = ", ".join(sheet.id for sheet in sheets)
    return [
        f"git add -- {added}",
        f"git rm -r --quiet --cached --ignore-unmatch -- {removed}",
        f"git commit -m {shlex.quote(f'feat(courses): Take over {titles}, drafted with a model and reviewed')}",
    ]
