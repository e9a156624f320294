"""What comes back from an endpoint and is not read: it would lead elsewhere, or fill the memory."""

from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Fault, Verdict

LARGEST = 2_000_000
"""Bytes of an answer. A draft is a few thousand."""


def redirect(endpoint: Endpoint) -> CallFault:
    """It sends us, and our texts, to another address."""
    sentence = (
        f"{endpoint.host} sends on to another address, and what is drafted from does not go there unasked: set "
        "`base_url` in draft.yml to where the endpoint really is."
    )
    return CallFault(Fault("redirect", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)


def packed(endpoint: Endpoint) -> CallFault:
    """A packed answer is small on the wire and has no bound once unpacked."""
    sentence = (
        f"{endpoint.host} packed its answer although it was asked not to, and what is packed may be too large to open: "
        "have Content-Encoding turned off there, or in the proxy before it."
    )
    return CallFault(Fault("packed", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT, charge=True)


def too_large(endpoint: Endpoint, largest: int) -> CallFault:
    """No draft is this large."""
    sentence = (
        f"{endpoint.host} sent more than {largest // 1_000_000} MB, which is no answer of a model; the rest was not "
        "read. Check `base_url` in draft.yml."
    )
    return CallFault(Fault("too-large", sentence), Verdict.FAIL, charge=True)
