"""What changed between two catalogues, as frozen values. "Before" is the older one, "after" the newer one."""

from dataclasses import dataclass
from typing import Literal

from houvast.model import Target

Change = Literal["added", "dropped", "changed"]

EntryKind = Literal[
    "organisation",
    "role",
    "hat",
    "pace",
    "competency",
    "levels",
    "cluster",
    "fact",
    "term",
    "may-i",
    "handout",
    "experiment",
]

PathName = tuple[str, str]
"""The ids of a role and a pace."""

UNSEEN = frozenset({"owner", "review by", "recheck by"})
"""Settings that no learner meets."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a YAML file or of a question's comment, before and after; None where there is none.

    A text is that of the source locale.
    """

    name: str
    before: str | None
    after: str | None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class TextChange:
    """The prose of a lesson, a story or the text of one audience changed: words more and fewer, roughly.

    Both are 0 where the same words moved, are shown to others, or link to something else.
    """

    audience: str | None
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question in the source locale. A hash is None where the question is not there on that side."""

    id: str
    change: Change
    hash_before: str | None
    hash_after: str | None
    critical: bool = False
    reworded: bool = False
    explained: bool = False
    settings: tuple[Setting, ...] = ()

    @property
    def reopens(self) -> bool:
        """Whether learners who answered it are asked again."""
        return self.change == "changed" and self.hash_before != self.hash_after

    @property
    def says_something_else(self) -> bool:
        """Whether what a learner reads in it has another meaning."""
        return self.change != "changed" or self.reopens or self.reworded or self.explained


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A module or a scenario. `paths_before` and `paths_after` are the paths it stands on.

    `plays_otherwise` is for a scenario whose effects, conditions or endings changed; `reopens` for one whose story did.
    `review_missing`: its text changed in meaning, it was reviewed and still says so, and its `review_by` did not move.
    """

    id: str
    kind: Literal["module", "scenario"]
    title: str
    change: Change
    owner: str
    is_gate: bool
    status_before: str | None
    status_after: str | None
    paths_before: tuple[PathName, ...]
    paths_after: tuple[PathName, ...]
    settings: tuple[Setting, ...] = ()
    texts: tuple[TextChange, ...] = ()
    questions: tuple[QuestionChange, ...] = ()
    translations: tuple[str, ...] = ()
    reopens: bool = False
    plays_otherwise: bool = False
    review_missing: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether a learner may notice."""
        noticed = self.texts or self.questions or self.translations or self.reopens or self.plays_otherwise
        return bool(noticed) or self.change != "changed" or _seen(self.settings)


@dataclass(frozen=True, slots=True)
class EntryChange:
    """Something else of `courses/`, such as a role, a pace or a fact. `used_in`: the units that name a fact."""

    kind: EntryKind
    id: str
    title: str
    change: Change
    settings: tuple[Setting, ...] = ()
    translations: tuple[str, ...] = ()
    used_in: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether a learner may notice."""
        return self.change != "changed" or bool(self.translations) or _seen(self.settings)


@dataclass(frozen=True, slots=True)
class Size:
    """How long a path is."""

    minutes: int
    sessions: int
    weeks: int


@dataclass(frozen=True, slots=True)
class UnitMinutes:
    """The minutes a unit takes on a path; None where it is not on it."""

    unit: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class PathChange:
    """The learning path of a role at a pace; a size is None where there is no such path.

    `moved` holds units that stand on both and now come earlier or later among the others.
    """

    role: str
    pace: str
    before: Size | None
    after: Size | None
    added: tuple[UnitMinutes, ...] = ()
    dropped: tuple[UnitMinutes, ...] = ()
    resized: tuple[UnitMinutes, ...] = ()
    moved: tuple[str, ...] = ()
    gaps_opened: tuple[Target, ...] = ()
    gaps_closed: tuple[Target, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether the two paths differ in anything told here."""
        lists = (self.added, self.dropped, self.resized, self.moved, self.gaps_opened, self.gaps_closed)
        return self.before != self.after or any(lists)

    @property
    def minutes(self) -> int:
        """Minutes more, or fewer where negative; all of them for a path on one side alone."""
        return (self.after.minutes if self.after else 0) - (self.before.minutes if self.before else 0)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, sorted: units and other entries by id, paths as roles and paces are.

    `all_before` and `all_after` are every role at every pace, to say "every path" where it is.
    """

    units: tuple[UnitChange, ...]
    entries: tuple[EntryChange, ...]
    paths: tuple[PathChange, ...]
    all_before: tuple[PathName, ...]
    all_after: tuple[PathName, ...]

    @property
    def is_any(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.units or self.entries or self.paths)

    @property
    def for_learners(self) -> bool:
        """Whether anything changed that a learner may notice."""
        seen = any(unit.is_seen for unit in self.units) or any(entry.is_seen for entry in self.entries)
        return seen or bool(self.paths)


def _seen(settings: tuple[Setting, ...]) -> bool:
    return any(setting.name not in UNSEEN for setting in settings)
