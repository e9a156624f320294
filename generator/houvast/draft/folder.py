"""Put a draft in its folder, beside the courses: nothing that a person wrote is ever lost by it."""

import difflib
import shutil
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import yaml

from houvast.draft.flow import Drafted
from houvast.draft.recipe import Context
from houvast.draft.refusal import CannotDraft
from houvast.model.drafted import DraftSheet
from houvast.source.shape import shaped
from houvast.source.yaml import read_yaml
from houvast.write import write_new

DRAFTS, SHEET = "drafts", "draft.yml"


def refuse_edited(courses: Path, name: str) -> None:
    """Raise CannotDraft where the draft of this name was touched by a person: it would be lost."""
    folder = courses / DRAFTS / name
    if not folder.exists():
        return
    sheet = _sheet_in(folder)
    way_out = f"finish it (houvast review {name}), remove {folder}/, or give the brief another `id`"
    if sheet is None:
        raise CannotDraft(f"{folder}/ is there and holds no draft of ours: {way_out}")
    held = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    edited = [
        file
        for file, path in held.items()
        if file != SHEET and sheet.written.get(file) != sha256(path.read_bytes()).hexdigest()
    ]
    if edited or any(item.decision for item in sheet.items):
        raise CannotDraft(f"somebody worked on {folder}/{edited[0] if edited else SHEET}: {way_out}")


def _sheet_in(folder: Path) -> DraftSheet | None:
    try:
        text = (folder / SHEET).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    located, _ = read_yaml(text, SHEET)
    return shaped(DraftSheet, located, id=folder.name, file=SHEET)[0] if located else None


def write_draft(courses: Path, context: Context, drafted: Drafted, endpoint: str, model: str) -> Path:
    """Write the folder of a draft, all or nothing, in the place of an earlier one that nobody touched.

    Returns where it stands. Raises CannotDraft and OSError.
    """
    name = context.brief.id
    refuse_edited(courses, name)
    folder = courses / DRAFTS / name
    files = {**packaged_unit(courses, context), **drafted.files}
    sheet = _sheet(courses, context, drafted, files, (endpoint, model))
    beside = folder.with_name(f".{name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    write_new(beside, {**files, SHEET: _as_yaml(sheet)})
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
    return folder


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """What changes in files that are there already, as unified diffs."""
    changed = [file for file in after if file in before and before[file] != after[file]]
    return [
        "".join(
            difflib.unified_diff(
                before[file].splitlines(keepends=True), after[file].splitlines(keepends=True), file, f"{file} (draft)"
            )
        )
        for file in changed
    ]


def packaged_unit(courses: Path, context: Context) -> dict[str, str]:
    """All files of a unit that comes with Houvast alone: a folder of one's own takes it over whole, or not at all."""
    unit = context.brief.unit
    sheets = (courses / "modules" / str(unit) / "module.yml", courses / "scenarios" / str(unit) / "scenario.yml")
    if unit is None or any(sheet.exists() for sheet in sheets):
        return {}
    folders = (f"modules/{unit}/", f"scenarios/{unit}/")
    return {file: text for file, text in context.texts.items() if file.startswith(folders)}


def _sheet(
    courses: Path, context: Context, drafted: Drafted, files: Mapping[str, str], asked: tuple[str, str]
) -> DraftSheet:
    brief = context.brief
    endpoint, model = asked
    named = {claim.source for item in drafted.items for claim in item.claims}
    return DraftSheet(
        id=brief.id,
        file=SHEET,
        kind=brief.kind,
        unit=brief.unit or brief.id,
        title=brief.title or brief.need,
        locale=brief.to or brief.locale,
        files=tuple(files),
        written={file: sha256(text.encode()).hexdigest() for file, text in files.items()},
        base={file: sha256(path.read_bytes()).hexdigest() for file in files if (path := courses / file).is_file()},
        tool_version=version("houvast"),
        endpoint=endpoint,
        model_requested=model,
        sources=tuple(passage.told() for passage in context.passages if passage.id in named),
        items=drafted.items,
        missing=drafted.missing,
        drafted=context.today,
    )


def _as_yaml(sheet: DraftSheet) -> str:
    """The sheet as YAML that our own reader takes; what says nothing is left out."""
    told = sheet.model_dump(mode="json", exclude={"id", "file"}, exclude_defaults=True)
    head = "# How this draft came about. houvast review reads and writes it; a person decides.\n"
    return head + yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
