"""The nearest known word to one that nobody knows."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean `…`?` with the nearest known word, or nothing where none is near."""
    nearest = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.65)
    return f"; did you mean `{nearest[0]}`?" if nearest else ""
