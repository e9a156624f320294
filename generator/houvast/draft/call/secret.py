"""The key of an endpoint, and how it stays out of every message."""

import os
import re
from collections.abc import Mapping, Sequence

from pydantic import SecretStr

from houvast.diagnostics.finding import CONTROL
from houvast.draft.call.config import Endpoint
from houvast.draft.call.faults import EXIT_ENDPOINT, Fault, Stopped

HIDDEN = "[hidden]"

SHORTEST = 8
"""Characters of a key that is worth hiding: in place of one a local endpoint takes any word, and answers hold words."""

_KEY_LIKE = re.compile(
    r"(?i:bearer|basic)\s+[^\s\"',;]+"
    r"|\b(?:sk|pk|rk|key|gsk|xai|hf|ghp|eyJ)[-_.][^\s\"',;]{6,}"
    r"|\beyJ[\w.-]{12,}"
    r"|\b(?=\w*\d)(?=\w*[A-Za-z])\w{32,}"
)
"""What looks like a key or a header with one: by its prefix, or long, with letters and digits."""


def key_of(endpoint: Endpoint, environment: Mapping[str, str] = os.environ) -> SecretStr | None:
    """The key from its own environment variable, and from no other. None where this machine's own endpoint needs none.

    Raises Stopped where there must be one, or where what stands there cannot be sent.
    """
    text = environment.get(endpoint.key_variable, "").strip()
    if not text and endpoint.is_local:
        return None
    if not text:
        other = " A key in OPENAI_API_KEY is not taken: name that variable in `key_variable` if you mean it."
        sentence = (
            f"There is no key for {endpoint.host}: put it in the environment variable {endpoint.key_variable}."
            f"{other if environment.get('OPENAI_API_KEY') else ''}"
        )
        raise Stopped(EXIT_ENDPOINT, Fault("no-key", sentence))
    if not text.isascii() or not text.isprintable() or " " in text:
        sentence = (
            f"What stands in {endpoint.key_variable} is no key: it holds spaces or signs that no key has. "
            "Copy the key anew, without anything around it."
        )
        raise Stopped(EXIT_ENDPOINT, Fault("odd-key", sentence))
    return SecretStr(text)


def hidden(content: bytes, key: SecretStr | None) -> bytes:
    """What an endpoint sent, without the key."""
    held = _worth_hiding(key)
    return content.replace(held.encode(), HIDDEN.encode()) if held else content


def redact(text: str, key: SecretStr | None = None) -> str:
    """The text without the key and without what looks like one, on one line that steers no terminal."""
    if held := _worth_hiding(key):
        text = text.replace(held, HIDDEN)
    return _shown(_KEY_LIKE.sub(HIDDEN, text))


def one_line(text: str, most: int = 120) -> str:
    """A name that an endpoint gave, fit to be kept: one line that steers no terminal, of at most so many characters."""
    return " ".join(_shown(text).split())[:most]


def _shown(text: str) -> str:
    """Without what steers a terminal, and without halves of characters, which no file takes."""
    return CONTROL.sub(" ", text.encode(errors="replace").decode())


def _worth_hiding(key: SecretStr | None) -> str:
    held = key.get_secret_value() if key else ""
    return held if len(held) >= SHORTEST else ""


def told(text: str, sent: Sequence[str], key: SecretStr | None, most: int = 200) -> str:
    """What an endpoint said, fit for a message: no key, nothing of what was sent, at most so many characters."""
    plain = " ".join(redact(text, key).split())
    said = "".join(sent)
    if any(plain[at : at + _ECHO] in said for at in range(len(plain) - _ECHO + 1)):
        return ""
    return plain if len(plain) <= most else plain[:most].rstrip() + " …"


_ECHO = 24
"""Characters in a row that are no coincidence."""
