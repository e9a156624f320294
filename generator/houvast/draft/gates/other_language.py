"""A draft is in the language it was asked in."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly
from houvast.model import language_of

FEWEST_WORDS = 6
SUREST = 0.9
"""How sure py3langid is of another language before it is told: short Dutch looks like Afrikaans."""
ALIKE = {"nl": frozenset({"nl", "af"})}

RULE = Rule(
    "D607",
    "other-language",
    why="Models slip into English halfway. A reader who chose a language gets that one.",
    bad="An English rationale under a Dutch question.",
    good="Everything in the language of the draft.",
    way_out="write it in the language of the draft",
)


class Identifier(Protocol):
    """What tells a language."""

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language, and how sure it is, from 0 to 1."""
        ...


@lru_cache(maxsize=1)
def _identifier() -> Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def check(item: Judged) -> Iterator[str]:
    """Ask of every text that is long enough what language it is in."""
    wanted = language_of(item.locale)
    for text in item.texts:
        if len(text.split()) >= FEWEST_WORDS:
            found, sure = _identifier().classify(text)
            if found not in ALIKE.get(wanted, {wanted}) and sure >= SUREST:
                yield f"\u201c{shortly(text)}\u201d is in `{found}`, not in `{wanted}`"
