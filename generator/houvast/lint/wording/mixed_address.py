"""A lesson speaks to its reader in one way."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import OWN, writings
from houvast.lint.wording.words import words_of
from houvast.source import Checked

RULE = Rule(
    "W203",
    "mixed-address",
    why=(
        "`je` and `u` in one text read as if two people wrote it, and who is meant changes halfway. What somebody says "
        "between quotation marks, and a prompt, does not count."
    ),
    bad="Kijk je tekst na voor u hem verstuurt.",
    good="Kijk je tekst na voor je hem verstuurt.",
    way_out="choose one, `je` in this house, also in the questions and their reasons",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Where a text has both, point at each place of the rarer one."""
    for writing in writings(checked):
        words = words_of(writing.locale)
        if writing.is_sheet or words is None or words.formal is None or words.familiar is None:
            continue
        familiar, formal = (
            [(passage, found) for passage in writing.of(*OWN, "wrong") for found in form.finditer(passage.own)]
            for form in (words.familiar, words.formal)
        )
        if familiar and formal:
            rarer, other = (formal, familiar) if len(formal) <= len(familiar) else (familiar, formal)
            for passage, found in rarer:
                message = f"`{found[0]}` here, and `{other[0][1][0]}` elsewhere in this text"
                yield Finding.of(RULE, writing.place(checked, passage, found.start()), message)
