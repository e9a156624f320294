"""Compare two learning paths of one role at one pace."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from houvast.compare.change import PathChange, PathName, Size, UnitMinutes
from houvast.model import Target
from houvast.plan import LearningPath


@dataclass(frozen=True, slots=True)
class PathForm:
    """What is compared of a path: the minutes of its units in order, its size, and what nothing serves."""

    minutes: Mapping[str, int]
    size: Size
    gaps: tuple[Target, ...]

    @classmethod
    def of(cls, path: LearningPath) -> "PathForm":
        """The form of a path."""
        minutes: dict[str, int] = {}
        for step in path.steps:
            minutes[step.unit] = minutes.get(step.unit, 0) + step.minutes
        size = Size(path.minutes, len(path.sessions), path.weeks)
        return cls(minutes, size, tuple(gap.target for gap in path.gaps))


Forms = Mapping[PathName, PathForm]


def forms_of(paths: Mapping[PathName, LearningPath]) -> Forms:
    """The forms of paths."""
    return {name: PathForm.of(path) for name, path in paths.items()}


def compare_forms(before: Forms, after: Forms) -> Iterator[PathChange]:
    """Every path that changed, by role and pace."""
    for role, pace in sorted({*before, *after}):
        change = compare_paths(role, pace, before.get((role, pace)), after.get((role, pace)))
        if change.is_change:
            yield change


def compare_paths(role: str, pace: str, before: PathForm | None, after: PathForm | None) -> PathChange:
    """What came on a path, left it, moved on it, or takes other minutes. None is a path that is not there."""
    old, new = before.minutes if before else {}, after.minutes if after else {}
    stayed = [unit for unit in new if unit in old]
    old_gaps, new_gaps = before.gaps if before else (), after.gaps if after else ()
    return PathChange(
        role,
        pace,
        before.size if before else None,
        after.size if after else None,
        added=tuple(UnitMinutes(unit, None, new[unit]) for unit in new if unit not in old),
        dropped=tuple(UnitMinutes(unit, old[unit], None) for unit in old if unit not in new),
        resized=tuple(UnitMinutes(unit, old[unit], new[unit]) for unit in stayed if old[unit] != new[unit]),
        moved=moved([unit for unit in old if unit in new], stayed),
        gaps_opened=tuple(gap for gap in new_gaps if gap not in old_gaps),
        gaps_closed=tuple(gap for gap in old_gaps if gap not in new_gaps),
    )


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
