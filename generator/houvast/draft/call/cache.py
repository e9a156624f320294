"""Accepted answers, kept as they come: what was paid for once is never asked twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from pydantic import BaseModel, ValidationError

from houvast.draft.call.faults import EXIT_ENDPOINT, Fault, Stopped
from houvast.draft.call.private import private_folder, touch_private
from houvast.model.drafted import Call

CACHE = Path(".houvast/draft-cache.sqlite")
"""Where answers are kept, in the folder where one works."""

_LAYOUT = 1
_TABLE = "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, wire TEXT NOT NULL, call TEXT NOT NULL)"
_BUSY = 30.0
"""Seconds to wait while another run keeps an answer."""

Kept = TypeVar("Kept", bound=BaseModel)


class Cache:
    """Answers by their key. An answer is in it for good when `put` returns: the process may be killed right after.

    Several runs may use it at once. Raises Stopped where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._speaking():
            private_folder(path.parent)
            touch_private(path)
            self._rows = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
            try:
                self._begin()
            except BaseException:
                self._rows.close()
                raise

    def _begin(self) -> None:
        self._rows.execute("PRAGMA journal_mode=WAL")
        (layout,) = self._rows.execute("PRAGMA user_version").fetchone()
        if layout not in (0, _LAYOUT):
            raise sqlite3.DatabaseError("it is of another version of Houvast")
        self._rows.execute(_TABLE)
        self._rows.execute(f"PRAGMA user_version={_LAYOUT}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def get(self, key: str, wire: type[Kept]) -> tuple[Kept, Call] | None:
        """The answer of this key, if there is one that still has the right shape."""
        with self._speaking():
            row = self._rows.execute("SELECT wire, call FROM answer WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return wire.model_validate_json(row[0]), Call.model_validate_json(row[1])
        except ValidationError:
            return None

    def put(self, key: str, value: BaseModel, call: Call) -> None:
        """Keep an answer, in the place of an earlier one, as one transaction."""
        with self._speaking():
            self._rows.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (key, value.model_dump_json(), call.model_dump_json())
            )

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Say what is wrong with the file, and the way out."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            sentence = (
                f"The kept answers in {self._path} cannot be used: {reason}. "
                "Make room or give yourself the right to write there; or move the file away: then all is asked again."
            )
            raise Stopped(EXIT_ENDPOINT, Fault("cache", sentence)) from error
