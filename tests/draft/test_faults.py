"""Everything that can go wrong with a call has a name, a verdict, an exit code and a sentence with the way out.

Over real sockets; none shows the key, nor what was sent.
"""

from dataclasses import dataclass

import pytest

from houvast.draft.call.faults import EXIT_ENDPOINT, EXIT_QUOTA, EXIT_SOME_FAILED, Verdict
from tests.draft.calling import KEY, SECRET_TOPIC, config_for, fault_of, plain, value_of
from tests.draft.fault_plays import FAULTS
from tests.draft.fault_server import FaultServer

HARMLESS = {"fences", "no-usage", "odd-usage"}
"""What is played like a fault, and is none."""


@dataclass(frozen=True)
class Row:
    name: str
    verdict: Verdict
    sentence: str
    exit_code: int = EXIT_SOME_FAILED
    wait: float = 0.0


RETRY, WAIT, REPAIR, FAIL, STOP = Verdict.RETRY, Verdict.WAIT, Verdict.REPAIR, Verdict.FAIL, Verdict.STOP

BUSY = "127.0.0.1 takes no more calls for now; fewer at a time may help (`concurrency` in draft.yml)."

ROWS = {
    "401": Row(
        "credentials",
        STOP,
        "127.0.0.1 does not accept the key in HOUVAST_DRAFT_KEY: check that it is whole, still valid, and "
        "made for this endpoint.",
        EXIT_ENDPOINT,
    ),
    "403": Row(
        "forbidden",
        STOP,
        "127.0.0.1 does not let this key use `small-model`: ask whoever manages it for access. It says: Your "
        "country is not supported",
        EXIT_ENDPOINT,
    ),
    "404-model": Row(
        "unknown-model",
        STOP,
        "127.0.0.1 has no model `small-model`: set `model` in draft.yml. It has: small-model.",
        EXIT_ENDPOINT,
    ),
    "404-html": Row(
        "wrong-address",
        STOP,
        "There is no endpoint at ADDRESS: check `base_url` in draft.yml. It mostly ends in /v1, without "
        "/chat/completions after it.",
        EXIT_ENDPOINT,
    ),
    "429": Row("rate-limit", WAIT, BUSY),
    "429-wait-0.2": Row("rate-limit", WAIT, BUSY, wait=0.2),
    "429-wait-1": Row("rate-limit", WAIT, BUSY, wait=1.0),
    "429-wait-ms": Row("rate-limit", WAIT, BUSY, wait=0.25),
    "429-wait-nothing": Row("rate-limit", WAIT, BUSY),
    "429-wait-nonsense": Row("rate-limit", WAIT, BUSY),
    "429-wait-below-zero": Row("rate-limit", WAIT, BUSY),
    "429-wait-endless": Row("rate-limit", WAIT, BUSY, wait=604800.0),
    "429-wait-hour": Row("rate-limit", WAIT, BUSY, wait=3600.0),
    "429-date": Row("rate-limit", WAIT, BUSY, wait=2),
    "429-date-past": Row("rate-limit", WAIT, BUSY),
    "429-date-other-clock": Row("rate-limit", WAIT, BUSY, wait=2),
    "429-quota": Row(
        "quota",
        STOP,
        "The credit at 127.0.0.1 is used up: top it up, or ask whoever manages the account. What is done is "
        "kept: run the same command again later.",
        EXIT_QUOTA,
    ),
    "500": Row(
        "server-error",
        RETRY,
        "127.0.0.1 is out of order (status 500). What is done is kept: run the same command again later.",
    ),
    "503-html": Row(
        "server-error",
        RETRY,
        "127.0.0.1 is out of order (status 503). What is done is kept: run the same command again later.",
    ),
    "503-wait-1": Row(
        "server-error",
        WAIT,
        "127.0.0.1 is out of order (status 503). What is done is kept: run the same command again later.",
        wait=1.0,
    ),
    "login-page": Row(
        "web-page",
        STOP,
        "ADDRESS answers with text/html where a model's answer was to come: a sign-in page, a proxy, or an "
        "address that is not an endpoint's. Open it in a browser, and check `base_url` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "html-as-json": Row(
        "garbled",
        RETRY,
        "127.0.0.1 sent an answer that cannot be read: it was cut off on the way, or something else answered.",
    ),
    "silence": Row(
        "timeout",
        RETRY,
        "127.0.0.1 did not finish within 0.3 seconds: raise `deadline_seconds` in draft.yml, or lower `concurrency`.",
    ),
    "slow-body": Row(
        "timeout",
        RETRY,
        "127.0.0.1 did not finish within 0.3 seconds: raise `deadline_seconds` in draft.yml, or lower `concurrency`.",
    ),
    "reset": Row("connection-lost", RETRY, "The connection to 127.0.0.1 broke off before the answer was whole."),
    "reset-in-body": Row(
        "connection-lost", RETRY, "The connection to 127.0.0.1 broke off before the answer was whole."
    ),
    "half-json": Row(
        "garbled",
        RETRY,
        "127.0.0.1 sent an answer that cannot be read: it was cut off on the way, or something else answered.",
    ),
    "bad-utf-8": Row(
        "garbled",
        RETRY,
        "127.0.0.1 sent an answer that cannot be read: it was cut off on the way, or something else answered.",
    ),
    "half-characters": Row(
        "garbled",
        RETRY,
        "127.0.0.1 sent an answer that cannot be read: it was cut off on the way, or something else answered.",
    ),
    "cut-answer": Row(
        "other-shape", REPAIR, "The model's answer for question 2 of 8 does not have the shape that was asked for."
    ),
    "other-shape": Row(
        "other-shape", REPAIR, "The model's answer for question 2 of 8 does not have the shape that was asked for."
    ),
    "prose": Row(
        "other-shape", REPAIR, "The model's answer for question 2 of 8 does not have the shape that was asked for."
    ),
    "refusal": Row(
        "refusal",
        FAIL,
        "The model refuses to draft question 2 of 8: look in brief.yml for what it stumbles over. It says: I "
        "can't help with that.",
    ),
    "content-filter": Row(
        "content-filter",
        FAIL,
        "A filter of 127.0.0.1 held back the answer for question 2 of 8: look in brief.yml for the cause.",
    ),
    "content-filter-prompt": Row(
        "input-refused", FAIL, "A filter of 127.0.0.1 refused what was sent for question 2 of 8: look in brief.yml."
    ),
    "too-long": Row(
        "too-long",
        FAIL,
        "What question 2 of 8 is drafted from is longer than `small-model` takes at once: give shorter "
        "sources in brief.yml, or take a model with a larger context.",
    ),
    "too-long-llama": Row(
        "too-long",
        FAIL,
        "What question 2 of 8 is drafted from is longer than `small-model` takes at once: give shorter "
        "sources in brief.yml, or take a model with a larger context.",
    ),
    "cut-prompt": Row(
        "cut-prompt",
        STOP,
        "127.0.0.1 read only part of what was sent (1 tokens of 165 characters), so its answer is worth "
        "nothing: give the model a larger context there and in `context_tokens` of draft.yml (Ollama: "
        "OLLAMA_CONTEXT_LENGTH), or give shorter sources.",
        EXIT_ENDPOINT,
    ),
    "no-response-format": Row(
        "no-response-format",
        STOP,
        "`small-model` at 127.0.0.1 cannot be told the shape of an answer by `json_schema`: set `schema_mode:"
        " json_object` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "bad-schema": Row(
        "schema-refused",
        STOP,
        "127.0.0.1 refuses part of the shape of an answer: set `keeps_bounds: false` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "no-max-tokens": Row(
        "unsupported-parameter",
        STOP,
        "`small-model` at 127.0.0.1 takes no `max_tokens`: set `token_param: max_completion_tokens` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "no-temperature": Row(
        "unsupported-parameter",
        STOP,
        "`small-model` at 127.0.0.1 takes no `temperature`: set `supports_temperature: false` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "no-seed": Row(
        "unsupported-parameter",
        STOP,
        "`small-model` at 127.0.0.1 takes no `seed`: set `supports_seed: false` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "400": Row(
        "bad-request",
        FAIL,
        "127.0.0.1 refused the request for question 2 of 8. It says: Something about the request is wrong",
    ),
    "length": Row(
        "length",
        FAIL,
        "The answer for question 2 of 8 was cut off: it needs more tokens than it was given. Ask for less in "
        "brief.yml, or take a model that writes without thinking aloud.",
    ),
    "circles": Row(
        "circles",
        RETRY,
        "The model repeats itself without end for question 2 of 8: give it a higher `temperature` in draft.yml, or "
        "take a larger one.",
    ),
    "whitespace": Row("white-space", RETRY, "The model wrote white space without end for question 2 of 8."),
    "whitespace-stop": Row("white-space", RETRY, "The model wrote white space without end for question 2 of 8."),
    "no-choices": Row("malformed", RETRY, "127.0.0.1 sent an answer without a text in it."),
    "choices-missing": Row("malformed", RETRY, "127.0.0.1 sent an answer without a text in it."),
    "choices-null": Row("malformed", RETRY, "127.0.0.1 sent an answer without a text in it."),
    "choices-odd": Row("malformed", RETRY, "127.0.0.1 sent an answer without a text in it."),
    "message-null": Row("malformed", RETRY, "127.0.0.1 sent an answer without a text in it."),
    "content-odd": Row("empty", RETRY, "127.0.0.1 sent an empty answer for question 2 of 8."),
    "error-in-200": Row("malformed", RETRY, "127.0.0.1 reports an error of its own. It says: upstream failed"),
    "json-list": Row("malformed", RETRY, "127.0.0.1 reports an error of its own."),
    "null-content": Row("empty", RETRY, "127.0.0.1 sent an empty answer for question 2 of 8."),
    "empty-content": Row("empty", RETRY, "127.0.0.1 sent an empty answer for question 2 of 8."),
    "tool-calls": Row("empty", RETRY, "127.0.0.1 sent an empty answer for question 2 of 8."),
    "200-mb": Row(
        "too-large",
        FAIL,
        "127.0.0.1 sent more than 2 MB, which is no answer of a model; the rest was not read. Check "
        "`base_url` in draft.yml.",
    ),
    "gzip-bomb": Row(
        "packed",
        STOP,
        "127.0.0.1 packed its answer although it was asked not to, and what is packed may be too large to "
        "open: have Content-Encoding turned off there, or in the proxy before it.",
        EXIT_ENDPOINT,
    ),
    "stream": Row(
        "web-page",
        STOP,
        "ADDRESS answers with text/event-stream where a model's answer was to come: a sign-in page, a proxy, "
        "or an address that is not an endpoint's. Open it in a browser, and check `base_url` in draft.yml.",
        EXIT_ENDPOINT,
    ),
    "redirect": Row(
        "redirect",
        STOP,
        "127.0.0.1 sends on to another address, and what is drafted from does not go there unasked: set "
        "`base_url` in draft.yml to where the endpoint really is.",
        EXIT_ENDPOINT,
    ),
    "204": Row(
        "garbled",
        RETRY,
        "127.0.0.1 sent an answer that cannot be read: it was cut off on the way, or something else answered.",
    ),
}


@pytest.mark.parametrize("played", ROWS)
def test_fault(played: str) -> None:
    row = ROWS[played]
    late = played in {"silence", "slow-body"}
    with FaultServer(always=played).running() as server:
        fault = fault_of(config_for(server.address, deadline_seconds=0.3 if late else 4))
        assert (fault.fault.name, fault.verdict, fault.exit_code) == (row.name, row.verdict, row.exit_code)
        assert plain(fault.fault.sentence, [server]) == row.sentence
        assert fault.wait == pytest.approx(row.wait, abs=1.1 if "date" in played else 0)
        assert server.calls == 1
    for shown in (fault.fault.sentence, str(fault), repr(fault), fault.remark):
        assert KEY.get_secret_value() not in shown
        assert SECRET_TOPIC[:24] not in shown


def test_every_fault_has_its_row() -> None:
    assert set(ROWS) == set(FAULTS) - HARMLESS


@pytest.mark.parametrize("played", sorted(HARMLESS))
def test_what_is_only_untidy_is_taken(played: str) -> None:
    with FaultServer(always=played).running() as server:
        assert value_of(config_for(server.address)).source == "fact.law"
