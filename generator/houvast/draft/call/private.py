"""A folder of what is kept on this computer alone: only its owner reads it, and git leaves it out."""

import os
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make a folder, if it is not there, that ignores itself: nothing in it is committed by accident."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder


def touch_private(path: Path) -> None:
    """Make a file, if it is not there, that only its owner reads; also where it was more open."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def write_private(path: Path, text: str) -> None:
    """Put a text in the place of what a file held, whole or not at all; only its owner reads it."""
    private_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    beside.replace(path)
