"""Which batches are under way, kept between one command and the next."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from houvast.draft.call.faults import EXIT_ENDPOINT, Fault, Stopped
from houvast.draft.call.private import write_private
from houvast.model.drafted import Sha256
from houvast.model.text import Line, Shape

STATE = Path(".houvast/draft-batch.json")
"""Where it lies, in the folder where one works."""


class Submitted(Shape):
    """A batch that was sent. `keys` are those of the requests whose answers were not collected yet."""

    file: Line
    """The file of its requests at the endpoint."""
    batch: Line | None = None
    """None where the command ended before the endpoint said what it calls the batch."""
    host: Line
    submitted: datetime
    keys: Annotated[tuple[Sha256, ...], Field(min_length=1)]


class _State(Shape):
    batches: tuple[Submitted, ...] = ()


class Ledger:
    """The batches under way at one host; those of others stay as they are. Each change is kept at once."""

    def __init__(self, path: Path, host: str) -> None:
        self._path = path
        self.host = host

    @property
    def batches(self) -> list[Submitted]:
        """In the order in which they were sent. Raises Stopped where that cannot be read."""
        return [one for one in read_state(self._path) if one.host == self.host]

    def add(self, sent: Submitted) -> None:
        """Note one more."""
        self._write((*read_state(self._path), sent))

    def put(self, old: Submitted, new: Submitted | None) -> None:
        """Note what became of one; None where nothing of it is left to collect."""
        kept = [new if one.file == old.file else one for one in read_state(self._path)]
        self._write(tuple(one for one in kept if one is not None))

    def _write(self, batches: tuple[Submitted, ...]) -> None:
        write_private(self._path, _State(batches=batches).model_dump_json(indent=1))


def read_state(path: Path) -> tuple[Submitted, ...]:
    """The batches under way, in the order in which they were sent. Raises Stopped where that cannot be read."""
    try:
        return _State.model_validate_json(path.read_bytes()).batches
    except FileNotFoundError:
        return ()
    except (ValidationError, OSError):
        sentence = (
            f"{path} cannot be read, and it says which batches are under way. Put it back as it was; or move it away "
            "if you do without their answers."
        )
        raise Stopped(EXIT_ENDPOINT, Fault("batch-state", sentence)) from None
