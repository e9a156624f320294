"""A placeholder of a role has a default, for readers without one."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model.markup import placeholders_of
from houvast.source import Checked

RULE = Rule(
    "R107",
    "placeholder-default",
    why="In the library a lesson is read by somebody whose role is not known.",
    bad="{{ role.title }}",
    good="{{ role.title | 'je functie' }}",
    way_out="add words for a reader without a role, after a bar and between quotes",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a default at every `role.` placeholder outside the files of one role."""
    for file, block in checked.catalogue.placed_blocks():
        for placeholder in placeholders_of(block):
            if placeholder.name.startswith("role.") and placeholder.default is None and "/for/" not in file:
                yield Finding.of(RULE, checked.line(file, placeholder.line), f"`{placeholder.name}` has no default")
