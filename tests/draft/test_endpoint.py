"""A call goes to one place, with our headers alone, and nothing that anybody may see of it holds the key."""

import asyncio
import logging
import resource
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from houvast.draft.call.client import open_client
from houvast.draft.call.config import Config
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Stopped, Verdict
from tests.draft.calling import KEY, SECRET_TOPIC, SMALL, ask, config_for, fault_of, value_of
from tests.draft.fault_plays import FAULTS, but
from tests.draft.fault_server import FaultServer
from tests.draft.played import Played

CERTIFICATE = Path(__file__).with_name("self-signed.pem")
"""Of 127.0.0.1, with its key, trusted by nobody; made for these tests alone."""


def test_a_good_answer_comes_with_all_that_is_known_of_it() -> None:
    with FaultServer().running() as server:
        reply = ask(config_for(server.address))
    assert (reply.model, reply.system_fingerprint, reply.request_id) == ("small-model-2026", "fp_1", "req_1")
    assert reply.prompt_tokens and reply.completion_tokens


def test_what_an_endpoint_calls_things_is_kept_on_one_line() -> None:
    odd = {"model": "a\n\x1b[2Jb\u202e", "id": "chatcmpl-" + "x1" * 200, "system_fingerprint": 7}
    with FaultServer(but(**odd)).running() as server:
        reply = ask(config_for(server.address))
    assert (reply.model, reply.system_fingerprint) == ("a [2Jb", "7")
    assert reply.request_id == ("chatcmpl-" + "x1" * 200)[:120]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("/home/somebody/models/qwen3.gguf", "qwen3.gguf"),
        ("C:\\Users\\somebody\\qwen3.gguf", "qwen3.gguf"),
        ("Qwen/Qwen3-8B", "Qwen/Qwen3-8B"),
        (None, ""),
    ],
)
def test_where_a_model_lies_on_a_machine_is_not_kept(told: str | None, kept: str) -> None:
    with FaultServer(but(model=told)).running() as server:
        assert ask(config_for(server.address)).model == kept


def test_nothing_is_taken_from_the_environment_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer().running() as server, FaultServer().running() as other:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody-else-1234")
        monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
        monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-1")
        monkeypatch.setenv("OPENAI_BASE_URL", other.address)
        monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-of-somebody-else\nX-Team: secret")
        monkeypatch.setenv("HTTP_PROXY", other.address)
        monkeypatch.setenv("ALL_PROXY", other.address)
        value_of(config_for(server.address))
        ask(config_for(server.address), key=None)
    assert not other.asked and not other.other
    assert dict(server.asked[0].headers) == {
        "host": f"127.0.0.1:{server.port}",
        "accept": "application/json",
        "connection": "keep-alive",
        "content-type": "application/json",
        "content-length": str(len(server.asked[0].raw)),
        "accept-encoding": "identity",
        "user-agent": "houvast",
        "authorization": f"Bearer {KEY.get_secret_value()}",
    }
    assert "authorization" not in server.asked[1].headers


def test_beyond_this_machine_the_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer().running() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://proxy-user:proxy-word@127.0.0.1:{proxy.port}")
        fault = fault_of(config_for("https://llm.example.org/v1"))
    assert (fault.fault.name, fault.verdict, fault.exit_code) == ("proxy", Verdict.STOP, EXIT_ENDPOINT)
    assert fault.fault.sentence == (
        "The proxy of this machine does not let the call to llm.example.org through: check HTTPS_PROXY, or add the "
        "host to NO_PROXY where none is needed."
    )


def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")
    with pytest.raises(Stopped, match="set HTTPS_PROXY to an http:// address") as stopped:
        ask(config_for("https://llm.example.org/v1"))
    assert stopped.value.exit_code == EXIT_ENDPOINT


def test_a_redirect_is_not_followed() -> None:
    with FaultServer().running() as thief:
        there = Played(status=307, headers={"location": f"{thief.address}/chat/completions"})
        with FaultServer(there).running() as server:
            assert fault_of(config_for(server.address)).fault.name == "redirect"
        assert not thief.asked and not thief.other


