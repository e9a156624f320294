"""One small request, and how tests ask it."""

import asyncio
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, SecretStr

from houvast.draft.call.client import open_client
from houvast.draft.call.config import Config
from houvast.draft.call.faults import CallFault
from houvast.draft.call.reply import Reply
from houvast.draft.call.request import Prompt, Request
from houvast.draft.call.validated import validated
from tests.draft.fault_server import FaultServer

KEY = SecretStr("sk-test-4f9c81d7a2b35e60")
SECRET_TOPIC = "the reorganisation of the second floor, which nobody has heard of yet"


class Small(BaseModel):
    """An answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    source: str
    data: Literal["public", "internal"]


SMALL = Request(
    item="question 2 of 8",
    origin="brief.yml",
    prompt=Prompt("question/v1", "Write one question about the topic."),
    data={"topic": SECRET_TOPIC},
    wire=Small,
    max_tokens=300,
    choices={"source": ("fact.law", "none")},
)


def config_for(address: str, *, profile: str = "vllm", **endpoint: object) -> Config:
    """What draft.yml says for this address."""
    given = {"profile": profile, "model": "small-model", "base_url": address, "deadline_seconds": 4, **endpoint}
    return Config.model_validate({"endpoint": given})


def ask(config: Config, key: SecretStr | None = KEY, request: Request[Small] = SMALL) -> Reply:
    """One attempt. Raises CallFault."""

    async def attempt() -> Reply:
        async with open_client(config, key) as client:
            return await client.attempt(request, (), request.max_tokens, 1)

    return asyncio.run(attempt())


def value_of(config: Config) -> Small:
    """One attempt, and what it says. Raises CallFault."""
    return validated(SMALL, ask(config))


def fault_of(config: Config, key: SecretStr | None = KEY) -> CallFault:
    """The fault that one attempt ends in."""
    try:
        validated(SMALL, ask(config, key))
    except CallFault as fault:
        return fault
    raise AssertionError("the call succeeded")


def plain(sentence: str, servers: Sequence[FaultServer]) -> str:
    """A sentence with ADDRESS where the port of this run stands."""
    for server in servers:
        sentence = sentence.replace(server.address, "ADDRESS")
    return sentence
