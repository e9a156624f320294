"""What check says of a draft: of the courses with it, and not without it."""

from collections.abc import Collection
from pathlib import Path

from houvast.diagnostics import Finding
from houvast.pipeline import check_courses
from houvast.source import DRAFTS

Known = tuple[str, str, str]


def findings_without(courses: Path) -> frozenset[Known]:
    """What is found in the courses as they stand, without any draft."""
    return frozenset(_known(courses, finding) for finding in check_courses(courses).report.findings)


def findings_with(courses: Path, names: Collection[str], known: Collection[Known]) -> dict[str, list[Finding]]:
    """What these drafts bring, by the draft in whose files it stands; under no name what stands elsewhere."""
    brought: dict[str, list[Finding]] = {name: [] for name in ("", *names)}
    for finding in check_courses(courses, drafts=frozenset(names)).report.findings:
        if _known(courses, finding) not in known:
            brought.setdefault(_draft(courses, finding), []).append(finding)
    return brought


def _known(courses: Path, finding: Finding) -> Known:
    """A finding by what it says of which file of the courses, whether a draft lies over it or not."""
    path, name = finding.place.path, _draft(courses, finding)
    return finding.rule.code, finding.message, path.replace(f"/{DRAFTS}/{name}/", "/", 1) if name else path


def _draft(courses: Path, finding: Finding) -> str:
    prefix = f"{(courses / DRAFTS).as_posix()}/"
    return finding.place.path.removeprefix(prefix).partition("/")[0] if finding.place.path.startswith(prefix) else ""
