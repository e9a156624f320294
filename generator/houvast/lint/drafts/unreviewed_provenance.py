"""What `provenance/` tells of was decided by a person."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "D654",
    "unreviewed-provenance",
    why="The page of what was drafted says which team reviewed it, and when. Files that were moved by hand were "
    "reviewed by nobody.",
    bad="`status: draft` in `provenance/more-cases.yml`.",
    good="`status: reviewed`, with `reviewed` and `reviewed_by`, as `houvast review --finish` writes it.",
    way_out="put the draft back in `drafts/` and take it over with `houvast review`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for what a decision leaves behind."""
    for sheet in checked.catalogue.provenance.values():
        if sheet.status != "reviewed" or not sheet.reviewed or not sheet.reviewed_by:
            yield Finding.of(
                RULE, checked.place(sheet.file, "status"), f"`{sheet.id}` does not say who reviewed it, and when"
            )
        elif sheet.open_items:
            names = ", ".join(item.id for item in sheet.open_items[:6])
            yield Finding.of(RULE, checked.place(sheet.file, "items"), f"nobody decided of {names}")
