"""One attempt at a request over the openai package: it brings a reply or raises CallFault, and nothing else."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from pydantic import BaseModel, SecretStr

from houvast.draft.call.body import body_of, sent_texts
from houvast.draft.call.completion import JSON_TROUBLE, Attempt, named_model, reply_of
from houvast.draft.call.config import Config, Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Fault, Stopped, Verdict
from houvast.draft.call.refused import LARGEST
from houvast.draft.call.reply import Reply
from houvast.draft.call.request import Request
from houvast.draft.call.secret import hidden, one_line
from houvast.draft.call.status import of_status

if TYPE_CHECKING:
    import openai

_MOST_CHARACTERS_A_TOKEN = 6
_MODELS_SHOWN = 12


class Client:
    """An endpoint that is asked once per attempt."""

    def __init__(self, endpoint: Endpoint, key: SecretStr | None, api: "openai.AsyncOpenAI") -> None:
        self._endpoint = endpoint
        self._key = key
        self._api = api

    async def attempt(
        self, request: Request[BaseModel], more: Sequence[Mapping[str, str]], max_tokens: int, seed: int | None
    ) -> Reply:
        """Ask once, with `more` messages after those of the request. Raises CallFault, and nothing else."""
        body = body_of(self._endpoint, request, more, max_tokens, seed)
        attempt = Attempt(self._endpoint, self._key, request.item, request.origin, tuple(sent_texts(body)))
        self._refuse_too_long(attempt, max_tokens)
        answered = await self._send("/chat/completions", body)
        if isinstance(answered, CallFault):
            raise answered
        status, headers, content = answered
        if 200 <= status < 300:
            return reply_of(attempt, headers, content)
        fault = of_status(attempt, status, headers, content)
        raise await self._with_models(fault) if fault.fault.name == "unknown-model" else fault

    async def models(self) -> list[str]:
        """The models that the endpoint says it has. Raises CallFault."""
        answered = await self._send("/models", None)
        if isinstance(answered, CallFault):
            raise answered
        attempt = Attempt(self._endpoint, self._key, "the list of models", "draft.yml", ())
        if answered[0] != 200:
            raise of_status(attempt, *answered)
        return listed_models(answered[2])

    async def _send(
        self, path: str, body: Mapping[str, object] | None
    ) -> tuple[int, Mapping[str, str], bytes] | CallFault:
        """Status, headers and body, or what went wrong before there were any.

        A fault is given back, not raised: raised from here it would carry the package's own exceptions along.
        """
        import httpx2
        import openai

        from houvast.draft.call.connection import of_exception

        try:
            async with asyncio.timeout(self._endpoint.deadline_seconds):
                if body is None:
                    response = await self._api.get(path, cast_to=httpx2.Response)
                else:
                    response = await self._api.post(path, body=dict(body), cast_to=httpx2.Response)
        except openai.APIStatusError as problem:
            response = problem.response
        except Exception as problem:
            return of_exception(self._endpoint, problem)
        # Some endpoints repeat the key that they refuse.
        return response.status_code, response.headers, hidden(response.content, self._key)

    def _refuse_too_long(self, attempt: Attempt, max_tokens: int) -> None:
        """Send nothing that cannot fit: some endpoints would cut it without a word."""
        most = self._endpoint.context_tokens
        if most is None or sum(map(len, attempt.sent)) // _MOST_CHARACTERS_A_TOKEN + max_tokens <= most:
            return
        sentence = (
            f"{attempt.item} does not fit in the {most} tokens that `{self._endpoint.model}` takes at once: give "
            f"shorter sources in {attempt.origin}, or the model a larger context, with `context_tokens` in draft.yml."
        )
        raise CallFault(Fault("too-long", sentence), Verdict.FAIL)

    async def _with_models(self, fault: CallFault) -> CallFault:
        """The fault, with the models that there are, if the endpoint tells."""
        try:
            names = await self.models()
        except CallFault:
            return fault
        if not names:
            return fault
        shown = ", ".join(names[:_MODELS_SHOWN]) + (", …" if len(names) > _MODELS_SHOWN else "")
        sentence = f"{fault.fault.sentence} It has: {shown}."
        return CallFault(Fault(fault.fault.name, sentence), fault.verdict, exit_code=fault.exit_code)


def listed_models(content: bytes) -> list[str]:
    """The names in an answer of /models, in order; none where it is something else."""
    try:
        value = json.loads(content)
    except JSON_TROUBLE:
        return []
    data = value.get("data") if isinstance(value, dict) else None
    names = [one.get("id") for one in data if isinstance(one, dict)] if isinstance(data, list) else []
    return sorted(named_model(one_line(name)) for name in names if isinstance(name, str))


@asynccontextmanager
async def open_api(
    config: Config, key: SecretStr | None, largest: int = LARGEST
) -> "AsyncIterator[openai.AsyncOpenAI]":
    """The openai package on our own way to the endpoint, where no answer is read beyond `largest` bytes.

    Raises Stopped where there is no such way. Its calls raise what the package raises.
    """
    try:
        import openai

        from houvast.draft.call.transport import http_client
    except ImportError:
        sentence = "Drafting with a model needs the package openai: pip install 'houvast[draft]'."
        raise Stopped(EXIT_ENDPOINT, Fault("not-installed", sentence)) from None
    try:
        http = http_client(config.endpoint, key, largest)
    except (ImportError, ValueError):
        sentence = "The proxy of this machine is of a kind that cannot be used: set HTTPS_PROXY to an http:// address."
        raise Stopped(EXIT_ENDPOINT, Fault("proxy", sentence)) from None
    # The key is put in where a call leaves: nothing that may be shown on the way there holds it.
    api = openai.AsyncOpenAI(
        api_key="none", base_url=config.endpoint.base_url, max_retries=0, http_client=http, timeout=http.timeout
    )
    async with api:
        yield api


@asynccontextmanager
async def open_client(config: Config, key: SecretStr | None) -> AsyncIterator[Client]:
    """A client for the endpoint, closed after the block. Raises Stopped where none can be made."""
    async with open_api(config, key) as api:
        yield Client(config.endpoint, key, api)
