"""Read one text file of a course, safely."""

import re
from pathlib import Path

from houvast.diagnostics import Finding, Place
from houvast.source.rules import HIDDEN_CHARACTER, LEAVES_FOLDER, UNREADABLE

LARGEST = 256 * 1024
"""Bytes. No lesson or list of an organisation comes near it."""

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, zero-width characters and marks that reverse the direction of text."""


def read_text(path: Path, root: Path, shown: str) -> str | Finding:
    """The text of a file with plain line ends, or what is wrong with it. `shown` is the path an author knows."""
    place = Place(shown)
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        return Finding.of(LEAVES_FOLDER, place, "this is a link, not a file of the course")
    try:
        if path.stat().st_size > LARGEST:
            return Finding.of(UNREADABLE, place, f"the file is larger than {LARGEST // 1024} KB")
        text = path.read_bytes().decode()
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        return Finding.of(UNREADABLE, Place(shown, line), "the file is not UTF-8 text")
    except OSError as problem:
        return Finding.of(UNREADABLE, place, f"the file cannot be read: {problem.strerror}")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if hidden := HIDDEN.search(text):
        before = text[: hidden.start()]
        where = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Finding.of(HIDDEN_CHARACTER, where, f"a hidden character, U+{ord(hidden[0]):04X}")
    return text
