"""A lesson reads as easily as those it is for may ask."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.readability import EXPERT, OFFICE, PLAIN, known_words, least_score, measure
from houvast.source import Checked

RULE = Rule(
    "W201",
    "hard-to-read",
    why=(
        "Who has to read a sentence twice, stops reading. A lesson for everyone, the shop floor or care scores at "
        f"least {PLAIN} by Flesch (English, 1948) or Flesch-Douma (Dutch, 1960), one for the office {OFFICE}, one "
        f"for lawyers and executives {EXPERT}; names and words of the glossary are left out. Such formulas are "
        "weak predictors: they see long words and long sentences, no meaning. Shortening words to please one is "
        "an error."
    ),
    bad="De implementatie van verantwoordingsmechanismen vereist organisatiebrede betrokkenheid.",
    good="Spreek af wie de uitleg geeft. Doe dat samen, met alle ploegen.",
    way_out="read it aloud and say it as you would to a colleague; if it is as plain as can be, allow it and say why",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Score the text of every lesson and of every part for one audience."""
    for writing in writings(checked):
        if writing.is_sheet:
            continue
        measured = measure(writing, known_words(checked, writing.locale))
        if measured is None:
            continue
        least = least_score(checked.catalogue, writing.audiences)
        if round(measured.score) < least:
            message = (
                f"{measured.formula.name} {measured.score:.0f}, and for these readers at least {least}: "
                f"{measured.mean:.1f} words a sentence, {measured.syllables / measured.scored:.2f} syllables a word"
            )
            yield Finding.of(RULE, checked.line(writing.file, 1), message)
