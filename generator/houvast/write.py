"""Put files where they belong: new ones all or none and never over anything, and one in the place of another."""

import os
from collections.abc import Mapping
from pathlib import Path


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path under `root`, and the folders they need. Where one cannot be written, none is left.

    Raises FileExistsError where a file is there already, and OSError where a path leads out of `root` or is not to be
    written.
    """
    made: list[Path] = []
    try:
        for name, text in files.items():
            path = root / name
            if not path.parent.resolve().is_relative_to(root.resolve()):
                raise OSError(f"{path.parent} leads out of {root}")
            _make(path.parent, made)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for path in reversed(made):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it that are not there, and note them."""
    if not folder.is_dir():
        _make(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside and move it into place, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def write_back(path: Path, text: str) -> None:
    """Put a text in the place of what a file held, if it is there; who may read and write the file stays."""
    mode = path.stat().st_mode if path.is_file() else None
    write_whole(path, text.encode())
    if mode:
        path.chmod(mode)
