"""The pretended endpoint does what tests ask of it; what it should do is the promise of all others."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.draft.fault_plays import FAULTS
from tests.draft.fault_server import FaultServer
from tests.draft.played import Asked, Played


def ask(server: FaultServer, model: str = "small-model", path: str = "/chat/completions") -> dict[str, object]:
    sent = {"model": model, "messages": [{"role": "user", "content": '{"topic": "privacy"}'}]}
    with urlopen(Request(server.address + path, json.dumps(sent).encode()), timeout=5) as reply:
        value = json.loads(reply.read())
    assert isinstance(value, dict)
    return value


def test_answers_from_what_was_asked() -> None:
    with FaultServer(answer=lambda asked: {"about": asked.data["topic"]}).running() as server:
        choices = ask(server)["choices"]
        assert isinstance(choices, list)
        assert choices[0]["message"]["content"] == '{"about": "privacy"}'
        assert server.calls == 1


def test_plays_the_script_and_then_answers() -> None:
    with FaultServer("500", Played({"choices": []})).running() as server:
        with pytest.raises(HTTPError, match="500") as failed:
            ask(server)
        failed.value.close()
        assert ask(server) == {"choices": []}
        assert ask(server)["choices"]
        assert server.calls == 3


def test_a_model_called_as_a_fault_plays_it() -> None:
    with FaultServer().running() as server, pytest.raises(HTTPError, match="429") as failed:
        ask(server, "429-wait-1")
    assert failed.value.headers["retry-after"] == "1"
    failed.value.close()


def test_other_paths_can_be_served() -> None:
    with FaultServer().running() as server:
        server.routes["POST", "/v1/files"] = lambda asked: Played({"id": f"file-{asked.number}"})
        assert ask(server, path="/files") == {"id": "file-1"}
        assert server.calls == 0


def test_every_fault_can_be_played() -> None:
    asked = Asked("POST", "/v1/chat/completions", {}, b'{"model": "m", "messages": []}', 0.0, 1)
    for name, play in FAULTS.items():
        assert isinstance(play(asked), Played), name
