"""What was read of the courses: the catalogue, where everything stands, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from houvast.diagnostics import Finding, Place
from houvast.model import Catalogue
from houvast.source.allowance import Allowance
from houvast.source.layers import PACKAGED
from houvast.source.yaml import Located


@dataclass(frozen=True, eq=False)
class Checked:
    """The catalogue with its places. There is one only if every file could be shaped; `findings` says why not.

    `paths` are those of the files that were read, as people know them; `packaged_ids` is what comes with Houvast where
    this organisation extends it, also what it leaves out. `today` is the day it is, where rules may ask for it.
    """

    courses: Path
    catalogue: Catalogue
    located: Mapping[str, Located]
    texts: Mapping[str, str]
    paths: Mapping[str, str]
    packaged_ids: frozenset[str] = frozenset()
    today: date | None = None
    below: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each own file that a draft lies over."""

    def shown(self, file: str) -> str:
        """The path of a file of the course as its author knows it."""
        return self.paths.get(file) or (self.courses / file).as_posix()

    def place(self, file: str, *keys: str | int) -> Place:
        """Where a value stands in a YAML file, by its keys; the nearest one around it if there is none."""
        return self.located[file].place(keys) if file in self.located else Place(self.shown(file))

    def line(self, file: str, line: int) -> Place:
        """A line of a file."""
        return Place(self.shown(file), line)


def is_packaged(place: Place) -> bool:
    """Whether a place is in a file that comes with Houvast, which its reader cannot change."""
    return place.path.startswith(PACKAGED)


@dataclass(frozen=True)
class Reading:
    """The outcome of reading: what was checked, if anything could be, every finding so far, and what is allowed."""

    checked: Checked | None
    findings: tuple[Finding, ...]
    allowances: tuple[Allowance, ...]
    texts: Mapping[str, str]

    @property
    def files(self) -> int:
        """How many files of the organisation's own were read."""
        return sum(not is_packaged(Place(path)) for path in self.texts)

    def line_at(self, place: Place) -> str | None:
        """The source line of a place, for showing it under a finding."""
        lines = self.texts.get(place.path, "").split("\n")
        return lines[place.line - 1] if place.line <= len(lines) and lines[place.line - 1].strip() else None
