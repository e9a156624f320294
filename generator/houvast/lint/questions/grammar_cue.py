"""The form of an option does not tell whether it is right."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import QUOTES, Choice, choices
from houvast.model import language_of
from houvast.model.markup import Text
from houvast.source import Checked

ARTICLE = re.compile(r"\b(an?)\s*(?:_+|…|\.\.\.|:)?\s*[.?]?$", re.IGNORECASE)
VOWELS = "aeiou"
CLOSING = tuple('"”’»')

RULE = Rule(
    "Q213",
    "grammar-cue",
    why="An option that is written otherwise than the others, or the only one that fits the question, is "
    "taken for the right one, rightly or not. What is looked at: the sign it ends with, its first letter,"
    " quotes, and `a` or `two` in the question.",
    bad="- [ ] 6 bronnen.\n- [ ] 2 bronnen.\n- [x] 4",
    good="- [ ] 6 bronnen.\n- [x] 4 bronnen.\n- [ ] 2 bronnen.",
    way_out="give all options the same form",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for the one option that differs in form, and for what only the key fits."""
    for choice in choices(checked):
        for told, forms in (
            ("ends otherwise than the others", _ends(choice)),
            ("is the only one to begin with another kind of letter", _capitals(choice)),
            ("is the only one with or without quotes", _quotes(choice)),
        ):
            if (odd := _odd_one(forms)) is not None:
                yield Finding.of(RULE, choice.at_option(checked, odd), f"this option {told}")
        if choice.has_one_key and (fits := _only_key_fits(choice)):
            yield Finding.of(RULE, choice.at_option(checked, choice.key_place), fits)


def _ends(choice: Choice) -> list[bool]:
    """Whether each option ends like a sentence."""
    return [text.rstrip("\"”’'»").endswith(tuple(".!?…")) for text in choice.texts]


def _capitals(choice: Choice) -> list[bool]:
    """Whether each option begins with a capital; nothing for quotes and for what a placeholder or a number begins."""
    opening = [next(iter(option.pieces), None) for option in choice.options]
    can_tell = all(isinstance(piece, Text) and piece.text.lstrip()[:1].isalpha() for piece in opening)
    return [text[:1].isupper() for text in choice.texts] if can_tell else []


def _quotes(choice: Choice) -> list[bool]:
    """Whether each option is a quotation; nothing where one only has a quotation in it."""
    whole = [text.startswith(QUOTES) and text.endswith(CLOSING) for text in choice.texts]
    has_some = [any(sign in text for sign in QUOTES) for text in choice.texts]
    return whole if whole == has_some else []


def _odd_one(forms: list[bool]) -> int | None:
    """The place of the one that differs, if all others are alike; of two, the second."""
    for odd in (True, False):
        if forms.count(odd) == 1 and len(forms) > 1:
            return forms.index(odd) if len(forms) > 2 else 1
    return None


def _only_key_fits(choice: Choice) -> str | None:
    """What in the question only the right option fits."""
    words = choice.words
    two = [bool(words.two.search(text) or "," in text) for text in choice.texts]
    if words.asks_for_two.search(choice.stem) and two[choice.key_place] and two.count(True) == 1:
        return "only this option names two things"
    article = ARTICLE.search(choice.stem)
    if article and language_of(choice.locale) == "en":
        fits = [(text[:1].casefold() in VOWELS) == (article[1].casefold() == "an") for text in choice.texts]
        if fits[choice.key_place] and fits.count(True) == 1:
            return f"only this option fits after `{article[1]}`"
    return None
