"""A draft lies over the file that it was made from."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "D653",
    "outdated-draft",
    why="What a person changed since would be lost under the draft, so `houvast review` does not take it over.",
    bad="`courses/modules/fair-work/nl.md` was mended after questions were drafted for it.",
    good="A draft that was made from the file as it stands.",
    way_out="draft it again; or lay the change in the draft as well, and write in `base` what `houvast review` tells",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare what each file held when it was drafted with what it holds now."""
    for draft in checked.catalogue.drafts.values():
        for index, file in enumerate(draft.files):
            was, now = draft.base.get(file), checked.below.get(file)
            if was != now:
                word = "was taken away" if now is None else "changed" if was else "was written"
                place = checked.place(draft.file, "files", index)
                yield Finding.of(RULE, place, f"`{file}` {word} since this was drafted")
