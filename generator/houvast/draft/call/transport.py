"""The way to an endpoint: our headers and no others, one place and no other, never more than so many bytes."""

from collections.abc import AsyncIterator

import httpx2
from pydantic import SecretStr

from houvast.draft.call import refused
from houvast.draft.call.config import Endpoint

CONNECT_SECONDS = 10.0
"""What it may take until somebody picks up."""

_SENT = {"host", "accept", "content-type", "content-length", "connection", "transfer-encoding"}


def http_client(endpoint: Endpoint, key: SecretStr | None, largest: int) -> httpx2.AsyncClient:
    """A client that goes to this endpoint alone. A call raises CallFault for what is not read."""

    async def dress(request: httpx2.Request) -> None:
        # The package adds what it finds in OPENAI_* and what machine this is.
        for name in set(request.headers) - _SENT:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        request.headers["user-agent"] = "houvast"
        if key is not None:
            request.headers["authorization"] = f"Bearer {key.get_secret_value()}"

    async def guard(response: httpx2.Response) -> None:
        if 300 <= response.status_code < 400:
            raise refused.redirect(endpoint)
        if response.headers.get("content-encoding", "").lower() not in {"", "identity"}:
            raise refused.packed(endpoint)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Bounded(response.stream, endpoint, largest)

    return httpx2.AsyncClient(
        timeout=httpx2.Timeout(endpoint.deadline_seconds, connect=min(CONNECT_SECONDS, endpoint.deadline_seconds)),
        follow_redirects=False,
        # The proxies of the environment are for the world outside.
        trust_env=not endpoint.is_local,
        event_hooks={"request": [dress], "response": [guard]},
    )


class _Bounded(httpx2.AsyncByteStream):
    """A body of which no more is read than an answer can be."""

    def __init__(self, stream: httpx2.AsyncByteStream, endpoint: Endpoint, largest: int) -> None:
        self._stream = stream
        self._endpoint = endpoint
        self._largest = largest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._stream:
            size += len(piece)
            if size > self._largest:
                raise refused.too_large(self._endpoint, self._largest)
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
