"""Try an endpoint, and say what is wrong and which key of draft.yml to set. It makes at most four small calls."""

import asyncio
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from houvast.draft.call.client import open_client
from houvast.draft.call.config import Config
from houvast.draft.call.faults import CallFault, Stopped
from houvast.draft.call.probe import PROBE, PROBE_TOKENS, SEED
from houvast.draft.call.read_config import NAME, BadConfig, read_config
from houvast.draft.call.reply import Reply
from houvast.draft.call.secret import key_of
from houvast.draft.call.validated import validated


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `way_out` is empty where the sentence says it, or where all is well."""

    name: str
    ok: bool
    sentence: str
    way_out: str = ""


def diagnose(path: Path = NAME, environment: Mapping[str, str] = os.environ) -> Iterator[Check]:
    """Each check as it is done, in the order in which things go wrong; it ends where nothing more can be tried."""
    try:
        config = read_config(path)
    except BadConfig as problem:
        yield Check("config", False, str(problem))
        return
    endpoint = config.endpoint
    yield Check("config", True, f"{path} can be read: `{endpoint.model}` at {endpoint.host} ({endpoint.profile}).")
    yield _address(config)
    try:
        key = key_of(endpoint, environment)
    except Stopped as stopped:
        yield Check("key", False, stopped.fault.sentence)
        return
    where = f"is in {endpoint.key_variable}" if key else "is sent: this machine's own endpoint may need none"
    yield Check("key", True, f"{'A key' if key else 'No key'} {where}.")
    with asyncio.Runner() as runner:
        reached = runner.run(_models(config, key))
        yield from reached
        if not all(check.ok for check in reached if check.name in {"reachable", "key"}):
            return
        yield from runner.run(_small_call(config, key))
        for name in ("seed", "temperature"):
            yield runner.run(_parameter(config, key, name))


def _address(config: Config) -> Check:
    url = config.endpoint.base_url
    if url.endswith("/v1"):
        return Check("address", True, f"{url} ends in /v1.")
    hint = f"{url.removesuffix('/chat/completions')}/v1" if "/v1" not in url else url.partition("/v1")[0] + "/v1"
    return Check("address", False, f"{url} does not end in /v1.", f"try `base_url: {hint}` in draft.yml")


async def _models(config: Config, key: SecretStr | None) -> list[Check]:
    """Whether anybody is there, and knows the model."""
    endpoint = config.endpoint
    try:
        async with open_client(config, key) as client:
            names = await client.models()
    except Stopped as stopped:
        return [Check("reachable", False, stopped.fault.sentence)]
    except CallFault as caught:
        if caught.fault.name in {"wrong-address", "bad-request", "server-error"}:
            return [Check("reachable", True, f"{endpoint.host} answers, but lists no models.")]
        if caught.fault.name in {"credentials", "forbidden"}:
            return [Check("reachable", True, f"{endpoint.host} answers."), Check("key", False, caught.fault.sentence)]
        return [Check("reachable", False, caught.fault.sentence)]
    secure = " over TLS with a certificate that this machine trusts" if endpoint.base_url.startswith("https") else ""
    reached = Check("reachable", True, f"{endpoint.host} answers{secure}.")
    if not names or endpoint.profile == "azure":
        return [reached]
    if endpoint.model in names or f"{endpoint.model}:latest" in names:
        return [reached, Check("model", True, f"It has `{endpoint.model}`.")]
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    if endpoint.profile == "llama-cpp":
        return [reached, Check("model", True, f"It answers with what it has loaded, whatever the name: {shown}.")]
    return [reached, Check("model", False, f"It does not list `{endpoint.model}`.", f"set `model` to one of: {shown}")]


async def _small_call(config: Config, key: SecretStr | None) -> list[Check]:
    """Whether an answer comes, in the shape that was asked for, and with its usage."""
    try:
        reply = await _ask(_plain(config), key)
    except CallFault as caught:
        if caught.fault.name == "length":
            return [Check("answer", False, f"It was still writing after {PROBE_TOKENS} tokens.", _THINKS)]
        return [Check("answer", False, caught.fault.sentence)]
    answer = Check("answer", True, f"`{reply.model or config.endpoint.model}` answers.")
    counts = reply.prompt_tokens is not None and reply.completion_tokens is not None
    usage = "It tells how many tokens it used." if counts else "It does not tell its usage: limits count our estimate."
    return [answer, _shape(config, reply), Check("usage", True, usage)]


def _shape(config: Config, reply: Reply) -> Check:
    mode = config.endpoint.schema_mode
    try:
        validated(PROBE, reply)
    except CallFault:
        simpler = {"json_schema": "json_object", "json_object": "prompt"}.get(mode)
        way_out = f"set `schema_mode: {simpler}` in draft.yml" if simpler else "take a model that follows instructions"
        return Check("schema", False, f"It does not keep to a shape that is asked for by `{mode}`.", way_out)
    return Check("schema", True, f"It keeps to a shape that is asked for by `{mode}`.")


async def _parameter(config: Config, key: SecretStr | None, name: str) -> Check:
    """Whether it takes a seed or a temperature, where draft.yml says that it does."""
    if not getattr(config.endpoint, f"supports_{name}"):
        return Check(name, True, f"No {name} is sent (`supports_{name}: false`).")
    with_it = config.endpoint.model_copy(update={**_NOTHING, f"supports_{name}": True})
    try:
        await _ask(config.model_copy(update={"endpoint": with_it}), key)
    except CallFault as caught:
        if caught.fault.name not in _ANSWERED:
            return Check(name, False, caught.fault.sentence)
    return Check(name, True, f"It takes a {name}.")


_THINKS = "have its thinking aloud turned off where it is served, or take a model that follows instructions"
_ANSWERED = {"length", "white-space", "empty", "refusal", "content-filter"}
"""Faults of an answer: what was asked for was taken."""
_NOTHING = {"supports_seed": False, "supports_temperature": False}


def _plain(config: Config) -> Config:
    return config.model_copy(update={"endpoint": config.endpoint.model_copy(update=_NOTHING)})


async def _ask(config: Config, key: SecretStr | None) -> Reply:
    async with open_client(config, key) as client:
        return await client.attempt(PROBE, (), PROBE_TOKENS, SEED)
