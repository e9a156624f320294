"""Put new files beside what is there: all of them or none, and never over anything."""

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
