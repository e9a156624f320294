"""Say in words how a learning path changed."""

from collections.abc import Iterator

from houvast.compare.change import PathChange, Size, UnitMinutes
from houvast.compare.sentence import Said, Sentence, listed
from houvast.diagnostics import count


def path_sizes(path: PathChange) -> str:
    """How long a path was and is."""
    if path.before and path.after and path.before != path.after:
        return f"before {_size(path.before)}; now {_size(path.after)} ({path.minutes:+d} min)"
    if path.before and path.after:
        return _size(path.after)
    size = path.after or path.before
    return f"{'new' if path.after else 'dropped'}, {_size(size)}" if size else ""


def _size(size: Size) -> str:
    return f"{count(size.minutes, 'minute')} in {count(size.sessions, 'session')}, {count(size.weeks, 'week')}"


def path_notes(path: PathChange) -> Iterator[Sentence]:
    """What changed on a path besides what came on it and what left it."""
    if path.resized:
        yield ("longer or shorter: ", *units_with_minutes(path.resized))
    if path.moved:
        yield ("earlier or later: ", *listed(path.moved))
    if path.gaps_opened:
        yield ("now missing: ", *listed(tuple(str(gap) for gap in path.gaps_opened)))
    if path.gaps_closed:
        yield ("no longer missing: ", *listed(tuple(str(gap) for gap in path.gaps_closed)))


def units_with_minutes(units: tuple[UnitMinutes, ...]) -> Sentence:
    """Units, each with its minutes."""
    pieces: list[str | Said] = []
    for unit in units:
        minutes = " to ".join(str(number) for number in (unit.before, unit.after) if number is not None)
        pieces += [", " if pieces else "", Said(unit.unit), f" ({minutes} min)"]
    return tuple(pieces)
