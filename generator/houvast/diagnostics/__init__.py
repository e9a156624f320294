"""What is told to an author: a finding under a rule, at a place."""

from houvast.diagnostics.finding import Finding, Place
from houvast.diagnostics.formats import Format, format_report
from houvast.diagnostics.hint import did_you_mean
from houvast.diagnostics.page import rules_page
from houvast.diagnostics.report import Report, count
from houvast.diagnostics.rule import Rule, Severity

__all__ = [
    "Finding",
    "Format",
    "Place",
    "Report",
    "Rule",
    "Severity",
    "count",
    "did_you_mean",
    "format_report",
    "rules_page",
]
