"""Find the texts of a courses folder: lessons, what stands in `for/`, plots, handouts and experiments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from houvast.fmt.same import ReadText
from houvast.source.courses import LESSON, VARIANT
from houvast.source.experiment import read_experiment
from houvast.source.handout import read_handout
from houvast.source.lesson import read_lesson, read_variant
from houvast.source.plot import read_plot
from houvast.source.question import is_id


@dataclass(frozen=True, slots=True)
class TextFile:
    """One text; `file` is its path under the courses folder, `shown` the one its author knows.

    `unit` is the id of its module, scenario or handout, if it has one; `group` is the same for all locales of the text.
    """

    path: Path
    file: str
    unit: str
    group: str
    locale: str
    read: ReadText

    @property
    def shown(self) -> str:
        """The path that its author knows."""
        return self.path.as_posix()


def text_files(courses: Path) -> Iterator[TextFile]:
    """Every text that is read as part of these courses; the locales of a text follow each other."""
    for unit in _units(courses / "modules"):
        yield from _in_folder(courses, f"modules/{unit}", unit, LESSON, read_lesson)
        yield from _in_folder(courses, f"modules/{unit}/for", unit, VARIANT, read_variant)
    for unit in _units(courses / "scenarios"):
        yield from _in_folder(courses, f"scenarios/{unit}", unit, LESSON, read_plot)
    for name in _units(courses / "handouts"):
        yield from _in_folder(courses, f"handouts/{name}", name, LESSON, read_handout)
    yield from _in_folder(courses, "experiments", "", VARIANT, read_experiment)


def unit_ids(courses: Path) -> Iterator[str]:
    """The id of every module and scenario."""
    return (unit for kind in ("modules", "scenarios") for unit in _units(courses / kind))


def _in_folder(courses: Path, folder: str, unit: str, pattern: re.Pattern[str], read: ReadText) -> Iterator[TextFile]:
    for name in _names(courses / folder):
        if found := pattern.match(name):
            *audience, locale = found.groups()
            group = "/".join((folder, *audience))
            yield TextFile(courses / folder / name, f"{folder}/{name}", unit, group, locale, read)


def _units(folder: Path) -> Iterator[str]:
    return (name for name in _names(folder) if is_id(name))


def _names(folder: Path) -> list[str]:
    """The names in a folder, sorted; hidden files are left alone."""
    return sorted(path.name for path in folder.iterdir() if path.name[0] != ".") if folder.is_dir() else []
