"""What a lesson or a handout claims of law and research stands in facts.yml."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.facts.patterns import patterns_of
from houvast.lint.prose import OWN, writings
from houvast.source import Checked

RULE = Rule(
    "F201",
    "claim-outside-facts",
    why=(
        "A date, an article or a number of a study that stands in a lesson has no source there, and nobody is "
        "told when it is no longer true. In facts.yml it has both, once for all lessons."
    ),
    bad="Volgens artikel 4 van de AI-verordening moet je werkgever maatregelen nemen.",
    good="{{ fact.ai-act-article-4 }}",
    way_out="put the claim in facts.yml with its source, and write `{{ fact.<id> }}` in its place",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at every sentence of every lesson and handout for what looks like a claim."""
    for writing in writings(checked):
        if not writing.is_taught or (patterns := patterns_of(writing.locale)) is None:
            continue
        for passage, sentence in writing.sentences(*OWN):
            for what, pattern in patterns.claims.items():
                if found := pattern.search(sentence.own):
                    message = f"{what} in plain text: `{_shortened(found[0])}`"
                    yield Finding.of(RULE, writing.place(checked, passage, sentence.offset + found.start()), message)
                    break


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
