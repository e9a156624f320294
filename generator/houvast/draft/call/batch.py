"""Hundreds of requests for half the price within a day: sent as one file, collected into the same cache.

Written to OpenAI's documentation, and run against a pretended endpoint only.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, SecretStr

from houvast.draft.call.ask import characters
from houvast.draft.call.batch_api import LARGEST_FILE, OVER, BatchApi, open_batch_api
from houvast.draft.call.batch_collect import Collected, Collecting
from houvast.draft.call.batch_line import BatchLine, line_of
from houvast.draft.call.batch_state import STATE, Ledger, Submitted
from houvast.draft.call.budget import Budget, OverBudget, tokens_at_most
from houvast.draft.call.cache import Cache
from houvast.draft.call.clock import Clock
from houvast.draft.call.config import Config
from houvast.draft.call.faults import (
    EXIT_BUDGET,
    EXIT_ENDPOINT,
    EXIT_INTERRUPTED,
    CallFault,
    Fault,
    Stopped,
    Verdict,
)
from houvast.draft.call.key import cache_key, target_of
from houvast.draft.call.laid_by import FAILED
from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.call.round import Round

MOST_REQUESTS = 50_000
"""In one file."""

W = TypeVar("W", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a submission came to. `waiting` were sent earlier and are not collected; `cached` need not be sent."""

    batches: tuple[str, ...]
    requests: int
    cached: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is. `status` is OpenAI's word; `gone` where the endpoint knows it no more."""

    batch: str
    status: str
    total: int
    completed: int
    failed: int

    @property
    def is_over(self) -> bool:
        """Whether there is something to collect."""
        return self.status in OVER


class Batches:
    """Submits, follows and collects. Each raises Stopped where it cannot go on; what was done by then is kept."""

    def __init__(
        self,
        config: Config,
        key: SecretStr | None,
        cache: Cache,
        *,
        state: Path = STATE,
        failed: Path = FAILED,
        clock: Clock | None = None,
        most_requests: int = MOST_REQUESTS,
    ) -> None:
        self._config = config
        self._key = key
        self._cache = cache
        self._failed_folder = failed
        self._clock = clock or Clock()
        self._most_requests = most_requests
        self._target = target_of(config)
        self._ledger = Ledger(state, self._target.host)

    def submit(self, requests: Sequence[Request[BaseModel]], budget: Budget) -> Sent:
        """Send all that is neither kept nor under way, or nothing where it does not fit in the budget."""
        return self._talk(lambda api: self._submit(api, requests, budget))

    def status(self) -> list[Progress]:
        """How far each batch is that was sent to this endpoint and is not collected."""
        return self._talk(self._progress)

    def collect(self, requests: Sequence[Request[W]], tell: Callable[[Answer[W] | Failure[W]], None]) -> Collected:
        """Take what is ready for these requests into the cache; `tell` hears of each. A run then asks for the rest."""
        round_ = Round(requests, [cache_key(self._target, request) for request in requests], tell)
        return self._talk(
            lambda api: Collecting(
                api, self._ledger, self._config, self._key, self._cache, self._failed_folder, self._clock
            ).collect(round_)
        )

    def _talk(self, talk: Callable[[BatchApi], Awaitable[T]]) -> T:
        async def talking() -> T:
            async with open_batch_api(self._config, self._key) as api:
                await self._find_unnamed(api)
                return await talk(api)

        try:
            return asyncio.run(talking())
        except CallFault as caught:
            code = caught.exit_code if caught.verdict is Verdict.STOP else EXIT_ENDPOINT
            raise Stopped(code, caught.fault) from None
        except KeyboardInterrupt:
            sentence = "Interrupted. Run the same command again: what was sent or collected is not done twice."
            raise Stopped(EXIT_INTERRUPTED, Fault("interrupted", sentence)) from None

    async def _find_unnamed(self, api: BatchApi) -> None:
        """A command may have ended after the endpoint made a batch and before it heard so: it is not sent again."""
        for one in self._ledger.batches:
            if one.batch is None:
                found = await api.find(one.file)
                self._ledger.put(one, one.model_copy(update={"batch": found.id}) if found else None)
                if not found:
                    await api.delete(one.file)

    async def _submit(self, api: BatchApi, requests: Sequence[Request[BaseModel]], budget: Budget) -> Sent:
        asked = {cache_key(self._target, request): request for request in requests}
        under_way = {key for one in self._ledger.batches for key in one.keys}
        waiting = asked.keys() & under_way
        missing = {
            key: request
            for key, request in asked.items()
            if key not in waiting and self._cache.get(key, request.wire) is None
        }
        self._reserve(missing.values(), budget)
        lines = [line_of(self._config.endpoint, key, request) for key, request in missing.items()]
        names = [await self._send(api, part) for part in _parts(lines, self._most_requests)]
        return Sent(tuple(names), len(missing), len(asked) - len(missing) - len(waiting), len(waiting))

    @staticmethod
    def _reserve(requests: Iterable[Request[BaseModel]], budget: Budget) -> None:
        """A batch is charged as a whole, at the full price: what it will use is known in another command."""
        try:
            for request in requests:
                budget.reserve(tokens_at_most(characters(request)), request.max_tokens).keep()
        except OverBudget as over:
            sentence = f"The batch does not fit in the budget, and nothing was sent. {over}"
            raise Stopped(EXIT_BUDGET, Fault("budget", sentence)) from None

    async def _send(self, api: BatchApi, lines: Sequence[BatchLine]) -> str:
        file = await api.upload(b"".join(line.content for line in lines))
        sent = Submitted(
            file=file,
            host=self._target.host,
            submitted=self._clock.today(),
            keys=tuple(line.key for line in lines),
        )
        self._ledger.add(sent)
        made = await api.create(file)
        self._ledger.put(sent, sent.model_copy(update={"batch": made.id}))
        return made.id

    async def _progress(self, api: BatchApi) -> list[Progress]:
        told = []
        for one in self._ledger.batches:
            assert one.batch is not None
            remote = await api.retrieve(one.batch)
            counts = remote.request_counts if remote else None
            told.append(
                Progress(
                    one.batch,
                    remote.status if remote else "gone",
                    len(one.keys) if counts is None else counts.total or len(one.keys),
                    counts.completed if counts else 0,
                    counts.failed if counts else 0,
                )
            )
        return told


def _parts(lines: Sequence[BatchLine], most: int) -> Iterator[Sequence[BatchLine]]:
    """As many lines at a time as one file may hold."""
    part: list[BatchLine] = []
    size = 0
    for line in lines:
        if part and (len(part) == most or size + len(line.content) > LARGEST_FILE):
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line.content)
    if part:
        yield part
