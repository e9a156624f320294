"""What a call that never got an answer means for the run."""

import ssl
from collections.abc import Iterator
from socket import gaierror

import httpx2

from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, CallFault, Fault, Verdict


def of_exception(endpoint: Endpoint, problem: BaseException) -> CallFault:
    """The fault behind an exception: the deepest cause that we know says most."""
    causes = list(_causes(problem))
    for cause in causes:
        if isinstance(cause, CallFault):
            return cause
    for kind, fault in ((ssl.SSLError, _tls), (httpx2.ProxyError, _proxy), (gaierror, _no_such_host)):
        if found := next((cause for cause in causes if isinstance(cause, kind)), None):
            return fault(endpoint, found)
    if any(isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout)) for cause in causes):
        return _unreachable(endpoint)
    if any(isinstance(cause, (TimeoutError, httpx2.TimeoutException)) for cause in causes):
        return _late(endpoint)
    if any(isinstance(cause, httpx2.TransportError) for cause in causes):
        sentence = f"The connection to {endpoint.host} broke off before the answer was whole."
        return CallFault(Fault("connection-lost", sentence), Verdict.RETRY, charge=True)
    sentence = (
        f"The call to {endpoint.host} failed in a way that Houvast does not know ({type(problem).__name__}). "
        "Please report it, with the version of Houvast."
    )
    return CallFault(Fault("unknown", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        yield problem
        problem = problem.__cause__ or problem.__context__


def _tls(endpoint: Endpoint, cause: BaseException) -> CallFault:
    if isinstance(cause, ssl.SSLCertVerificationError):
        sentence = (
            f"This machine does not trust the certificate of {endpoint.host} ({cause.verify_message}). Where a proxy "
            "opens TLS, add its certificate to the system's, or name its file in SSL_CERT_FILE."
        )
    else:
        sentence = (
            f"What answers at {endpoint.base_url} does not speak TLS: check host, port and https:// in `base_url`."
        )
    return CallFault(Fault("tls", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)


def _proxy(endpoint: Endpoint, cause: BaseException) -> CallFault:
    sentence = (
        f"The proxy of this machine does not let the call to {endpoint.host} through: check HTTPS_PROXY, or add the "
        "host to NO_PROXY where none is needed."
    )
    return CallFault(Fault("proxy", sentence), Verdict.STOP, exit_code=EXIT_ENDPOINT)


def _no_such_host(endpoint: Endpoint, cause: BaseException) -> CallFault:
    sentence = f"No machine called {endpoint.host} can be found: check `base_url` in draft.yml, and the network."
    return CallFault(Fault("unreachable", sentence), Verdict.RETRY, exit_code=EXIT_ENDPOINT)


def _unreachable(endpoint: Endpoint) -> CallFault:
    start = "Start it" if endpoint.is_local else "Check the network"
    sentence = f"Nothing answers at {endpoint.base_url}. {start}, or set `base_url` in draft.yml."
    return CallFault(Fault("unreachable", sentence), Verdict.RETRY, exit_code=EXIT_ENDPOINT)


def _late(endpoint: Endpoint) -> CallFault:
    sentence = (
        f"{endpoint.host} did not finish within {endpoint.deadline_seconds:g} seconds: raise `deadline_seconds` in "
        "draft.yml, or lower `concurrency`."
    )
    return CallFault(Fault("timeout", sentence), Verdict.RETRY, charge=True)
