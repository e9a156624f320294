"""A finding: one thing an author is told, at its place, with a way out."""

import re
from dataclasses import dataclass
from typing import Self

from houvast.diagnostics.rule import Rule, Severity

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What could steer a terminal or break a line, were it quoted from a file."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a source file: its path under the courses folder's parent, and a line and column that count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a place. `way_out` is the rule's own unless this finding knows a better one.

    `about` is the name it is about, where one cause can break many places.
    """

    rule: Rule
    place: Place
    message: str
    way_out: str
    about: str = ""

    @classmethod
    def of(cls, rule: Rule, place: Place, message: str, way_out: str | None = None, about: str = "") -> Self:
        """Make a finding with the rule's way out, or a better one for this case."""
        return cls(rule, place, CONTROL.sub("\N{REPLACEMENT CHARACTER}", message), way_out or rule.way_out, about)

    @property
    def is_error(self) -> bool:
        """Whether this finding stops a build."""
        return self.rule.severity is Severity.ERROR

    def order(self) -> tuple[Place, str, str]:
        """Sort key: by place, then code, then message."""
        return (self.place, self.rule.code, self.message)
