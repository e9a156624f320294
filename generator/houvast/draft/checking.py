"""Hold a draft against the rules of `houvast check`: one set of rules, whoever wrote it."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from houvast import pipeline
from houvast.diagnostics import Finding
from houvast.draft.flow import Item, Problems
from houvast.draft.folder import DRAFTS

ID = re.compile(r"(?:<!-- id: |- id: )([a-z][a-z0-9-]*)")
HEADING = re.compile(r"^#{2,6} ")
REVISABLE = ("Q", "W", "F")
"""Families that speak of words: what a model can mend. Others are told to the reviewer."""


def findings_with(courses: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    """What check says of the files of a draft when they stand in the courses; places are paths in `courses`."""
    with TemporaryDirectory() as made:
        folder = Path(made) / "courses"
        shutil.copytree(courses, folder, ignore=shutil.ignore_patterns(DRAFTS, "build", "site", ".*"))
        for file, text in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        found = pipeline.check_courses(folder).report.findings
        prefix = f"{folder.as_posix()}/"
    return tuple(finding for finding in found if finding.place.path.removeprefix(prefix) in files)


def problems_of(courses: Path, files: Mapping[str, str], items: Sequence[Item]) -> Problems:
    """What check says of each item, in words for who mends it."""
    names = {item.part.id for item in items}
    problems: dict[str, list[str]] = {}
    for finding in findings_with(courses, files):
        if finding.rule.code.startswith(REVISABLE):
            file = next(file for file in files if finding.place.path.endswith(f"/{file}"))
            name = _item_at(files[file], finding.place.line)
            if name in names:
                problems.setdefault(name, []).append(f"{finding.message}: {finding.way_out}")
    return problems


def _item_at(text: str, line: int) -> str:
    """The id of the question, node or task that a line belongs to, or nothing."""
    lines = text.split("\n")
    start = next((at for at in range(min(line, len(lines)) - 1, -1, -1) if HEADING.match(lines[at])), None)
    if start is None:
        start = next((at for at in range(min(line, len(lines)) - 1, -1, -1) if ID.search(lines[at])), 0)
    found = ID.search("\n".join(lines[start : start + 3]))
    return found[1] if found else ""
