"""Write one text the way the house does, and leave it as it is where that would change what it says."""

import re
from collections.abc import Mapping

from houvast.diagnostics import Finding, Place
from houvast.fmt.layout import laid_out
from houvast.fmt.rules import LEFT_ALONE
from houvast.fmt.same import first_difference, says_the_same
from houvast.fmt.texts import TextFile


def house_text(file: TextFile, text: str, ids: Mapping[int, str]) -> str | Finding:
    """The text as the house writes it, with these ids put in by the line of their heading, or why it stays.

    It is read as the text was, apart from the ids, and is its own house text.
    """
    plain = laid_out(text, {})
    # What is nested too deep is no part of what is read, so its letters are looked at as well.
    if plain != text and not (
        _is_settled(plain) and _letters(plain) == _letters(text) and says_the_same(file.read, file.file, text, plain)
    ):
        return _left_alone(file, text, plain)
    if not ids:
        return plain
    written = laid_out(text, ids)
    if not (_is_settled(written) and says_the_same(file.read, file.file, plain, written, with_ids=False)):
        return _left_alone(file, text, written)
    return written


def _is_settled(text: str) -> bool:
    return laid_out(text, {}) == text


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _left_alone(file: TextFile, text: str, written: str) -> Finding:
    line = first_difference(file.file, text, written)
    message = "this file is left as it is: written anew, it would not say the same from here on"
    return Finding.of(LEFT_ALONE, Place(file.shown, line), message)
