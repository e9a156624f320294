"""Findings as a person at a terminal, a program or GitHub reads them."""

import json
from collections.abc import Callable
from enum import StrEnum

from houvast.diagnostics.finding import Finding, Place
from houvast.diagnostics.report import Report

LineAt = Callable[[Place], str | None]


class Format(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


def format_report(report: Report, line_at: LineAt, form: Format) -> str:
    """Every finding and the tally. `line_at` gives the line of source at a place."""
    match form:
        case Format.FULL:
            return "\n".join([*(format_full(finding, line_at) for finding in report.findings), report.summary()])
        case Format.CONCISE:
            return "\n".join([*(format_concise(finding) for finding in report.findings), report.summary()])
        case Format.GITHUB:
            return "\n".join([*(format_github(finding) for finding in report.findings), report.summary()])
        case Format.JSON:
            return format_json(report)


def format_concise(finding: Finding) -> str:
    """One line: place, severity, code, message and name."""
    rule = finding.rule
    return f"{finding.place}: {rule.severity} {rule.code} {finding.message} ({rule.name})"


def format_full(finding: Finding, line_at: LineAt) -> str:
    """The concise line, the line of source it is about with a caret, and the way out."""
    place = finding.place
    gutter = " " * len(str(place.line))
    shown = [format_concise(finding)]
    source = line_at(place)
    if source is not None:
        shown += [f"{gutter} |", f"{place.line} | {source}", f"{gutter} | {' ' * (place.column - 1)}^"]
    shown.append(f"{gutter} = help: {finding.way_out}")
    return "\n".join(shown)


def format_github(finding: Finding) -> str:
    """A workflow command that GitHub shows beside the line in a pull request."""
    place, rule = finding.place, finding.rule
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    title = _property(f"{rule.code} {rule.name}")
    return f"::{rule.severity} {where},title={title}::{_data(f'{finding.message}. Way out: {finding.way_out}')}"


def format_json(report: Report) -> str:
    """An object with `errors`, `warnings`, `files` and `findings`, each with its place, rule, message and way out."""
    findings = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": finding.rule.severity.value,
            "code": finding.rule.code,
            "name": finding.rule.name,
            "message": finding.message,
            "way_out": finding.way_out,
        }
        for finding in report.findings
    ]
    tally = {"errors": report.errors, "warnings": report.warnings, "files": report.files}
    return json.dumps({**tally, "findings": findings}, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    """Text in a workflow command: what would end it or begin another is written as GitHub asks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
