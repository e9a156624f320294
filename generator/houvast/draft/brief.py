"""A brief: what somebody wants drafted, in their own words, and from which sources."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from houvast.diagnostics import Finding
from houvast.model.competency import WrittenTarget
from houvast.model.drafted import DraftKind
from houvast.model.text import Line, Locale, Shape, Slug
from houvast.source.files import read_text
from houvast.source.shape import shaped
from houvast.source.yaml import read_yaml

NEEDED: Mapping[str, tuple[str, ...]] = {
    "role": ("title", "cluster"),
    "hat": ("title",),
    "module": ("title", "targets"),
    "questions": ("unit",),
    "scenario": ("title", "targets", "audiences"),
    "translation": ("unit", "to"),
}
"""What a brief of each kind must say besides what every brief says."""


class Brief(Shape):
    """What is to be drafted. `file` is where the brief stands: its sources are found from that folder."""

    file: str
    kind: DraftKind
    """`role`, `hat`, `module`, `questions`, `scenario` or `translation`."""
    id: Slug
    """The name of the draft; of something new also its id in the courses."""
    need: Line
    """What the organisation needs, in its own words: for whom, for what work, what goes wrong today."""
    locale: Locale = "nl"
    """The language to write in."""
    title: Line | None = None
    """What something new is called."""
    unit: Slug | None = None
    """The module or scenario that is there already: for more questions, or for a translation."""
    to: Locale | None = None
    """The language to translate into."""
    cluster: Slug | None = None
    """The family of roles that a new role belongs to."""
    pace: Slug = "standard"
    """The pace that a new role is offered first."""
    audiences: tuple[Slug, ...] = ()
    """The roles and clusters that a unit is for."""
    targets: tuple[WrittenTarget, ...] = ()
    """Competencies and levels, such as `judge 1`."""
    number: Annotated[int, Field(ge=1, le=40)] = 6
    """How many questions."""
    sources: tuple[Line, ...] = ()
    """What it is written from: `fact.<id>`, `module.<id>`, or a text file beside the brief."""
    owner: Slug = "learning-team"
    """The team that looks after what comes of it."""

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        for key in NEEDED[self.kind]:
            if not getattr(self, key):
                raise ValueError(f"the key `{key}` is missing: a brief for a {self.kind} says it")
        return self


def read_brief(path: Path) -> tuple[Brief | None, list[Finding]]:
    """The brief in a YAML file, or what is wrong with it."""
    shown = path.as_posix()
    text = read_text(path, path.parent, shown)
    if isinstance(text, Finding):
        return None, [text]
    located, findings = read_yaml(text, shown)
    if located is None:
        return None, findings
    brief, wrong = shaped(Brief, located, file=shown)
    return brief, findings + wrong
