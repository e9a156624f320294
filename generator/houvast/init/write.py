"""Write a new folder: every file of it, or none."""

from collections.abc import Mapping
from pathlib import Path

from houvast.init.files import BadStart


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path into a folder that is new or empty. Where one cannot be written, none is left.

    Raises BadStart where the folder holds anything, and OSError where it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise BadStart(f"{folder} is a file; name a folder that is new or empty")
    if folder.is_dir() and any(folder.iterdir()):
        raise BadStart(f"{folder} is not empty, and nothing in it is touched; name a folder that is new or empty")
    made: list[Path] = []
    try:
        _make(folder, made)
        for name, text in files.items():
            path = folder / name
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
