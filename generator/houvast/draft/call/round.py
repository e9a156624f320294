"""The requests of one round, and what came of each: in their order, whatever order they are done in."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from pydantic import BaseModel

from houvast.draft.call.faults import Fault
from houvast.draft.call.request import Answer, Failure, Request
from houvast.model.drafted import Call

W = TypeVar("W", bound=BaseModel)


class Round(Generic[W]):
    """Requests that are the same call have the same key: it is asked once. `tell` hears of each as it is done."""

    def __init__(
        self, requests: Sequence[Request[W]], keys: Sequence[str], tell: Callable[[Answer[W] | Failure[W]], None]
    ) -> None:
        self._requests = requests
        self._tell = tell
        self._outcomes: dict[int, Answer[W] | Failure[W]] = {}
        self._places: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            self._places.setdefault(key, []).append(place)

    @property
    def keys(self) -> tuple[str, ...]:
        """Each key once, in the order of the requests."""
        return tuple(self._places)

    def request(self, key: str) -> Request[W]:
        """The first request of a key."""
        return self._requests[self._places[key][0]]

    def accept(self, key: str, value: W, call: Call, *, is_cached: bool) -> int:
        """Note an answer. Gives how many requests were answered without a call."""
        for place in self._places[key]:
            is_first = place == self._places[key][0]
            self._note(place, Answer(self._requests[place], value, call, is_cached or not is_first))
        return len(self._places[key]) - (not is_cached)

    def fail(self, key: str, fault: Fault) -> int:
        """Note that nothing came. Gives for how many requests."""
        for place in self._places[key]:
            self._note(place, Failure(self._requests[place], fault))
        return len(self._places[key])

    def _note(self, place: int, outcome: Answer[W] | Failure[W]) -> None:
        self._outcomes[place] = outcome
        self._tell(outcome)

    @property
    def outcomes(self) -> list[Answer[W] | Failure[W]]:
        """Of each request, when all are done."""
        return [self._outcomes[place] for place in range(len(self._requests))]
