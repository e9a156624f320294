"""Put finished pages on disk as Markdown, and write only what changed."""

from collections.abc import Sequence
from pathlib import Path

from houvast.page import Page
from houvast.write import write_whole

OURS = ("index.md", "*.json", "*.ics", "*.svg")
"""What we write: a page, and data, a calendar or pictures beside it."""


def write_docs(folder: Path, pages: Sequence[Page]) -> int:
    """Make a folder hold these pages and no other; each appears whole or not at all. Returns how many were written.

    Every page is an `index.md`, perhaps with data, a calendar or pictures beside it; other files are left alone.
    """
    wanted = {page.file: page.markdown.encode() for page in pages}
    wanted |= {f"{page.uri}{name}": text.encode() for page in pages for name, text in page.files.items()}
    ours = (path for name in OURS for path in folder.rglob(name))
    present = {path.relative_to(folder).as_posix(): path for path in ours}
    written = 0
    for file, content in wanted.items():
        if file not in present or present[file].read_bytes() != content:
            write_whole(folder / file, content)
            written += 1
    for file in present.keys() - wanted.keys():
        present[file].unlink()
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return written
