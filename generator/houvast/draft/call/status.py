"""What an answer that is not a 200 means for the run."""

from collections.abc import Mapping

from houvast.draft.call.completion import Attempt
from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, EXIT_QUOTA, CallFault, Fault, Verdict
from houvast.draft.call.retry_after import seconds_to_wait
from houvast.draft.call.told_error import ToldError, told_error

_LATER = "What is done is kept: run the same command again later."


def of_status(attempt: Attempt, status: int, headers: Mapping[str, str], body: bytes) -> CallFault:
    """The fault that a status and what came with it stand for."""
    error = told_error(body)
    endpoint = attempt.endpoint
    match status:
        case 401:
            return _stop("credentials", _credentials(attempt))
        case 402 | 429 if status == 402 or "insufficient_quota" in error.code or "billing" in error.code:
            sentence = (
                f"The credit at {endpoint.host} is used up: top it up, or ask whoever manages the account. {_LATER}"
            )
            return CallFault(Fault("quota", sentence), Verdict.STOP, exit_code=EXIT_QUOTA)
        case 403:
            sentence = (
                f"{endpoint.host} does not let this key use `{endpoint.model}`: ask whoever manages it for access."
            )
            return _stop("forbidden", sentence + attempt.told(error.message))
        case 404 | 405:
            return _not_found(endpoint, error)
        case 429:
            sentence = (
                f"{endpoint.host} takes no more calls for now; fewer at a time may help (`concurrency` in draft.yml)."
            )
            return CallFault(Fault("rate-limit", sentence), Verdict.WAIT, wait=seconds_to_wait(headers))
        case 413:
            return _too_long(attempt)
        case 408 | 409 | 425:
            return CallFault(Fault("server-error", _out_of_order(endpoint, status)), Verdict.RETRY)
        case _ if status >= 500:
            wait = seconds_to_wait(headers)
            fault = Fault("server-error", _out_of_order(endpoint, status))
            return CallFault(fault, Verdict.WAIT if wait else Verdict.RETRY, wait=wait)
        case _:
            return _bad_request(attempt, error)


def _credentials(attempt: Attempt) -> str:
    endpoint = attempt.endpoint
    if attempt.key is None:
        return f"{endpoint.host} asks for a key: put it in the environment variable {endpoint.key_variable}."
    return (
        f"{endpoint.host} does not accept the key in {endpoint.key_variable}: check that it is whole, still valid, and "
        "made for this endpoint."
    )


def _not_found(endpoint: Endpoint, error: ToldError) -> CallFault:
    codes = ("model_not_found", "deploymentnotfound")
    if any(code in error.code for code in codes) or error.names(endpoint.model.lower()):
        return _stop("unknown-model", f"{endpoint.host} has no model `{endpoint.model}`: set `model` in draft.yml.")
    sentence = (
        f"There is no endpoint at {endpoint.base_url}: check `base_url` in draft.yml. It mostly ends in /v1, without "
        "/chat/completions after it."
    )
    return _stop("wrong-address", sentence)


def _out_of_order(endpoint: Endpoint, status: int) -> str:
    return f"{endpoint.host} is out of order (status {status}). {_LATER}"


def _too_long(attempt: Attempt) -> CallFault:
    sentence = (
        f"What {attempt.item} is drafted from is longer than `{attempt.endpoint.model}` takes at once: give shorter "
        f"sources in {attempt.origin}, or take a model with a larger context."
    )
    return CallFault(Fault("too-long", sentence), Verdict.FAIL)


def _bad_request(attempt: Attempt, error: ToldError) -> CallFault:
    """What is wrong with a request, by its code or, where there is none, by its words."""
    endpoint = attempt.endpoint
    if "content_filter" in error.code:
        sentence = f"A filter of {endpoint.host} refused what was sent for {attempt.item}: look in {attempt.origin}."
        return CallFault(Fault("input-refused", sentence), Verdict.FAIL)
    if "context_length" in error.code or error.names("context length", "context size", "context window"):
        return _too_long(attempt)
    if error.names("response_format", "json_schema", "response format"):
        return _no_such_format(endpoint, error)
    for param, way_out in _WAYS_OUT.items():
        if error.param == param or (not error.param and error.names(param)):
            sentence = f"`{endpoint.model}` at {endpoint.host} takes no `{param}`: set `{way_out}` in draft.yml."
            return _stop("unsupported-parameter", sentence)
    sentence = f"{endpoint.host} refused the request for {attempt.item}."
    return CallFault(Fault("bad-request", sentence + attempt.told(error.message)), Verdict.FAIL)


_WAYS_OUT = {
    "max_tokens": "token_param: max_completion_tokens",
    "max_completion_tokens": "token_param: max_tokens",
    "temperature": "supports_temperature: false",
    "seed": "supports_seed: false",
}
"""What to set where an endpoint does not know a parameter."""


def _no_such_format(endpoint: Endpoint, error: ToldError) -> CallFault:
    """The shape of an answer cannot be asked for in this way."""
    if error.names("invalid schema", "not permitted", "invalid json schema") and endpoint.keeps_bounds:
        sentence = f"{endpoint.host} refuses part of the shape of an answer: set `keeps_bounds: false` in draft.yml."
        return _stop("schema-refused", sentence)
    simpler = "json_object" if endpoint.schema_mode == "json_schema" else "prompt"
    sentence = (
        f"`{endpoint.model}` at {endpoint.host} cannot be told the shape of an answer by `{endpoint.schema_mode}`: set "
        f"`schema_mode: {simpler}` in draft.yml."
    )
    return _stop("no-response-format", sentence)


def _stop(name: str, sentence: str) -> CallFault:
    return CallFault(Fault(name, sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)
