"""A draft holds the files that it names, and no others."""

from collections.abc import Iterator
from pathlib import Path

from houvast.diagnostics import Finding, Rule
from houvast.model import DraftSheet
from houvast.source import DRAFTED, DRAFTS, Checked

RULE = Rule(
    "D651",
    "broken-draft",
    why="A reviewer decides of the files that `draft.yml` names, and those go to `courses/`. One that is missing "
    "leaves nothing to decide of, and one that nobody named would be lost.",
    bad="`files: [modules/buy-with-ai/nl.md]`, and no such file in the folder of the draft.",
    good="Each file of the draft under `files`, by its path in `courses/`.",
    way_out="put the file there, or mend `files` in `draft.yml`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare what each draft names with what stands in its folder."""
    for draft in checked.catalogue.drafts.values():
        folder = checked.courses / DRAFTS / draft.id
        for index, file in enumerate(draft.files):
            if not (folder / file).is_file():
                yield Finding.of(RULE, checked.place(draft.file, "files", index), f"`{file}` is not in this draft")
        for file in _held(folder, draft):
            yield Finding.of(
                RULE, checked.place(draft.file, "files"), f"`{file}` stands in the draft, and is not named"
            )


def _held(folder: Path, draft: DraftSheet) -> list[str]:
    """The files of a draft that are read as courses and that it does not name."""
    held = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(
        file
        for file in held
        if file.partition("/")[0] in DRAFTED
        and file not in draft.files
        and not any(name.startswith(".") for name in file.split("/"))
    )
