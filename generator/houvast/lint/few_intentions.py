"""A learner of every role has at least three intentions to choose from."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

ENOUGH = 3

RULE = Rule(
    "T104",
    "few-intentions",
    why="Who has examples from the own job to choose from and change, writes down a plan that fits; a blank line stays blank.",
    bad="A role without `intentions`.",
    good="intentions: [{if: {en: I post a job ad}, then: {en: I hold every promise against the job profile}}, …]",
    way_out="write at least three under `intentions`, each a moment at work and what is done then",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the intentions of every role."""
    for role in checked.catalogue.roles.values():
        if len(role.intentions) < ENOUGH:
            message = f"`{role.id}` has {len(role.intentions)} intentions to choose from, not {ENOUGH}"
            yield Finding.of(RULE, checked.place(role.file, "intentions"), message)