def test_nobody_is_asked_twice_by_the_package_itself() -> None:
    with FaultServer(always="500").running() as server:
        assert fault_of(config_for(server.address)).verdict is Verdict.RETRY
        assert server.calls == 1


@pytest.mark.parametrize("played", ["200-mb", "gzip-bomb"])
def test_what_is_too_large_never_fills_the_memory(played: str) -> None:
    with FaultServer(always=played).running() as server:
        first = fault_of(config_for(server.address))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert fault_of(config_for(server.address)).fault.name == first.fault.name
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_the_deadline_holds_for_all_of_an_answer() -> None:
    with FaultServer(always="slow-body").running() as server:
        begun = time.monotonic()
        assert fault_of(config_for(server.address, deadline_seconds=0.4)).fault.name == "timeout"
        assert time.monotonic() - begun < 3


def test_a_call_that_is_given_up_ends_at_once() -> None:
    async def give_up(address: str) -> None:
        async with open_client(config_for(address, deadline_seconds=60), KEY) as client:
            task = asyncio.create_task(client.attempt(SMALL, (), 300, 1))
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with FaultServer(always="silence").running() as server:
        begun = time.monotonic()
        asyncio.run(give_up(server.address))
        assert time.monotonic() - begun < 3


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    fault = fault_of(config_for(f"http://127.0.0.1:{port}/v1"))
    assert (fault.fault.name, fault.verdict, fault.exit_code) == ("unreachable", Verdict.RETRY, EXIT_ENDPOINT)
    assert fault.fault.sentence == (
        f"Nothing answers at http://127.0.0.1:{port}/v1. Start it, or set `base_url` in draft.yml."
    )


def test_no_machine_of_that_name() -> None:
    fault = fault_of(config_for("https://nobody.invalid/v1"))
    assert (fault.fault.name, fault.verdict, fault.exit_code) == ("unreachable", Verdict.RETRY, EXIT_ENDPOINT)


def test_the_newer_kind_of_address_works() -> None:
    with FaultServer(host="::1").running() as server:
        assert server.address.startswith("http://[::1]:")
        assert value_of(config_for(server.address)).data == "public"


def test_https_where_nobody_speaks_it() -> None:
    with FaultServer().running() as server:
        fault = fault_of(config_for(server.address.replace("http:", "https:")))
    assert (fault.fault.name, fault.verdict, fault.exit_code) == ("tls", Verdict.STOP, EXIT_ENDPOINT)
    assert "does not speak TLS" in fault.fault.sentence


