"""A heading is at most one level below the one before it."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.source import Checked

RULE = Rule(
    "W207",
    "heading-jump",
    why=(
        "Who listens to a page walks from heading to heading; a level that is left out sounds as if a part is missing "
        "(WCAG 2.2, technique G141)."
    ),
    bad="## Nakijken\n\n#### De bron",
    good="## Nakijken\n\n### De bron",
    way_out="take away the signs `#` that are too many, or write the heading in between",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare every heading of a lesson or scenario with the one before it."""
    for writing in writings(checked):
        before = 0
        for passage in writing.of("heading"):
            if before and passage.level > before + 1:
                message = f"a heading of level {passage.level} below one of level {before}"
                yield Finding.of(RULE, writing.place(checked, passage), message)
            before = passage.level
