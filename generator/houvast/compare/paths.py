"""Compare two learning paths of one role at one pace."""

from bisect import bisect_left
from collections.abc import Sequence

from houvast.compare.change import PathChange, Size, UnitMinutes
from houvast.plan import LearningPath


def compare_paths(role: str, pace: str, before: LearningPath | None, after: LearningPath | None) -> PathChange:
    """What came on a path, left it, moved on it, or takes other minutes. None is a path that is not there."""
    old, new = _minutes(before), _minutes(after)
    stayed = [unit for unit in new if unit in old]
    old_gaps = [gap.target for gap in before.gaps] if before else []
    new_gaps = [gap.target for gap in after.gaps] if after else []
    return PathChange(
        role,
        pace,
        _size(before),
        _size(after),
        added=tuple(UnitMinutes(unit, None, new[unit]) for unit in new if unit not in old),
        dropped=tuple(UnitMinutes(unit, old[unit], None) for unit in old if unit not in new),
        resized=tuple(UnitMinutes(unit, old[unit], new[unit]) for unit in stayed if old[unit] != new[unit]),
        moved=moved([unit for unit in old if unit in new], stayed),
        gaps_opened=tuple(gap for gap in new_gaps if gap not in old_gaps),
        gaps_closed=tuple(gap for gap in old_gaps if gap not in new_gaps),
    )


def _size(path: LearningPath | None) -> Size | None:
    return Size(path.minutes, len(path.sessions), path.weeks) if path else None


def _minutes(path: LearningPath | None) -> dict[str, int]:
    """The minutes of each unit of a path, in the order of the path."""
    minutes: dict[str, int] = {}
    for step in path.steps if path else ():
        minutes[step.unit] = minutes.get(step.unit, 0) + step.minutes
    return minutes


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """As few units as can be whose move makes one order of the other; both hold the same units.

    All but a longest increasing run of places: patience sorting.
    """
    place = {unit: index for index, unit in enumerate(before)}
    ends: list[int] = []
    runs: list[list[str]] = []
    for unit in after:
        length = bisect_left(ends, place[unit])
        run = [*(runs[length - 1] if length else []), unit]
        ends[length:] = [place[unit], *ends[length + 1 :]]
        runs[length:] = [run, *runs[length + 1 :]]
    stays = set(runs[-1]) if runs else set()
    return tuple(unit for unit in after if unit not in stays)
