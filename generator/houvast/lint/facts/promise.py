"""No text promises that somebody complies, or that a tool is safe."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.facts.patterns import patterns_of
from houvast.lint.prose import OWN, writings
from houvast.source import Checked

RULE = Rule(
    "F204",
    "promise",
    why=(
        "No course makes anybody compliant: Article 4 of the AI Act asks for measures, and no certificate, test "
        "or list gives a presumption (questions and answers of the European Commission, 7 May 2025). A text that "
        "promises it misleads whoever relies on it. A sentence that denies it is fine."
    ),
    bad="Met dit leerpad is je team gegarandeerd in orde.",
    good="Met dit leerpad toon je welke maatregelen jullie namen.",
    way_out="say what is done or kept, not what it is worth to a court",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for promises in what lessons, debriefs and texts in YAML say as their own words."""
    for writing in writings(checked):
        if (patterns := patterns_of(writing.locale)) is None:
            continue
        for passage, sentence in writing.sentences(*OWN):
            found = patterns.promises.search(sentence.own)
            if found and not sentence.is_question and not patterns.negated.search(sentence.text):
                place = writing.place(checked, passage, sentence.offset + found.start())
                yield Finding.of(RULE, place, f"`{found[0]}` promises what no course can")
