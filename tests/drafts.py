"""Drafts by hand, as a model would leave them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

DRAFT = """\
kind: {kind}
unit: {unit}
title: A draft
locale: nl
files: {files}
tool_version: "0.1.0"
endpoint: model.example
model_requested: small-model
drafted: 2027-03-01
{more}"""


def put(courses: Path, file: str, text: str) -> None:
    """Write a file of the courses."""
    path = courses / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edit(courses: Path, file: str, old: str, new: str) -> None:
    """Change what a file of the courses says, once."""
    text = (courses / file).read_text(encoding="utf-8")
    assert old in text, (file, old)
    put(courses, file, text.replace(old, new, 1))


def put_draft(
    courses: Path, name: str, files: Mapping[str, str], kind: str = "module", unit: str = "look-twice", more: str = ""
) -> None:
    """Lay a draft of these files beside the courses. `more` is YAML that goes in its sheet."""
    base = {
        file: hashlib.sha256((courses / file).read_bytes()).hexdigest() for file in files if (courses / file).is_file()
    }
    lines = "".join(f"  {file}: {digest}\n" for file, digest in base.items())
    held = f"base:\n{lines}{more}" if base else more
    sheet = DRAFT.format(files=f"[{', '.join(files)}]", unit=unit, kind=kind, more=held)
    put(courses, f"drafts/{name}/draft.yml", sheet)
    for file, text in files.items():
        put(courses, f"drafts/{name}/{file}", text)
