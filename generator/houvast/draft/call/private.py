"""A folder of what is kept on this computer alone: only its owner reads it, and git leaves it out."""

import os
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are not there, so that they ignore themselves: git sees nothing of them.

    A folder that is there stays as it is: it may hold what belongs in git.
    """
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


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
