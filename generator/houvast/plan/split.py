"""Split a unit that is longer than a session, at its `##` headings, or at a question where a section is too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from houvast.model import Question
from houvast.plan.path import Part
from houvast.plan.personal import Shown, is_section
from houvast.plan.weight import weight_of


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two places where a unit may be split, and its weight in minutes."""

    start: int | str
    weight: float


def split(shown: Sequence[Shown], minutes: int, longest: int) -> tuple[Part, ...]:
    """The parts of a unit of so many minutes, none over `longest` minutes: as few as can be, as even as can be.

    The minutes of the parts add up to those of the unit, unless a stretch that cannot be split is itself too long: it
    then counts as `longest`.
    """
    if minutes <= longest:
        return (Part(1, 1, 0, minutes),)
    stretches = list(_stretches(shown))
    scale = minutes / sum(stretch.weight for stretch in stretches)
    weights = [stretch.weight * scale for stretch in stretches]
    for count in range(-(-minutes // longest), len(stretches) + 1):
        starts = _even_starts(weights, count)
        lengths = _whole_minutes(weights, starts)
        if max(lengths) <= longest:
            break
    else:
        starts = tuple(range(len(stretches)))
        lengths = _whole_minutes(weights, starts)
    return tuple(
        Part(number, len(starts), stretches[start].start, min(longest, max(1, length)))
        for number, (start, length) in enumerate(zip(starts, lengths, strict=True), start=1)
    )


def _even_starts(weights: Sequence[float], count: int) -> tuple[int, ...]:
    """Where to begin each of `count` groups of neighbours so that the heaviest is as light as can be."""
    sums = [0.0, *accumulate(weights)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {end: (sums[end], (0,)) for end in range(1, len(weights) + 1)}
    for groups in range(2, count + 1):
        best = {
            end: min(
                (max(best[start][0], sums[end] - sums[start]), (*best[start][1], start))
                for start in best
                if start < end
            )
            for end in range(groups, len(weights) + 1)
        }
    return best[len(weights)][1]


def _whole_minutes(weights: Sequence[float], starts: Sequence[int]) -> list[int]:
    """The length of each group in whole minutes that add up to the whole."""
    sums = [0.0, *accumulate(weights)]
    marks = [round(sums[start]) for start in starts] + [round(sums[-1])]
    return [end - start for start, end in pairwise(marks)]


def _stretches(shown: Sequence[Shown]) -> Iterator[_Stretch]:
    start: int | str = 0
    weight = 0.0
    section = 0
    for piece in shown:
        section += is_section(piece)
        new_start = section if is_section(piece) else piece.id if isinstance(piece, Question) else None
        if new_start is not None and weight > 0:
            yield _Stretch(start, weight)
            start, weight = new_start, 0.0
        weight += weight_of(piece)
    yield _Stretch(start, max(weight, 0.1))
