"""How long an endpoint asks to wait."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 7 * 86400.0


def seconds_to_wait(headers: Mapping[str, str], now: datetime | None = None) -> float:
    """Seconds, at most a week; 0 where nothing sensible is said. A date is read by the clock of who wrote it."""
    if (milliseconds := _number(headers.get("retry-after-ms", ""))) is not None:
        return milliseconds / 1000
    said = headers.get("retry-after", "")
    if (seconds := _number(said)) is not None:
        return seconds
    until = _day(said)
    there = _day(headers.get("date", "")) or now or datetime.now(UTC)
    return min(max((until - there).total_seconds(), 0.0), _LONGEST) if until else 0.0


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return None if math.isnan(value) else min(max(value, 0.0), _LONGEST)


def _day(text: str) -> datetime | None:
    try:
        value = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)
