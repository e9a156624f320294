"""What was read of a courses folder: the catalogue, where everything stands, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from houvast.diagnostics import Finding, Place
from houvast.model import Catalogue
from houvast.source.allowance import Allowance
from houvast.source.yaml import Located


@dataclass(frozen=True)
class Checked:
    """The catalogue with its places. There is one only if every file could be shaped; `findings` says why not."""

    courses: Path
    catalogue: Catalogue
    located: Mapping[str, Located]
    texts: Mapping[str, str]

    def shown(self, file: str) -> str:
        """The path of a file of the course as its author knows it."""
        return (self.courses / file).as_posix()

    def place(self, file: str, *keys: str | int) -> Place:
        """Where a value stands in a YAML file, by its keys; the nearest one around it if there is none."""
        line, column = self.located[file].position(keys) if file in self.located else (1, 1)
        return Place(self.shown(file), line, column)

    def line(self, file: str, line: int) -> Place:
        """A line of a file."""
        return Place(self.shown(file), line)


@dataclass(frozen=True)
class Reading:
    """The outcome of reading: what was checked, if anything could be, every finding so far, and what is allowed."""

    checked: Checked | None
    findings: tuple[Finding, ...]
    allowances: tuple[Allowance, ...]
    texts: Mapping[str, str]

    def line_at(self, place: Place) -> str | None:
        """The source line of a place, for showing it under a finding."""
        lines = self.texts.get(place.path, "").split("\n")
        return lines[place.line - 1] if place.line <= len(lines) and lines[place.line - 1].strip() else None
