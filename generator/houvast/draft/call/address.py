"""The address of an endpoint: where our texts and a key may go."""

from ipaddress import ip_address

from pydantic import AnyUrl, TypeAdapter, ValidationError

_URL = TypeAdapter(AnyUrl)
_EXAMPLE = "write it as https://llm.example.org/v1"


def checked_address(text: str) -> str:
    """The address, without a slash at its end. Raises ValueError, which never repeats it: a key may stand in it."""
    try:
        url = _URL.validate_python(text)
    except ValidationError:
        raise ValueError(f"this is no web address; {_EXAMPLE}") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError(f"this is no web address; {_EXAMPLE}")
    if url.username or url.password or url.query or url.fragment:
        raise ValueError(f"an address holds no name, key or question mark; {_EXAMPLE}, and the key in its variable")
    if url.scheme == "http" and not is_loopback(url.host):
        raise ValueError(
            "http:// sends texts and key in the open; only this machine itself (127.0.0.1, localhost, [::1]) may be "
            "asked so; use https://"
        )
    return text.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine."""
    bare = host.strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return False


def host_of(base_url: str) -> str:
    """The host of an address that was checked, without port."""
    return (_URL.validate_python(base_url).host or "").strip("[]")
