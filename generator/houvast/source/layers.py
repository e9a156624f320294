"""Courses as layers: an organisation's own folder, and perhaps under it what comes with Houvast."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ORGANISATION = "organisation.yml"
EXPERIMENTS = "experiments"
"""The board is of one organisation: nothing on it comes with Houvast."""

FOR = "for"
"""The folder of a module with the texts of one role or cluster: it can stand in one layer alone."""

KINDS = ("roles", "hats", "paces", "modules", "scenarios", "handouts")
DRAFTED = frozenset({"roles", "hats", "modules", "scenarios", "handouts"})
"""The folders of which a draft may hold files."""

DRAFTS = "drafts"
DRAFT_SHEET = "draft.yml"
PROVENANCE = "provenance"
PACKAGED = "houvast:"
"""What the path of a file that comes with Houvast begins with, where people read it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One folder with courses. Paths of files are relative to it, with forward slashes.

    `drafts` are folders of which the files lie over those of this one, the first on top.
    """

    folder: Path
    is_packaged: bool = False
    drafts: tuple[Path, ...] = ()

    def path(self, file: str) -> Path:
        """Where a file or folder stands: in the first draft that holds it, else in the folder itself."""
        above = self.drafts if file.partition("/")[0] in DRAFTED else ()
        return next((path for draft in above if _is_there(path := draft / file)), self.folder / file)

    def shown(self, file: str) -> str:
        """The path of a file as people know it."""
        return f"{PACKAGED}{file}" if self.is_packaged else self.path(file).as_posix()

    def holds(self, file: str) -> bool:
        """Whether a file or folder stands here; a link that leads nowhere does too, so that it is told."""
        return _is_there(self.path(file))

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder; hidden files are left alone."""
        above = self.drafts if folder.partition("/")[0] in DRAFTED else ()
        paths = (path for root in (self.folder, *above) if (path := root / folder).is_dir())
        return frozenset(held.name for path in paths for held in path.iterdir() if held.name[0] != ".")


@dataclass(frozen=True, slots=True)
class Layers:
    """The own folder over the packaged one. Whatever is read is taken from one of them: the own where it stands there.

    A module, scenario or handout is taken as a whole. Only a module of which the own folder holds nothing but `for/`
    stays the packaged one, with these texts added. `without` are ids of what is not taken from the package.
    """

    own: Layer
    packaged: Layer | None = None
    without: frozenset[str] = frozenset()

    def of(self, file: str) -> Layer:
        """The layer that a file is taken from; the own one where it is nowhere."""
        if self.packaged is None or not self._is_packaged(file):
            return self.own
        return self.own if file.split("/")[2:3] == [FOR] and self.own.holds(file) else self.packaged

    def names(self, folder: str) -> list[str]:
        """The names in a folder, of both layers, sorted."""
        names = set(self.own.names(folder))
        if self.packaged:
            names |= {name for name in self.packaged.names(folder) if self._is_packaged(f"{folder}/{name}")}
        return sorted(names)

    def packaged_ids(self) -> frozenset[str]:
        """The ids of all that comes with Houvast and has a file or folder of its own, also of what is left out."""
        names = (name for kind in KINDS for name in (self.packaged.names(kind) if self.packaged else ()))
        return frozenset(PurePosixPath(name).stem for name in names)

    def _is_packaged(self, file: str) -> bool:
        """Whether the thing that a file belongs to (a role, a whole module) is taken from the package."""
        thing = "/".join(file.split("/")[:2])
        return (
            self.packaged is not None
            and thing.split("/")[0] not in {ORGANISATION, EXPERIMENTS}
            and PurePosixPath(thing).stem not in self.without
            and self.packaged.holds(thing)
            and not self._is_own(thing)
        )

    def _is_own(self, thing: str) -> bool:
        return self.own.holds(thing) and not (thing.startswith("modules/") and self.own.names(thing) == {FOR})


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
