"""What a batch brought, taken into the cache."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, SecretStr

from houvast.draft.call.batch_api import OVER, BatchApi, RemoteBatch
from houvast.draft.call.batch_line import accepted
from houvast.draft.call.batch_state import Ledger, Submitted
from houvast.draft.call.cache import Cache
from houvast.draft.call.clock import Clock
from houvast.draft.call.config import Config
from houvast.draft.call.faults import CallFault, Fault
from houvast.draft.call.laid_by import lay_by
from houvast.draft.call.round import Round
from houvast.draft.call.secret import told

W = TypeVar("W", bound=BaseModel)


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


@dataclass(frozen=True)
class Collecting:
    """What it takes to collect: the endpoint, the batches under way there, and where answers go."""

    _api: BatchApi
    _ledger: Ledger
    _config: Config
    _key: SecretStr | None
    _cache: Cache
    _failed_folder: Path
    _clock: Clock

    async def collect(self, round_: Round[W]) -> Collected:
        """Take what is ready for the requests of this round."""
        good = failed = unasked = under_way = 0
        asked = set(round_.keys)
        for one in self._ledger.batches:
            assert one.batch is not None
            remote = await self._api.retrieve(one.batch)
            if remote is not None and remote.status not in OVER:
                under_way += 1
                continue
            lines = await self._lines(remote)
            for key in one.keys:
                if key in asked:
                    is_good = self._judge(round_, key, lines.get(key, {}), self._refused(remote))
                    good, failed = good + is_good, failed + (not is_good)
            rest = tuple(key for key in one.keys if key in lines and key not in asked)
            unasked += len(rest)
            if rest:
                self._ledger.put(one, one.model_copy(update={"keys": rest}))
            else:
                self._ledger.put(one, None)
                await self._clean_up(one, remote)
        return Collected(good, failed, unasked, under_way)

    async def _lines(self, remote: RemoteBatch | None) -> dict[str, dict[str, object]]:
        """What came back, by key; answers go before errors. Their order says nothing."""
        files = (remote.error_file_id, remote.output_file_id) if remote else ()
        return {str(line.get("custom_id")): line for file in files if file for line in await self._api.lines(file)}

    def _refused(self, remote: RemoteBatch | None) -> Fault | None:
        """Why a batch as a whole brought nothing."""
        again = "Submit again, or run without --batch."
        if remote is None:
            return Fault("gone", f"{self._ledger.host} knows this batch no more. {again}")
        if remote.status != "failed":
            return None
        problems = remote.errors.data if remote.errors and remote.errors.data else []
        said = " ".join(told(problem.message or "", (), self._key) for problem in problems[:1])
        return Fault("batch-failed", " ".join(f"{self._ledger.host} refused the batch. {said} {again}".split()))

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

    async def _clean_up(self, one: Submitted, remote: RemoteBatch | None) -> None:
        """What people wrote does not stay at the endpoint longer than it must."""
        for file in (one.file, *((remote.output_file_id, remote.error_file_id) if remote else ())):
            if file:
                await self._api.delete(file)
