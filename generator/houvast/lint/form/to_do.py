"""What somebody left open is told until it is written."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Place, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "S207",
    "to-do",
    why="`houvast new` marks what only you can write with `TODO:`, and you may do so too. This is the list of what is\n"
    "left. A draft may have open ends, so it is a warning; learners should never read one.",
    bad='summary: {en: "TODO: what can you do then, in one sentence?"}',
    good='summary: {en: "You find what is wrong in an AI text."}',
    way_out="write it, and take `TODO:` away",
    severity=Severity.WARNING,
)

LEFT = re.compile(r"\bTODO:\s*(.*?)\s*(?:\"|\]\(|-->|$)")
LONGEST = 100
"""Signs of what is left that a finding repeats."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look for the mark in every line of every file, also in comments."""
    for path, text in checked.texts.items():
        if "TODO:" in text:
            for number, line in enumerate(text.split("\n"), start=1):
                if found := LEFT.search(line):
                    what = found[1][:LONGEST] or "something here"
                    yield Finding.of(RULE, Place(path, number, found.start() + 1), f"still to do: {what}")
