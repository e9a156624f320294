"""A text for Belgium names Belgian bodies and laws."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.words import WORDS, words_of
from houvast.model import Catalogue, language_of
from houvast.source import Checked

RULE = Rule(
    "W205",
    "netherlands-dutch",
    why=(
        "Much that is written in Dutch on AI is from the Netherlands, and a language model repeats it: bodies and "
        "rights that Belgium does not have send a colleague to the wrong door. Asked where a fact is of Belgium "
        "(`BE`)."
    ),
    bad="Meld het lek bij de Autoriteit Persoonsgegevens.",
    good="Meld het lek bij de GBA.",
    way_out="name what Belgium has, or say in the same sentence that it is of the Netherlands",
    severity=Severity.WARNING,
)

BELGIUM = "BE"

PATTERNS = {
    language: [(re.compile(pattern, re.IGNORECASE), belgian) for pattern, belgian in words.netherlands.items()]
    for language, words in WORDS.items()
}


def check(checked: Checked) -> Iterator[Finding]:
    """Look for what stands for the Netherlands in lessons, scenarios and texts in YAML."""
    if not _is_belgian(checked.catalogue):
        return
    for writing in writings(checked):
        if (words := words_of(writing.locale)) is None:
            continue
        for pattern, belgian in PATTERNS[language_of(writing.locale)]:
            if not pattern.search(writing.whole):
                continue
            for passage, sentence in writing.sentences():
                if (found := pattern.search(sentence.text)) and not words.says_netherlands.search(sentence.text):
                    message = f"`{found[0]}` is of the Netherlands; in Belgium: {belgian}"
                    yield Finding.of(RULE, writing.place(checked, passage, sentence.offset + found.start()), message)


def _is_belgian(catalogue: Catalogue) -> bool:
    return any(fact.jurisdiction == BELGIUM for fact in catalogue.facts.values())
