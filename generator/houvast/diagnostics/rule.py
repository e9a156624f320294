"""A rule: what an author is told about one kind of mistake, and its documentation."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of mistake. `houvast explain CODE` prints these fields; every finding points at its rule."""

    code: str
    name: str
    why: str
    bad: str
    good: str
    way_out: str
    severity: Severity = Severity.ERROR
