"""Addresses and ids from words: the address that GitHub gives a heading, and what an id can be made of."""

import re
import unicodedata


def github_slug(title: str) -> str:
    """Lower case, punctuation dropped, each space a hyphen: `AI & jij` becomes `ai--jij`."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})
"""Letters that are no letter with an accent."""


def id_words(text: str) -> list[str]:
    """The words of a text that can be in an id, in plain small letters; the first one begins with a letter."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    bare = re.sub(r"['’`]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    words = re.findall(r"[a-z0-9]+", bare)
    while words and not words[0][0].isalpha():
        del words[0]
    return words
