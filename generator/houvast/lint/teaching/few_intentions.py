"""A role that has intentions has at least three to choose from; one that has none borrows those of everyone."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

ENOUGH = 3

RULE = Rule(
    "T106",
    "few-intentions",
    why="Who has examples from the own job to choose from, writes down a plan that fits; a blank line stays blank.",
    bad="A role with one entry under `intentions`.",
    good="intentions: [{if: {en: I post a job ad}, then: {en: I hold every promise against the job profile}}, …]",
    way_out="write at least three under `intentions`, each a moment at work and what is done then, or none",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the intentions of every role that has some."""
    for role in checked.catalogue.roles.values():
        if 0 < len(role.intentions) < ENOUGH:
            message = f"`{role.id}` has fewer than {ENOUGH} intentions to choose from"
            yield Finding.of(RULE, checked.place(role.file, "intentions"), message)
