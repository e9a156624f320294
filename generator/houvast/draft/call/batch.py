"""Hundreds of requests for half the price within a day: sent as one file, collected into the same cache.

Written to OpenAI's documentation, and run against a pretended endpoint only.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, SecretStr

from houvast.draft.call.ask import characters
from houvast.draft.call.batch_api import LARGEST_FILE, BatchApi, RemoteBatch, open_batch_api
from houvast.draft.call.batch_line import BatchLine, accepted, line_of
from houvast.draft.call.batch_state import STATE, Submitted, read_state, write_state
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
from houvast.draft.call.laid_by import FAILED, lay_by
from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.call.round import Round
from houvast.draft.call.secret import told

MOST_REQUESTS = 50_000
"""In one file."""

OVER = {"completed", "expired", "cancelled", "failed"}
"""When a batch does nothing any more."""

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


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection brought: answers to these requests, and how many batches are still under way.

    `unasked` answers fit none of the requests given, because they are for other drafts or because a source or prompt
    changed; they stay to be collected.
    """

    accepted: int
    failed: int
    unasked: int
    under_way: int


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
        self._state = state
        self._failed_folder = failed
        self._clock = clock or Clock()
        self._most_requests = most_requests
        self._target = target_of(config)

    def submit(self, requests: Sequence[Request[BaseModel]], budget: Budget) -> Sent:
        """Send all that is neither kept nor under way, or nothing where it does not fit in the budget."""
        return self._talk(lambda api: self._submit(api, requests, budget))

    def status(self) -> list[Progress]:
        """How far each batch is that was sent to this endpoint and is not collected."""
        return self._talk(self._progress)

    def collect(self, requests: Sequence[Request[W]], tell: Callable[[Answer[W] | Failure[W]], None]) -> Collected:
        """Take what is ready for these requests into the cache; `tell` hears of each. A run then asks for the rest."""
        round_ = Round(requests, [cache_key(self._target, request) for request in requests], tell)
        return self._talk(lambda api: self._collect(api, round_))

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

    def _ours(self) -> list[Submitted]:
        return [one for one in read_state(self._state) if one.host == self._target.host]

    def _put(self, old: Submitted, new: Submitted | None) -> None:
        """Keep what became of a batch; None where nothing of it is left to collect."""
        kept = [new if one.file == old.file else one for one in read_state(self._state)]
        write_state(self._state, tuple(one for one in kept if one is not None))

    async def _find_unnamed(self, api: BatchApi) -> None:
        """A command may have ended after the endpoint made a batch and before it heard so: it is not sent again."""
        for one in self._ours():
            if one.batch is None:
                found = await api.find(one.file)
                self._put(one, one.model_copy(update={"batch": found.id}) if found else None)
                if not found:
                    await api.delete(one.file)

    async def _submit(self, api: BatchApi, requests: Sequence[Request[BaseModel]], budget: Budget) -> Sent:
        asked = {cache_key(self._target, request): request for request in requests}
        under_way = {key for one in self._ours() for key in one.keys}
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
        write_state(self._state, (*read_state(self._state), sent))
        made = await api.create(file)
        self._put(sent, sent.model_copy(update={"batch": made.id}))
        return made.id

    async def _progress(self, api: BatchApi) -> list[Progress]:
        told = []
        for one in self._ours():
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

    async def _collect(self, api: BatchApi, round_: Round[W]) -> Collected:
        good = failed = unasked = under_way = 0
        asked = set(round_.keys)
        for one in self._ours():
            assert one.batch is not None
            remote = await api.retrieve(one.batch)
            if remote is not None and remote.status not in OVER:
                under_way += 1
                continue
            lines = await self._lines(api, remote)
            for key in one.keys:
                if key in asked:
                    is_good = self._judge(round_, key, lines.get(key, {}), self._refused(remote))
                    good, failed = good + is_good, failed + (not is_good)
            rest = tuple(key for key in one.keys if key in lines and key not in asked)
            unasked += len(rest)
            if rest:
                self._put(one, one.model_copy(update={"keys": rest}))
            else:
                self._put(one, None)
                await self._clean_up(api, one, remote)
        return Collected(good, failed, unasked, under_way)

    @staticmethod
    async def _lines(api: BatchApi, remote: RemoteBatch | None) -> dict[str, dict[str, object]]:
        """What came back, by key; answers go before errors. Their order says nothing."""
        files = (remote.error_file_id, remote.output_file_id) if remote else ()
        return {str(line.get("custom_id")): line for file in files if file for line in await api.lines(file)}

    def _refused(self, remote: RemoteBatch | None) -> Fault | None:
        """Why a batch as a whole brought nothing."""
        again = "Submit again, or run without --batch."
        if remote is None:
            return Fault("gone", f"{self._target.host} knows this batch no more. {again}")
        if remote.status != "failed":
            return None
        problems = remote.errors.data if remote.errors and remote.errors.data else []
        said = " ".join(told(problem.message or "", (), self._key) for problem in problems[:1])
        return Fault("batch-failed", " ".join(f"{self._target.host} refused the batch. {said} {again}".split()))

    def _judge(self, round_: Round[W], key: str, line: Mapping[str, object], refused: Fault | None) -> bool:
        """Keep an answer, or note why there is none. Gives whether there is one."""
        request = round_.request(key)
        if refused is not None:
            round_.fail(key, refused)
            return False
        try:
            answer = accepted(self._config.endpoint, self._key, request, key, line, self._clock.today().date())
        except CallFault as fault:
            lay_by(self._failed_folder, request.item, key, fault.raw)
            round_.fail(key, fault.fault)
            return False
        self._cache.put(key, answer.value, answer.call)
        round_.accept(key, answer.value, answer.call, is_cached=False)
        return True

    @staticmethod
    async def _clean_up(api: BatchApi, one: Submitted, remote: RemoteBatch | None) -> None:
        """What people wrote does not stay at the endpoint longer than it must."""
        for file in (one.file, *((remote.output_file_id, remote.error_file_id) if remote else ())):
            if file:
                await api.delete(file)


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
