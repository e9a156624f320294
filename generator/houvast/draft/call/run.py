"""The loop around calls: what is kept is not asked again, the rest is asked by a few workers at once."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, SecretStr

from houvast.draft.call.ask import Asking, ItemFailed
from houvast.draft.call.budget import Budget
from houvast.draft.call.cache import Cache
from houvast.draft.call.client import open_client
from houvast.draft.call.clock import Clock
from houvast.draft.call.config import Config
from houvast.draft.call.faults import EXIT_ENDPOINT, EXIT_INTERRUPTED, Fault, Stopped
from houvast.draft.call.halt import Halt
from houvast.draft.call.key import cache_key, target_of
from houvast.draft.call.laid_by import FAILED, lay_by
from houvast.draft.call.pace import Pace
from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.call.round import Round
from houvast.draft.call.spent import Spent

WORN_OUT = 3
"""So many items in a row that failed after every try end the run."""
_NOT_KEPT = Fault("not-cached", "No answer is kept for this, and --cache-only asks nobody: run once without it.")
_INTERRUPTED = Fault("interrupted", "Interrupted. All answers until now are kept: run the same command again to go on.")

W = TypeVar("W", bound=BaseModel)


class Runner:
    """Asks all requests of a run, in several rounds if need be, within one budget.

    An answer is kept in the cache before anybody hears of it: whatever ends the process, it is not asked again.
    """

    def __init__(
        self,
        config: Config,
        key: SecretStr | None,
        cache: Cache,
        budget: Budget,
        *,
        refresh: bool = False,
        cache_only: bool = False,
        failed: Path = FAILED,
        clock: Clock | None = None,
    ) -> None:
        self._config = config
        self._key = key
        self._cache = cache
        self._budget = budget
        self._refresh = refresh
        self._cache_only = cache_only
        self._failed_folder = failed
        self._clock = clock or Clock()
        self._target = target_of(config)
        self._fresh: set[str] = set()
        self._cached = self._failed = self._worn_out = 0

    @property
    def spent(self) -> Spent:
        """What all rounds came to until now; also after Stopped."""
        charged = self._budget.charged
        return Spent(
            calls=charged.calls,
            cached=self._cached,
            failed=self._failed,
            prompt_tokens=charged.prompt_tokens,
            completion_tokens=charged.completion_tokens,
            estimated=charged.estimated,
            cost=charged.cost,
            currency=self._budget.price.currency if self._budget.price else None,
        )

    def run(
        self, requests: Sequence[Request[W]], tell: Callable[[Answer[W] | Failure[W]], None]
    ) -> list[Answer[W] | Failure[W]]:
        """What came of each request, in their order; `tell` hears of each as it is done.

        Raises Stopped where the run ends before its time. What was accepted by then is kept, and was told.
        """
        try:
            return self._run(Round(requests, [cache_key(self._target, request) for request in requests], tell))
        except KeyboardInterrupt:
            raise Stopped(EXIT_INTERRUPTED, _INTERRUPTED) from None

    def _run(self, round_: Round[W]) -> list[Answer[W] | Failure[W]]:
        missing = deque(key for key in round_.keys if not self._is_kept(round_, key))
        if self._cache_only:
            for key in missing:
                self._failed += round_.fail(key, _NOT_KEPT)
        elif missing:
            asyncio.run(self._ask_all(round_, missing))
        return round_.outcomes

    def _is_kept(self, round_: Round[W], key: str) -> bool:
        """Whether the answer is in the cache, and may be taken from there: then it is noted."""
        if self._refresh and key not in self._fresh:
            return False
        kept = self._cache.get(key, round_.request(key).wire)
        if kept is None:
            return False
        self._cached += round_.accept(key, *kept, is_cached=True)
        return True

    async def _ask_all(self, round_: Round[W], missing: deque[str]) -> None:
        """Ask what is missing, by as many workers as there are slots."""
        slots, halt = self._config.limits.concurrency, Halt()
        takes_seed = self._config.endpoint.supports_seed
        async with open_client(self._config, self._key) as asks:
            asking = Asking(asks, Pace(slots, self._clock), self._budget, halt, self._clock, takes_seed)
            crew = [self._work(round_, missing, asking) for _ in range(min(slots, len(missing)))]
            await asyncio.gather(*crew, return_exceptions=True)
        if halt.cause is not None:
            raise halt.cause

    async def _work(self, round_: Round[W], missing: deque[str], asking: Asking) -> None:
        """Carry one request after another to its end, until none is left or the run stops."""
        while missing and asking.halt.cause is None:
            key = missing.popleft()
            try:
                await self._carry(round_, key, asking)
            except Exception as cause:
                asking.halt.stop(cause)

    async def _carry(self, round_: Round[W], key: str, asking: Asking) -> None:
        """Ask one request. There is no await between an answer and its place in the cache, so no cancelling either."""
        try:
            accepted = await asking.ask(round_.request(key), key)
        except ItemFailed as failed:
            self._fail(round_, key, failed)
        else:
            self._cache.put(key, accepted.value, accepted.call)
            self._fresh.add(key)
            self._worn_out = 0
            self._cached += round_.accept(key, accepted.value, accepted.call, is_cached=False)

    def _fail(self, round_: Round[W], key: str, failed: ItemFailed) -> None:
        """Note it and keep the raw answer. Raises Stopped where one item after another wore out its tries."""
        lay_by(self._failed_folder, round_.request(key).item, key, failed.raw)
        self._failed += round_.fail(key, failed.fault)
        self._worn_out = self._worn_out + 1 if failed.is_worn_out else 0
        if self._worn_out >= WORN_OUT:
            sentence = (
                f"{WORN_OUT} items in a row failed, the last one so: {failed.fault.sentence} "
                "What is done is kept: run the same command again when the endpoint is well."
            )
            raise Stopped(EXIT_ENDPOINT, Fault("worn-out", sentence))
