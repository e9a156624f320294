"""What `provenance/` tells of is there."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.model import Catalogue
from houvast.source import Checked

RULE = Rule(
    "D655",
    "unknown-drafted",
    why="How something was drafted is told on its page. Under another id nobody reads it, and the page says nothing.",
    bad="`provenance/buying.yml` names `modules/buying/nl.md`, and the module was renamed to `buy-with-ai`.",
    good="The paths of the files as they are now.",
    way_out="mend the paths in `files`; remove the file where what it tells of is gone",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look up what each file belongs to."""
    known = set(_things(checked.catalogue))
    for sheet in checked.catalogue.provenance.values():
        for thing in sorted(sheet.things - known):
            yield Finding.of(RULE, checked.place(sheet.file, "files"), f"there is no `{thing}`", about=thing)


def _things(catalogue: Catalogue) -> Iterator[str]:
    yield from (f"roles/{name}" for name in catalogue.roles)
    yield from (f"hats/{name}" for name in catalogue.hats)
    yield from (f"modules/{name}" for name in catalogue.modules)
    yield from (f"scenarios/{name}" for name in catalogue.scenarios)
    yield from (f"handouts/{name}" for name in catalogue.handouts)
