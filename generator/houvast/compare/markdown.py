"""Changes for the summary of a pull request, in GitHub's Markdown.

Whatever an author wrote goes into a code span: GitHub makes no mention, reference, link, markup or HTML of that.
"""

import re
from collections.abc import Iterator

from houvast.compare.change import Changes, PathChange
from houvast.compare.sentence import Item, Said, Sentence
from houvast.compare.told import ENTRIES, PATHS, UNITS, entry_items, summary, unit_items
from houvast.compare.told_path import path_notes, units_with_minutes

COLUMNS = ("pace", "minutes before", "minutes now", "difference", "weeks", "new on it", "no longer on it", "besides")


def format_markdown(changes: Changes, base: str) -> str:
    """What changed since `base`, with a table of paths per role; without a last line end."""
    lines = ["## What changes for learners", "", f"Compared with {code(base)}: {summary(changes)}"]
    for heading, items in ((UNITS, unit_items(changes)), (ENTRIES, entry_items(changes))):
        if items:
            lines += ["", f"### {heading}", "", *(line for item in items for line in _lines(item, 0))]
    if changes.paths:
        lines += ["", f"### {PATHS}"]
    for role in dict.fromkeys(path.role for path in changes.paths):
        lines += ["", f"#### Role {code(role)}", "", _row(COLUMNS), _row(("---",) * len(COLUMNS))]
        lines += [_row(_cells(path)) for path in changes.paths if path.role == role]
    return "\n".join(lines)


def code(text: str) -> str:
    """A code span that holds exactly this text, on one line."""
    line = Said(text).line or "…"
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"{fence}{line}{fence}"


def _written(sentence: Sentence) -> str:
    return "".join(piece if isinstance(piece, str) else code(piece.text) for piece in sentence)


def _lines(item: Item, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_written(item.sentence)}"
    for held in item.under:
        yield from _lines(held, depth + 1)


def _row(cells: tuple[str, ...]) -> str:
    # A table reads `\|` as a bar, in a code span too.
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _cells(path: PathChange) -> tuple[str, ...]:
    before, after = path.before, path.after
    weeks = [str(size.weeks) for size in (before, after) if size]
    return (
        code(path.pace),
        str(before.minutes) if before else "no path",
        str(after.minutes) if after else "no path",
        f"{path.minutes:+d}",
        " to ".join(dict.fromkeys(weeks)),
        _written(units_with_minutes(path.added)),
        _written(units_with_minutes(path.dropped)),
        "; ".join(_written(sentence) for sentence in path_notes(path)),
    )
