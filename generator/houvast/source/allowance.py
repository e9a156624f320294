"""Allowances: an author's word that a finding is fine here, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from houvast.diagnostics import Place

WRITTEN = re.compile(r"^allow:\s*(\S*)\s*(.*)$", re.DOTALL)
IN_YAML = re.compile(r"(?:^|\s)#\s*(allow:.*)$")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is allowed, why, and where: the place it is written, and the lines of that file it is about."""

    code: str
    reason: str
    place: Place
    lines: tuple[int, int]


def read_allowance(comment: str, place: Place, lines: list[str]) -> Allowance | None:
    """The allowance that a comment is, or None. Alone on its line it is about the next line that is not empty too.

    `lines` are those of the whole file.
    """
    if not (found := WRITTEN.match(comment)):
        return None
    below = (number for number, line in enumerate(lines[place.line :], start=place.line + 1) if line.strip())
    next_line = next(below, place.line) if _stands_alone(lines[place.line - 1]) else place.line
    return Allowance(found[1], " ".join(found[2].split()), place, (place.line, next_line))


def allowances_in_yaml(text: str, shown: str) -> Iterator[Allowance]:
    """The allowances in the comments of a YAML file."""
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if (found := IN_YAML.search(line)) and (
            allowance := read_allowance(found[1], Place(shown, number, found.start(1) + 1), lines)
        ):
            yield allowance


def _stands_alone(line: str) -> bool:
    return line.lstrip().startswith(("<!--", "#"))
