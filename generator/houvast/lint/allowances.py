"""What authors allow: warnings they looked at and found fine, each with a reason."""

from collections.abc import Iterable, Iterator, Mapping

from houvast.diagnostics import Finding, Rule, Severity, did_you_mean
from houvast.source import Allowance

BAD_ALLOWANCE = Rule(
    "A101",
    "bad-allowance",
    why="An allowance tells colleagues why a warning is fine here; an error stops the build whoever allows it.",
    bad="<!-- allow: T102 -->",
    good="<!-- allow: T102 this level is for next year -->",
    way_out="name the code of a warning, and behind it a reason that a colleague would accept",
)
UNUSED_ALLOWANCE = Rule(
    "A102",
    "unused-allowance",
    why="An allowance that hits nothing hides the next mistake on its line.",
    bad="`<!-- allow: T102 … -->` above a line that T102 says nothing about.",
    good="The allowance on the line of the finding, or alone on the line above it.",
    way_out="move it to the line that the finding names, or remove it",
    severity=Severity.WARNING,
)
RULES = (BAD_ALLOWANCE, UNUSED_ALLOWANCE)

SHORTEST_REASON = 8
"""Letters. Shorter, it is no reason but a shrug."""


def without_allowed(
    findings: Iterable[Finding], allowances: Iterable[Allowance], known: Mapping[str, Rule]
) -> Iterator[Finding]:
    """The findings that nobody allowed, and what is wrong with the allowances. `known` are all rules by code."""
    found = list(findings)
    hidden: set[Finding] = set()
    for allowance in allowances:
        if fault := _fault(allowance, known):
            yield Finding.of(BAD_ALLOWANCE, allowance.place, fault)
            continue
        hits = {finding for finding in found if _is_hit(finding, allowance)}
        hidden |= hits
        if not hits:
            yield Finding.of(UNUSED_ALLOWANCE, allowance.place, f"`{allowance.code}` says nothing here")
    yield from (finding for finding in found if finding not in hidden)


def _is_hit(finding: Finding, allowance: Allowance) -> bool:
    return (
        finding.rule.code == allowance.code
        and finding.place.path == allowance.place.path
        and finding.place.line in allowance.lines
    )


def _fault(allowance: Allowance, known: Mapping[str, Rule]) -> str | None:
    rule = known.get(allowance.code)
    if rule is None:
        return f"there is no code `{allowance.code[:20]}`{did_you_mean(allowance.code, known)}"
    if rule.severity is Severity.ERROR:
        return f"`{rule.code}` is an error, and cannot be allowed"
    if len(allowance.reason) < SHORTEST_REASON:
        return f"`{rule.code}` is allowed without a reason"
    return None
