"""The end of a run before its time: what waits ends at once, what is being asked is awaited and kept."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Halt:
    """Why a run ends, once it does; the first cause counts."""

    def __init__(self) -> None:
        self.cause: Exception | None = None
        self._resting: set[asyncio.Task[object]] = set()

    def stop(self, cause: Exception) -> None:
        """Begin nothing any more."""
        if self.cause is None:
            self.cause = cause
            for task in self._resting:
                task.cancel()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Within the block this task only waits, so that a stop may end it. Raises the cause where there is one."""
        if self.cause is not None:
            raise self.cause
        task = asyncio.current_task()
        assert task is not None
        self._resting.add(task)
        try:
            yield
        finally:
            self._resting.discard(task)
