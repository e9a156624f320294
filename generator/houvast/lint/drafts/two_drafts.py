"""Two drafts do not lie over the same file."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "D652",
    "two-drafts",
    why="Only one of two drafts of a file can be seen, and whichever is taken over first makes the other one old.",
    bad="`drafts/more-cases/modules/fair-work/nl.md` and `drafts/harder-cases/modules/fair-work/nl.md`.",
    good="One draft at a time for each file.",
    way_out="decide of one of them first (`houvast review`), and draft the other again",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look each file up among the drafts before, by id."""
    first: dict[str, str] = {}
    for draft in checked.catalogue.drafts.values():
        for index, file in enumerate(draft.files):
            if first.setdefault(file, draft.id) != draft.id:
                place = checked.place(draft.file, "files", index)
                yield Finding.of(RULE, place, f"`{file}` is in the draft `{first[file]}` too")
