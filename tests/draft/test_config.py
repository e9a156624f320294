"""draft.yml says who is asked and what it may cost; a key in it, or an open road for one, is refused."""

from decimal import Decimal
from pathlib import Path

import pytest

from houvast.draft.call.read_config import BadConfig, read_config

LEAST = "endpoint:\n  profile: ollama\n  model: qwen3:8b\n"
KEY = "sk-live-0123456789abcdef"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("draft.yml")


def refused(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadConfig) as problem:
        read_config(file)
    assert KEY not in str(problem.value)
    return str(problem.value)


def test_a_profile_fills_in_what_differs(file: Path) -> None:
    file.write_text(LEAST, encoding="utf-8")
    config = read_config()
    endpoint = config.endpoint
    assert (endpoint.base_url, endpoint.host, endpoint.is_local) == ("http://127.0.0.1:11434/v1", "127.0.0.1", True)
    assert (endpoint.token_param, endpoint.schema_mode) == ("max_tokens", "json_schema")
    assert (endpoint.supports_seed, endpoint.context_tokens) == (True, 4096)
    assert (config.limits.concurrency, config.limits.max_calls) == (1, None)
    assert endpoint.key_variable == "HOUVAST_DRAFT_KEY"


def test_what_is_written_wins(file: Path) -> None:
    file.write_text(
        """\
endpoint:
  profile: openai
  base_url: https://eu.llm.example.org/v1/
  model: gpt-5-mini
  key_variable: L_AND_D_KEY
  schema_mode: json_object
  supports_seed: true
  supports_temperature: true
  temperature: 0.7
  context_tokens: 128000
  deadline_seconds: 90
limits: {max_calls: 40, max_tokens: 90000, max_cost: 2.50}
prices:
  gpt-5-mini: {in: 0.25, out: 2, currency: EUR, date: 2026-11-22}
""",
        encoding="utf-8",
    )
    config = read_config(file)
    endpoint = config.endpoint
    assert endpoint.base_url == "https://eu.llm.example.org/v1"
    assert (endpoint.temperature, endpoint.deadline_seconds) == (0.7, 90)
    assert endpoint.settings == {
        "schema_mode": "json_object",
        "keeps_bounds": True,
        "keeps_lengths": False,
        "temperature": 0.7,
    }
    assert (config.limits.max_cost, config.limits.concurrency) == (Decimal("2.50"), 4)
    assert config.price is not None
    assert (config.price.prompt, config.price.completion) == (Decimal("0.25"), Decimal(2))


@pytest.mark.parametrize(
    "name", ["key", "api_key", "API-KEY", "apikey", "token", "secret", "password", "Authorization"]
)
@pytest.mark.parametrize("where", ["endpoint:\n  profile: openai\n  model: m\n  {}\n", "{}\n" + LEAST])
def test_a_key_does_not_stand_in_it(file: Path, name: str, where: str) -> None:
    told = refused(file, where.format(f"{name}: {KEY}"))
    line = 4 if where.startswith("endpoint") else 1
    assert told.startswith(f"draft.yml:{line}:")
    assert f"`{name}`: a key does not stand in a file" in told
    assert "environment variable HOUVAST_DRAFT_KEY" in told


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://llm.example.org/v1", "http:// sends texts and key in the open"),
        ("http://192.168.1.20:11434/v1", "http:// sends texts and key in the open"),
        ("http://0.0.0.0:11434/v1", "http:// sends texts and key in the open"),
        ("http://127.0.0.1.example.org/v1", "http:// sends texts and key in the open"),
        ("http://[2001:db8::1]/v1", "http:// sends texts and key in the open"),
        (f"https://user:{KEY}@llm.example.org/v1", "an address holds no name, key or question mark"),
        (f"https://llm.example.org/v1?key={KEY}", "an address holds no name, key or question mark"),
        ("file:///etc/passwd", "this is no web address"),
        ("llm.example.org/v1", "this is no web address"),
        (KEY, "this is no web address"),
    ],
)
def test_an_address_that_is_not_safe(file: Path, address: str, why: str) -> None:
    told = refused(file, f'endpoint:\n  profile: vllm\n  model: m\n  base_url: "{address}"\n')
    assert told.startswith("draft.yml:4:") and why in told
    assert told.count("draft.yml:") == 1


@pytest.mark.parametrize("address", ["http://localhost:1/v1", "http://127.0.0.9:1/v1", "http://[::1]:1/v1"])
def test_this_machine_may_be_asked_in_the_open(file: Path, address: str) -> None:
    file.write_text(f'{LEAST}  base_url: "{address}"\n', encoding="utf-8")
    assert read_config(file).endpoint.is_local


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("endpoint: {profile: opnai, model: m}\n", 1, "endpoint.profile"),
        (LEAST + "  modle: x\n", 4, "unknown key `modle`; did you mean `model`?"),
        (LEAST + "limits: {max_cals: 3}\n", 4, "unknown key `max_cals`"),
        (LEAST + "limits: {max_calls: 0}\n", 4, "limits.max_calls"),
        (LEAST + "limits: 3\n", 4, "limits"),
        (LEAST + f"  key_variable: {KEY}\n", 4, "endpoint.key_variable"),
        (LEAST + "  deadline_seconds: soon\n", 4, "endpoint.deadline_seconds"),
        (LEAST + "prices: {m: {in: -1, out: 2, currency: EUR, date: 2026-01-01}}\n", 4, "prices.m.in"),
        (LEAST + "prices: {m: {in: 1, out: 2, currency: euro, date: 2026-01-01}}\n", 4, "prices.m.currency"),
        ("endpoint: {profile: azure, model: m}\n", 1, "the key `endpoint.base_url` is missing"),
        ("endpoint: {profile: ollama}\n", 1, "the key `endpoint.model` is missing"),
        ("limits: {}\n", 1, "the key `endpoint` is missing"),
        ("- a\n", 1, "this file holds keys with values"),
        ("endpoint: !!python/object:os.system {}\n", 1, "tags are not taken here"),
        ("endpoint: [\n", 2, "the YAML cannot be read"),
        (LEAST + "  model: again\n", 4, "stands here for the second time"),
        ("", 1, "the key `endpoint` is missing"),
    ],
)
def test_a_mistake_is_told_at_its_line(file: Path, text: str, line: int, why: str) -> None:
    told = refused(file, text)
    assert f"draft.yml:{line}:" in told and why in told


def test_without_the_file_the_least_of_it_is_told(file: Path) -> None:
    with pytest.raises(BadConfig) as problem:
        read_config(file)
    assert str(problem.value) == (
        "draft.yml:1:1: there is no such file; write it with at least: `endpoint: {profile: ollama, model: qwen3:8b}`"
    )