@contextmanager
def secure() -> Iterator[int]:
    """A port where somebody shows a certificate that nobody trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def shake_hands() -> None:
            held, _ = listening.accept()
            try:
                context.wrap_socket(held, server_side=True).close()
            except OSError:
                held.close()

        thread = threading.Thread(target=shake_hands, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(5)


def test_a_certificate_that_nobody_trusts() -> None:
    with secure() as port:
        fault = fault_of(config_for(f"https://127.0.0.1:{port}/v1"))
    assert (fault.fault.name, fault.verdict, fault.exit_code) == ("tls", Verdict.STOP, EXIT_ENDPOINT)
    assert "does not trust the certificate of 127.0.0.1" in fault.fault.sentence
    assert "SSL_CERT_FILE" in fault.fault.sentence


def test_what_cannot_fit_is_not_sent() -> None:
    with FaultServer().running() as server:
        long = replace(SMALL, data={"topic": "law " * 5000})
        with pytest.raises(CallFault, match="does not fit in the 2048 tokens") as caught:
            ask(config_for(server.address, context_tokens=2048), request=long)
        assert (caught.value.fault.name, caught.value.verdict) == ("too-long", Verdict.FAIL)
        assert server.calls == 0


def test_a_context_that_is_full_to_the_brim_was_cut() -> None:
    with FaultServer().running() as server:
        short = replace(SMALL, max_tokens=1)
        whole = ask(config_for(server.address), request=short).prompt_tokens or 0
        ask(config_for(server.address, context_tokens=whole + 1), request=short)
        with pytest.raises(CallFault, match="read only part of what was sent") as caught:
            ask(config_for(server.address, context_tokens=whole), request=short)
    assert (caught.value.fault.name, caught.value.exit_code) == ("cut-prompt", EXIT_ENDPOINT)


def test_repeated_words_of_ours_are_not_shown() -> None:
    said = Played({"error": {"message": f"cannot parse: {SECRET_TOPIC}"}}, 400)
    with FaultServer(said).running() as server:
        assert fault_of(config_for(server.address)).fault.sentence == (
            "127.0.0.1 refused the request for question 2 of 8."
        )


@pytest.mark.parametrize(
    "played", ["good", "401", "403", "500", "silence", "half-json", "refusal", "other-shape", "400"]
)
def test_the_key_is_nowhere_to_be_seen(played: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown: list[str] = []

    async def attempt(config: Config) -> None:
        async with open_client(config, KEY) as client:
            shown.extend((repr(client), repr(config), repr(vars(client)), str(vars(client._api))))
            try:
                await client.attempt(SMALL, (), 300, 1)
            except CallFault as fault:
                told = traceback.TracebackException.from_exception(fault, capture_locals=True)
                shown.append("".join(told.format()))
                shown.append(repr(vars(fault)))
                assert fault.__cause__ is None and (fault.__context__ is None or fault.__suppress_context__)

    with FaultServer(always=played).running() as server:
        asyncio.run(attempt(config_for(server.address, deadline_seconds=0.4 if played == "silence" else 4)))
        assert server.asked[0].headers["authorization"] == f"Bearer {KEY.get_secret_value()}"
    shown.append(caplog.text)
    assert KEY.get_secret_value() not in "\n".join(shown)
    assert SECRET_TOPIC not in caplog.text


def test_a_wrong_name_of_a_model_is_told_with_those_there_are() -> None:
    many = [f"model-{number:02}" for number in range(20)]
    with FaultServer("404-model", models=many).running() as server:
        sentence = fault_of(config_for(server.address)).fault.sentence
    assert sentence.endswith("It has: " + ", ".join(many[:12]) + ", ….")


def test_the_way_in_which_a_shape_is_asked_for() -> None:
    with FaultServer(answer=lambda asked: {"text": "A.", "source": "none", "data": "public"}).running() as server:
        for mode in ("json_schema", "json_object", "prompt"):
            value_of(config_for(server.address, schema_mode=mode))
        value_of(config_for(server.address, profile="openai"))
    enforced, some_json, words, newest = (asked.body for asked in server.asked)
    assert enforced["response_format"]["json_schema"]["strict"] is True  # type: ignore[index]
    assert some_json["response_format"] == {"type": "json_object"}
    assert "response_format" not in words
    for body in (some_json, words):
        assert '"additionalProperties": false' in body["messages"][0]["content"]  # type: ignore[index]
        assert [message["role"] for message in body["messages"]] == ["system", "user"]  # type: ignore[attr-defined]
    assert (enforced["seed"], enforced["max_tokens"], enforced["temperature"]) == (1, 300, 0.3)
    assert newest["max_completion_tokens"] == 300
    assert not {"seed", "temperature", "max_tokens"} & newest.keys()


def test_a_fault_that_is_charged_is_one_that_the_endpoint_worked_for() -> None:
    charged = {"silence", "slow-body", "length", "refusal", "other-shape", "empty-content", "no-choices"}
    free = {"401", "404-model", "429", "500", "400", "too-long", "content-filter-prompt"}
    assert charged | free <= set(FAULTS)
    for played in sorted(charged | free):
        with FaultServer(always=played).running() as server:
            fault = fault_of(config_for(server.address, deadline_seconds=0.3))
        assert fault.charge is (played in charged), played
