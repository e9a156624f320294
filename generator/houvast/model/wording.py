"""The site's own words in one locale: buttons, labels, messages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """Words by key. A key that is not there is our own mistake and raises KeyError.

    `script` holds the words that JavaScript says.
    """

    locale: str
    words: Mapping[str, str]
    script: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with values filled in where they say `{name}`."""
        return self.words[key].format_map(values)
