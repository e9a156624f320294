"""Write a new folder: every file of it, or none."""

from collections.abc import Mapping
from pathlib import Path

from houvast.init.files import BadStart
from houvast.write import write_new


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path into a folder that is new or empty. Where one cannot be written, none is left.

    Raises BadStart where the folder holds anything, and OSError where it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise BadStart(f"{folder} is a file; name a folder that is new or empty")
    if folder.is_dir() and any(folder.iterdir()):
        raise BadStart(f"{folder} is not empty, and nothing in it is touched; name a folder that is new or empty")
    write_new(folder, files)
