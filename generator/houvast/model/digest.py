"""Digests of text that differences of case, white space and punctuation leave as they are."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from houvast.model.markup import Block, texts_of


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Text without differences of case, white space and punctuation, which change no meaning."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign) in {"Sc", "Sm"} else " " for sign in letters)
    return " ".join(kept.split())


@lru_cache(maxsize=50_000)
def digest(text: str) -> str:
    """SHA-256 of the folded text, as hex."""
    return hashlib.sha256(folded(text).encode()).hexdigest()


def digest_of(blocks: Iterable[Block]) -> str:
    """Twelve hex digits over what blocks say."""
    return digest("\n".join(text for block in blocks for text in texts_of(block)))[:12]
