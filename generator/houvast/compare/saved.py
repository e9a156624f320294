"""Learning paths as a built site keeps them: what they were before an upgrade of Houvast."""

from pydantic import BaseModel, Field

from houvast.compare.change import PathName, Size
from houvast.compare.paths import PathForm
from houvast.model.competency import WrittenTarget


class _Step(BaseModel):
    unit: str
    minutes: int = Field(ge=1)


class _Pace(BaseModel):
    id: str


class _SavedPath(BaseModel):
    """The keys of `path.json` that count here."""

    role: str
    pace: _Pace
    sessions: int
    weeks: int
    steps: tuple[_Step, ...]
    gaps: tuple[WrittenTarget, ...]


def saved_path(content: bytes) -> tuple[PathName, PathForm]:
    """The role and pace of a path, and its form, from `path.json`. Raises ValueError where it is none."""
    saved = _SavedPath.model_validate_json(content)
    minutes: dict[str, int] = {}
    for step in saved.steps:
        minutes[step.unit] = minutes.get(step.unit, 0) + step.minutes
    size = Size(sum(minutes.values()), saved.sessions, saved.weeks)
    return (saved.role, saved.pace.id), PathForm(minutes, size, saved.gaps)
