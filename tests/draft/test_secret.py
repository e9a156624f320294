"""The key comes from its own variable alone, and shows up nowhere."""

import pytest
from pydantic import SecretStr

from houvast.draft.call.faults import EXIT_ENDPOINT, Stopped
from houvast.draft.call.secret import hidden, key_of, redact, told
from tests.draft.calling import config_for

REMOTE = config_for("https://llm.example.org/v1").endpoint
LOCAL = config_for("http://127.0.0.1:8080/v1").endpoint


def test_the_key_comes_from_its_own_variable() -> None:
    key = key_of(REMOTE, {"HOUVAST_DRAFT_KEY": " abc-123\n", "OPENAI_API_KEY": "other"})
    assert key is not None
    assert key.get_secret_value() == "abc-123"
    assert "abc" not in repr(key) + str(key)


def test_another_variable_only_where_it_is_named() -> None:
    with pytest.raises(Stopped, match="A key in OPENAI_API_KEY is not taken") as stopped:
        key_of(REMOTE, {"OPENAI_API_KEY": "sk-abc"})
    assert stopped.value.exit_code == EXIT_ENDPOINT
    assert "sk-abc" not in str(stopped.value)
    named = REMOTE.model_copy(update={"key_variable": "OPENAI_API_KEY"})
    assert key_of(named, {"OPENAI_API_KEY": "sk-abc"}) == SecretStr("sk-abc")


def test_this_machine_needs_none_and_others_do() -> None:
    assert key_of(LOCAL, {}) is None
    with pytest.raises(Stopped) as stopped:
        key_of(REMOTE, {"HOUVAST_DRAFT_KEY": "  "})
    assert str(stopped.value) == (
        "There is no key for llm.example.org: put it in the environment variable HOUVAST_DRAFT_KEY."
    )


@pytest.mark.parametrize("odd", ["abc def", "sleutel-é", "a\nX-Header: b", "“sk-abc”"])
def test_what_cannot_be_a_key_is_not_sent(odd: str) -> None:
    with pytest.raises(Stopped, match="HOUVAST_DRAFT_KEY is no key") as stopped:
        key_of(REMOTE, {"HOUVAST_DRAFT_KEY": odd})
    assert odd not in str(stopped.value)


@pytest.mark.parametrize(
    "text",
    [
        "Incorrect API key provided: sk-proj-abcdefgh123",
        "Authorization: Bearer abc.def",
        "gsk_0123456789abcdef",
        "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIi",
        "0123456789abcdef0123456789abcdef",
        "key AIzaSyA1234567890abcdefghijklmnopqrstu",
    ],
)
def test_what_looks_like_a_key_is_hidden(text: str) -> None:
    assert redact(text).endswith("[hidden]")


def test_the_key_itself_is_hidden_whatever_it_looks_like() -> None:
    assert redact("you sent plain-word", SecretStr("plain-word")) == "you sent [hidden]"


def test_a_word_in_place_of_a_key_leaves_answers_whole() -> None:
    answer = b'{"check": "Look at the ollama."}'
    assert hidden(answer, SecretStr("k")) == hidden(answer, SecretStr("ollama")) == answer
    assert hidden(b"a-key-of-mine", SecretStr("a-key-of-mine")) == b"[hidden]"


def test_plain_words_stay() -> None:
    for words in (
        "maximum context length is 4096 tokens",
        "model qwen3-8b-instruct-2507-q4_k_m-gguf-of-somebody is loading",
        "fp_44709d6fcb",
    ):
        assert redact(words) == words


def test_words_of_an_endpoint_steer_no_terminal_and_are_short() -> None:
    assert told("\x1b[2Jgone\u202e\nnext", (), None) == "[2Jgone next"
    assert told("half \ud83d", (), None) == "half ?"
    assert told("word " * 100, (), None, 20) == "word word word word …"
    assert told("you asked: write about the merger of both", ("please write about the merger of both",), None) == ""
