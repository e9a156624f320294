"""Read an option that is a number, an amount, a time or a date."""

import re
from dataclasses import dataclass

from houvast.lint.questions.choices import bare
from houvast.lint.questions.words import Words

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
DATE = re.compile(r"^(\d{1,2})?\s*([a-zà-ž]+)\s+(\d{4})$")
MOST_WORDS = 8


@dataclass(frozen=True)
class Value:
    """An amount, and what it is an amount of: the other words, or `time` in hours, or `date`."""

    amount: float
    what: str


def value_of(text: str, words: Words) -> Value | None:
    """The value that an option is, or None where it is a sentence or says more than one number."""
    said = bare(text)
    if (date := DATE.match(said)) and date[2] in words.months:
        return Value(float(date[3]) * 372 + words.months.index(date[2]) * 31 + float(date[1] or 1), "date")
    parts = said.split()
    numbers = [at for at, part in enumerate(parts) if _number(part, words) is not None]
    if len(numbers) != 1 or len(parts) > MOST_WORDS:
        return None
    at = numbers[0]
    amount = _number(parts[at], words) or 0.0
    after = parts[at + 1] if at + 1 < len(parts) else ""
    if after in words.units:
        return Value(amount * words.units[after], "time")
    return Value(amount, "") if at == 0 and len(parts) <= 3 else Value(amount, " ".join(parts[:at]))


def _number(part: str, words: Words) -> float | None:
    """A word or figures as a number: `4.000` is four thousand in one language, four in another."""
    if (name := part.replace("é", "e")) in words.numbers:
        return words.numbers[name]
    figures = part.strip("€$£%(),;:")
    if not NUMBER.fullmatch(figures):
        return None
    figures = re.sub(rf"\{words.thousands}(?=\d{{3}}(?:\D|$))", "", figures)
    try:
        return float(figures.replace(",", "."))
    except ValueError:
        return None
