"""Days and languages in the words of a locale."""

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date


@cache
def in_words(day: date, locale: str) -> str:
    """A day such as `2 februari 2025`."""
    return format_date(day, "d MMMM y", locale=locale.replace("-", "_"))


def language_name(language: str, locale: str) -> str:
    """The name of a language, such as `Dutch` for `nl` in `en`."""
    known = Locale.parse(locale.replace("-", "_")).languages
    return str(known.get(language.replace("-", "_"), language))
