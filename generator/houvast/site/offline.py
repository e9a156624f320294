"""What a browser keeps of each learning path, and the worker that keeps it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from houvast.model import Organisation
from houvast.page import PATH_FILE

LIST_FILE = "offline.json"
"""Beside the page of a path: every file that this path needs without a network, each with its hash."""

WITH_EVERY_PATH = ("story", "may-i", "progress", "experiment")
"""The pages of a locale that come along with a path, where they are there; not what lies in folders below them."""

HASH_LENGTH = 32
"""How many hexadecimal signs of a SHA-256 stand in a list: 128 bits."""


def is_offline(organisation: Organisation) -> bool:
    """Whether pages are kept for offline: never of a preview, which changes while people look at it."""
    return organisation.offline and organisation.published is not None


def worker(theme: Path, organisation: Organisation, locales: Sequence[str]) -> bytes:
    """The file `sw.js`: the worker, or where nothing is kept the one that takes an earlier one away."""
    if not is_offline(organisation):
        return switch_off(theme)
    return (theme / "root/sw.js").read_text(encoding="utf-8").replace("{{ locales }}", " ".join(locales)).encode()


def switch_off(theme: Path, *, reload: bool = False) -> bytes:
    """A worker that unregisters itself and deletes what an earlier one of this site kept.

    With `reload`, open pages are loaded again: what they show may be old.
    """
    text = (theme / "root/sw-off.js").read_text(encoding="utf-8")
    return text.replace("RELOAD = false", "RELOAD = true").encode() if reload else text.encode()


def offline_lists(site: Path, locales: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """For each path in a finished site, its list. An address in it is one under the site, of a page its folder."""

    @cache
    def hash_of(file: Path) -> str:
        return hashlib.sha256(file.read_bytes()).hexdigest()[:HASH_LENGTH]

    for locale in locales:
        pages = [file for name in WITH_EVERY_PATH for file in sorted((site / locale / name).glob("*.*"))]
        shared = [site / locale / "index.html", *pages, *_frame(site / locale)]
        for path in sorted((site / locale).glob(f"*/*/{PATH_FILE}")):
            own = [file for file in path.parent.rglob("*") if file.is_file() and file.name != LIST_FILE]
            files = {_address(site, file): hash_of(file) for file in (*shared, *own)}
            text = json.dumps({"files": dict(sorted(files.items()))}, separators=(",", ":"))
            yield path.with_name(LIST_FILE).relative_to(site).as_posix(), f"{text}\n".encode()


def _frame(locale: Path) -> list[Path]:
    """What every page of a locale needs, and the page for what was not kept; not the large icons."""
    assets = (file for file in (locale / "assets").rglob("*") if file.is_file() and file.suffix != ".png")
    return [*sorted(assets), locale / "offline.html"]


def _address(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")
