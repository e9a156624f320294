"""Whether the options of a choice keep the order their author gave them, also when a question is opened again."""

import re
from collections.abc import Sequence

from houvast.model import Option
from houvast.model.markup import plain_text

SCALES = (
    ("nooit", "zelden", "soms", "vaak", "meestal", "altijd"),
    ("never", "rarely", "sometimes", "often", "usually", "always"),
    ("laag", "middel", "hoog"),
    ("low", "medium", "high"),
    ("openbaar", "intern", "vertrouwelijk", "bijzonder"),
    ("public", "internal", "confidential", "special"),
)
"""Words that stand in an order of their own. The classes of data do: they go from free to strict."""

SPEAKS_OF_OTHERS = re.compile(
    r"\b(?:beide|allebei|geen van|alle (?:twee|drie|vier|antwoorden|bovenstaande)|allemaal|hierboven|bovenstaande|"
    r"vorige antwoord|andere twee|both|neither|none of|all (?:of|three|four)|either|above|the other two)\b",
    re.IGNORECASE,
)
"""An option that speaks of others needs them where they stand. Meant wide: keeping an order harms nobody."""


def keeps_order(options: Sequence[Option]) -> bool:
    """Whether the order says something: every option holds a number, all are of one scale, or one speaks of others."""
    texts = [plain_text(option.pieces).casefold() for option in options]
    words = {word[0] for text in texts if (word := re.findall(r"\w+", text))}
    return (
        all(re.search(r"\d", text) for text in texts)
        or any(words <= set(scale) for scale in SCALES)
        or any(SPEAKS_OF_OTHERS.search(text) for text in texts)
    )
