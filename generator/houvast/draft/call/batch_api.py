"""Files and batches of an endpoint, as OpenAI has them: one call each, read with distrust."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, Field, SecretStr, ValidationError

from houvast.draft.call.client import open_api
from houvast.draft.call.completion import JSON_TROUBLE, Attempt
from houvast.draft.call.config import Config
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Fault, Verdict
from houvast.draft.call.secret import hidden
from houvast.draft.call.status import of_status

if TYPE_CHECKING:
    import httpx2
    import openai

OVER = {"completed", "expired", "cancelled", "failed"}
"""When a batch does nothing any more."""
LARGEST_FILE = 200_000_000
"""Bytes of a file of requests, and of answers."""
_SECONDS = 600.0
"""What a file may take on its way."""
_LATEST = 100
"""Batches to look through for one that we made without hearing so."""

_Answered = tuple[int, Mapping[str, str], bytes]


_Shape = TypeVar("_Shape", bound=BaseModel)


class Counts(BaseModel):
    """How many requests of a batch there are, and how far they are."""

    total: int = 0
    completed: int = 0
    failed: int = 0


class Problem(BaseModel):
    """Why a batch as a whole was refused."""

    message: str | None = None


class Problems(BaseModel):
    """What was wrong with a batch."""

    data: list[Problem] | None = None


class RemoteBatch(BaseModel):
    """A batch as the endpoint tells it."""

    id: str = Field(min_length=1)
    status: str
    input_file_id: str
    output_file_id: str | None = None
    error_file_id: str | None = None
    request_counts: Counts | None = None
    errors: Problems | None = None


class _Made(BaseModel):
    id: str = Field(min_length=1)


class _Listed(BaseModel):
    data: list[RemoteBatch]


class BatchApi:
    """Each call raises CallFault for whatever goes wrong."""

    def __init__(self, config: Config, key: SecretStr | None, api: "openai.AsyncOpenAI") -> None:
        self._endpoint = config.endpoint
        self._key = key
        self._attempt = Attempt(config.endpoint, key, "the batch", "draft.yml", ())
        self._api = api

    async def upload(self, content: bytes) -> str:
        """Send a file of requests. Gives its id."""
        import httpx2

        sending = self._api.post(
            "/files",
            body={"purpose": "batch"},
            files=[("file", ("houvast.jsonl", content, "application/jsonl"))],
            options={"headers": {"Content-Type": "multipart/form-data"}},
            cast_to=httpx2.Response,
        )
        return self._read(_Made, self._found(await self._ask(sending))).id

    async def create(self, file: str) -> RemoteBatch:
        """Have a file of requests answered within a day."""
        import httpx2

        body = {"input_file_id": file, "endpoint": "/v1/chat/completions", "completion_window": "24h"}
        answered = await self._ask(self._api.post("/batches", body=body, cast_to=httpx2.Response))
        return self._read(RemoteBatch, self._found(answered))

    async def retrieve(self, batch: str) -> RemoteBatch | None:
        """How far a batch is; None where the endpoint knows it no more."""
        answered = await self._get(f"/batches/{quote(batch, safe='')}")
        return None if answered[0] == 404 else self._read(RemoteBatch, answered)

    async def find(self, file: str) -> RemoteBatch | None:
        """The batch of a file, if there is one among the latest."""
        listed = self._read(_Listed, await self._get(f"/batches?limit={_LATEST}"))
        return next((batch for batch in listed.data if batch.input_file_id == file), None)

    async def lines(self, file: str) -> list[dict[str, object]]:
        """What a file of answers holds; a line that cannot be read is left out."""
        return list(_lines(self._good(await self._get(f"/files/{quote(file, safe='')}/content"))))

    async def delete(self, file: str) -> None:
        """Leave nothing of ours there. Whoever cleans up first is right."""
        import httpx2

        answered = await self._ask(self._api.delete(f"/files/{quote(file, safe='')}", cast_to=httpx2.Response))
        if answered[0] != 404:
            self._good(answered)

    async def _get(self, path: str) -> _Answered:
        import httpx2

        return await self._ask(self._api.get(path, cast_to=httpx2.Response))

    async def _ask(self, asking: "Awaitable[httpx2.Response]") -> _Answered:
        import openai

        from houvast.draft.call.connection import of_exception

        fault: CallFault | None = None
        try:
            async with asyncio.timeout(_SECONDS):
                response = await asking
        except openai.APIStatusError as problem:
            response = problem.response
        except Exception as problem:
            fault = of_exception(self._endpoint, problem)
        if fault is not None:  # raised from above it would carry the package's own exceptions along
            raise fault
        return response.status_code, response.headers, hidden(response.content, self._key)

    def _found(self, answered: _Answered) -> _Answered:
        """An endpoint that has no such path has no batches."""
        if answered[0] in {404, 405, 501}:
            sentence = f"{self._endpoint.host} takes no batches: run the same command without --batch."
            raise CallFault(Fault("no-batches", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)
        return answered

    def _good(self, answered: _Answered) -> bytes:
        if not 200 <= answered[0] < 300:
            raise of_status(self._attempt, *answered)
        return answered[2]

    def _read(self, shape: type[_Shape], answered: _Answered) -> _Shape:
        try:
            return shape.model_validate_json(self._good(answered))
        except ValidationError:
            sentence = (
                f"{self._endpoint.host} answers something else than a batch: check `base_url` in draft.yml, "
                "or run without --batch."
            )
            raise CallFault(Fault("no-batches", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT) from None


@asynccontextmanager
async def open_batch_api(config: Config, key: SecretStr | None) -> AsyncIterator[BatchApi]:
    """A way to the files and batches of the endpoint, closed after the block. Raises Stopped where there is none."""
    async with open_api(config, key, LARGEST_FILE) as api:
        yield BatchApi(config, key, api)


def _lines(content: bytes) -> Iterator[dict[str, object]]:
    for line in content.splitlines():
        try:
            value = json.loads(line)
        except JSON_TROUBLE:
            continue
        if isinstance(value, dict):
            yield value
