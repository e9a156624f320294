"""Anybody at all is not a he."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.words import words_of
from houvast.source import Checked

RULE = Rule(
    "W206",
    "generic-pronoun",
    why=(
        "Who reads `hij` sees a man, also where everybody is meant, and `hij of zij` stops the reading. Somebody in a "
        "story with a name has a pronoun as in life: of those, the rule says nothing."
    ),
    bad="Elke medewerker kijkt na wat hij verstuurt.",
    good="Kijk na wat je verstuurt.",
    way_out="speak to the reader, write the plural, or `wie` (in English: they)",
    severity=Severity.WARNING,
)

NAME = re.compile(r"[a-zà-ý,;:] (?!AI\b)[A-ZÀ-Ý][a-zà-ý]+|^[A-ZÀ-Ý][a-zà-ý]+['’]s\b")
"""Inside a sentence: somebody in a story, who has a pronoun as in life."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a pronoun that stands for anybody in lessons, scenarios and texts in YAML."""
    for writing in writings(checked):
        if (words := words_of(writing.locale)) is None:
            continue
        for passage, sentence in writing.sentences():
            if NAME.search(sentence.text):
                continue
            for found in words.generic.finditer(sentence.own):
                message = f"`{_shown(found[0])}` stands for anybody"
                yield Finding.of(RULE, writing.place(checked, passage, sentence.offset + found.end() - 1), message)


def _shown(text: str) -> str:
    """The first and the last word of a long text."""
    words = text.split()
    return text if len(words) < 4 else f"{words[0]} {words[1]} … {words[-1]}"
