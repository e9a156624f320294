"""All findings of one run, and their tally."""

from collections.abc import Iterable
from dataclasses import dataclass

from houvast.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, sorted and without doubles, and how many files were read."""

    findings: tuple[Finding, ...]
    files: int
    is_whole: bool = True

    @classmethod
    def of(cls, findings: Iterable[Finding], files: int, *, is_whole: bool = True) -> "Report":
        """Sort the findings by place and drop doubles. It is not whole where rules could not be asked yet."""
        return cls(tuple(sorted(set(findings), key=Finding.order)), files, is_whole)

    @property
    def errors(self) -> int:
        """The number of findings that stop a build."""
        return sum(finding.is_error for finding in self.findings)

    @property
    def warnings(self) -> int:
        """The number of findings that do not stop a build."""
        return len(self.findings) - self.errors

    def summary(self) -> str:
        """One line: how many errors and warnings, in how many files."""
        if not self.findings:
            return f"No errors and no warnings in {count(self.files, 'file')}."
        tally = f"{count(self.errors, 'error')} and {count(self.warnings, 'warning')} in {count(self.files, 'file')}."
        first = next((finding for finding in self.findings if finding.is_error), self.findings[0])
        more = "" if self.is_whole else " More may come to light once these are mended."
        return f"{tally}{more} Look a code up: houvast explain {first.rule.code}"


def count(number: int, noun: str) -> str:
    """A number with its English noun: `1 file`, `2 files`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
