"""The doctor tries an endpoint, and says which key of draft.yml to set."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from houvast.draft.call.doctor import Check, diagnose
from tests.draft.fault_plays import error, says
from tests.draft.fault_server import FaultServer
from tests.draft.played import Asked, Play, Played, completion, whatever_fits

KEY = {"HOUVAST_DRAFT_KEY": "sk-test-4f9c81d7a2b35e60"}


def checks(folder: Path, server: FaultServer, *lines: str, environment: Mapping[str, str] = KEY) -> list[Check]:
    written = ["endpoint:", *(f"  {line}" for line in lines)]
    for name, value in {"profile": "vllm", "model": "small-model", "base_url": server.address}.items():
        if not any(line.startswith(name) for line in lines):
            written.append(f"  {name}: {value}")
    path = folder / "draft.yml"
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    found = list(diagnose(path, environment))
    assert all(KEY["HOUVAST_DRAFT_KEY"] not in check.sentence + check.way_out for check in found)
    return found


def wrong(found: list[Check]) -> list[tuple[str, str, str]]:
    return [(check.name, check.sentence, check.way_out) for check in found if not check.ok]


def test_all_is_well(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        found = checks(tmp_path, server)
        assert server.calls == 3
    assert [check.name for check in found if check.ok] == [
        "config",
        "address",
        "key",
        "reachable",
        "model",
        "answer",
        "schema",
        "usage",
        "seed",
        "temperature",
    ]
    assert not wrong(found)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (check,) = diagnose(tmp_path / "draft.yml", {})
    assert (check.name, check.ok) == ("config", False)
    assert "there is no such file" in check.sentence


def test_no_key(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        found = checks(tmp_path, server, "base_url: https://llm.example.org/v1", environment={})
    assert found[-1].name == "key" and not found[-1].ok
    assert "HOUVAST_DRAFT_KEY" in found[-1].sentence


@pytest.mark.parametrize(
    ("end", "hint"), [("", "/v1"), ("/v1/chat/completions", "/v1"), ("/v1/models", "/v1"), ("/api", "/api/v1")]
)
def test_an_address_without_v1(tmp_path: Path, end: str, hint: str) -> None:
    with FaultServer().running() as server:
        root = server.address.removesuffix("/v1")
        found = checks(tmp_path, server, f"base_url: {root}{end}")
    assert wrong(found)[0] == (
        "address",
        f"{root}{end} does not end in /v1.",
        f"try `base_url: {root}{hint}` in draft.yml",
    )
    assert "There is no endpoint at" in wrong(found)[1][1]


def test_nobody_there(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        pass
    found = checks(tmp_path, server)
    assert found[-1].name == "reachable" and not found[-1].ok
    assert "Nothing answers at" in found[-1].sentence


def test_no_tls_there(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        found = checks(tmp_path, server, f"base_url: {server.address.replace('http:', 'https:')}")
    assert wrong(found) == [(found[-1].name, found[-1].sentence, "")]
    assert "does not speak TLS" in found[-1].sentence


def test_a_key_that_is_refused(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        server.routes["GET", "/v1/models"] = error(401, "no")
        found = checks(tmp_path, server)
    assert (found[-1].name, found[-1].ok) == ("key", False)
    assert "does not accept the key in HOUVAST_DRAFT_KEY" in found[-1].sentence


def test_an_endpoint_without_a_list_of_models_goes_on(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        server.routes["GET", "/v1/models"] = error(404, "no such path")
        found = checks(tmp_path, server)
    assert not wrong(found)
    assert "model" not in {check.name for check in found}


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with FaultServer(models=["large-model"]).running() as server:
        found = checks(tmp_path, server)
        assert wrong(found) == [("model", "It does not list `small-model`.", "set `model` to one of: large-model")]
        assert not wrong(checks(tmp_path, server, "profile: llama-cpp"))
        assert not wrong(checks(tmp_path, server, "profile: ollama", "model: large-model"))


def test_a_schema_that_is_taken_and_not_obeyed(tmp_path: Path) -> None:
    with FaultServer(always=says('{"sky": "blue"}')).running() as server:
        found = checks(tmp_path, server)
        assert wrong(found) == [
            (
                "schema",
                "It does not keep to a shape that is asked for by `json_schema`.",
                "set `schema_mode: json_object` in draft.yml",
            )
        ]
        assert (
            wrong(checks(tmp_path, server, "schema_mode: json_object"))[0][2]
            == "set `schema_mode: prompt` in draft.yml"
        )
        assert wrong(checks(tmp_path, server, "schema_mode: prompt"))[0][2] == "take a model that follows instructions"


def test_the_trial_question_gives_nothing_away(tmp_path: Path) -> None:
    with FaultServer().running() as server:
        checks(tmp_path, server)
        messages = str(server.asked[0].body["messages"])
    assert not [word for word in ("tool", "anvil", "quill", "heavy") if word in messages]


def only_without(param: str) -> Play:
    """An endpoint that does not know a parameter."""

    def play(asked: Asked) -> Played:
        if param in asked.body:
            return error(400, f"Unsupported parameter: '{param}'", "unsupported_parameter", param)(asked)
        return Played(completion(asked, json.dumps(whatever_fits(asked))))

    return play


@pytest.mark.parametrize(
    ("param", "name", "key"),
    [
        ("max_tokens", "answer", "token_param: max_completion_tokens"),
        ("seed", "seed", "supports_seed: false"),
        ("temperature", "temperature", "supports_temperature: false"),
        ("response_format", "answer", "schema_mode: json_object"),
    ],
)
def test_a_parameter_that_is_not_taken(tmp_path: Path, param: str, name: str, key: str) -> None:
    with FaultServer(always=only_without(param)).running() as server:
        first = wrong(checks(tmp_path, server))[0]
    assert first[0] == name
    assert f"set `{key}` in draft.yml" in first[1]


def test_a_model_that_goes_on_and_on(tmp_path: Path) -> None:
    with FaultServer(always="length").running() as server:
        found = wrong(checks(tmp_path, server))
    assert [(name, sentence) for name, sentence, _ in found] == [("answer", "It was still writing after 1000 tokens.")]
    assert "thinking aloud" in found[0][2]


def test_an_endpoint_that_tells_no_usage(tmp_path: Path) -> None:
    with FaultServer(always="no-usage").running() as server:
        found = checks(tmp_path, server)
    assert next(check.sentence for check in found if check.name == "usage") == (
        "It does not tell its usage: limits count our estimate."
    )
