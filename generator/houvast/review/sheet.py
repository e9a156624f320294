"""Read and write `draft.yml`."""

from pathlib import Path

import yaml

from houvast.model import DraftSheet
from houvast.source import DRAFT_SHEET, DRAFTS, draft_ids
from houvast.source.files import read_text
from houvast.source.shape import shaped
from houvast.source.yaml import read_yaml
from houvast.write import write_back

HEAD = "# How this draft came about. houvast review reads and writes it; a person decides.\n"
PROVENANCE_HEAD = "# How this was drafted, and who decided of it. The site tells it on its page.\n"


class NoDraft(Exception):
    """There is no such draft, or its sheet cannot be read."""


def folder_of(courses: Path, name: str) -> Path:
    """Where a draft lies."""
    return courses / DRAFTS / name


def text_in(courses: Path, sheet: DraftSheet, file: str) -> str | None:
    """What a file of a draft holds; None where it is not there, or is a link or no text."""
    folder = folder_of(courses, sheet.id)
    text = read_text(folder / file, folder, file) if (folder / file).is_file() else None
    return text if isinstance(text, str) else None


def read_sheet(courses: Path, name: str) -> DraftSheet:
    """The sheet of a draft; raises NoDraft."""
    known = draft_ids(courses)
    if name not in known:
        told = f"there are: {', '.join(known)}" if known else "there are none"
        raise NoDraft(f"There is no draft `{name}` in {courses / DRAFTS}/; {told}.")
    path = folder_of(courses, name) / DRAFT_SHEET
    text = read_text(path, courses, path.as_posix())
    if not isinstance(text, str):
        raise NoDraft(f"{path} cannot be read: {text.message}.")
    located, findings = read_yaml(text, path.as_posix())
    sheet = None
    if located:
        sheet, found = shaped(DraftSheet, located, id=name, file=f"{DRAFTS}/{name}/{DRAFT_SHEET}")
        findings += found
    if sheet is None or findings:
        raise NoDraft(f"{findings[0].place}: {findings[0].message}. {findings[0].way_out}.")
    return sheet


def sheet_text(sheet: DraftSheet, head: str = HEAD) -> str:
    """A sheet as YAML that our reader takes; what says nothing is left out."""
    told = sheet.model_dump(mode="json", exclude={"id", "file"}, exclude_defaults=True)
    return head + yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)


def write_sheet(courses: Path, sheet: DraftSheet) -> None:
    """Put the sheet of a draft in its place, whole."""
    write_back(folder_of(courses, sheet.id) / DRAFT_SHEET, sheet_text(sheet))
