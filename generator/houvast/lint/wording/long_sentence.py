"""A sentence ends before its reader has forgotten how it began."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.readability import (
    EXPERT,
    FORMULAS,
    LONGEST,
    LONGEST_MEAN,
    OFFICE,
    PLAIN,
    known_words,
    least_score,
    measure,
    words_in,
)
from houvast.model import language_of
from houvast.source import Checked

RULE = Rule(
    "W202",
    "long-sentence",
    why=(
        "A long sentence asks a reader to keep its beginning in mind. One for everyone has at most "
        f"{LONGEST[PLAIN]} words, for the office {LONGEST[OFFICE]}, for lawyers and executives {LONGEST[EXPERT]}; "
        f"on average {LONGEST_MEAN[PLAIN]:.0f}, {LONGEST_MEAN[OFFICE]:.0f} and {LONGEST_MEAN[EXPERT]:.0f}. These "
        "are rules of thumb of plain language (20 to 25 words, 15 on average for readers around B1)."
    ),
    bad="Als je een tekst krijgt van een collega die hem door AI liet maken, kijk dan eerst of …, en daarna …",
    good="Kreeg je een tekst die AI maakte? Kijk eerst de namen na. Dan de cijfers.",
    way_out="make two sentences of it, or a list",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the words of every sentence of lessons and scenarios, and their mean."""
    for writing in writings(checked):
        if writing.is_sheet or language_of(writing.locale) not in FORMULAS:
            continue
        least = least_score(checked.catalogue, writing.audiences)
        for passage, sentence in writing.sentences():
            # Counting words is slow, and no sentence has more of them than spaces and one.
            if sentence.text.count(" ") < LONGEST[least]:
                continue
            if (count := len(words_in(sentence.text))) > LONGEST[least]:
                message = f"a sentence of {count} words, and for these readers at most {LONGEST[least]}"
                yield Finding.of(RULE, writing.place(checked, passage, sentence.offset), message)
        measured = measure(writing, known_words(checked, writing.locale))
        if measured and measured.mean > LONGEST_MEAN[least]:
            message = (
                f"{measured.mean:.1f} words a sentence on average, and for these readers {LONGEST_MEAN[least]:.0f}"
            )
            yield Finding.of(RULE, checked.line(writing.file, 1), message)
