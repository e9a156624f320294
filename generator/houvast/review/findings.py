"""What check says of a draft: of the courses with it, and not without it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from houvast.diagnostics import Finding
from houvast.model import Catalogue
from houvast.pipeline import Checked, CoursesHaveErrors, check_courses
from houvast.source import DRAFTS

Known = tuple[str, str, str]


@dataclass(frozen=True)
class Before:
    """The courses as they stand, without any draft: what is found in them, and the catalogue where nothing stops it."""

    courses: Path
    checked: Checked

    @classmethod
    def of(cls, courses: Path) -> "Before":
        """Check the courses."""
        return cls(courses, check_courses(courses))

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue; raises CoursesHaveErrors."""
        if self.checked.catalogue is None:
            raise CoursesHaveErrors(self.checked)
        return self.checked.catalogue

    @cached_property
    def known(self) -> frozenset[Known]:
        """What is found without any draft."""
        return frozenset(_known(self.courses, finding) for finding in self.checked.report.findings)


def findings_with(before: Before, names: Collection[str]) -> dict[str, list[Finding]]:
    """What these drafts bring, by the draft in whose files it stands; under no name what stands elsewhere."""
    courses = before.courses
    brought: dict[str, list[Finding]] = {name: [] for name in ("", *names)}
    for finding in check_courses(courses, drafts=frozenset(names)).report.findings:
        if _known(courses, finding) not in before.known:
            brought.setdefault(_draft(courses, finding), []).append(finding)
    return brought


def _known(courses: Path, finding: Finding) -> Known:
    """A finding by what it says of which file of the courses, whether a draft lies over it or not."""
    path, name = finding.place.path, _draft(courses, finding)
    return finding.rule.code, finding.message, path.replace(f"/{DRAFTS}/{name}/", "/", 1) if name else path


def _draft(courses: Path, finding: Finding) -> str:
    prefix = f"{(courses / DRAFTS).as_posix()}/"
    return finding.place.path.removeprefix(prefix).partition("/")[0] if finding.place.path.startswith(prefix) else ""
