"""Days in the words of a locale."""

from datetime import date

from babel.dates import format_date


def in_words(day: date, locale: str) -> str:
    """A day such as `2 februari 2025`."""
    return format_date(day, "d MMMM y", locale=locale.replace("-", "_"))
