"""A reason says more than its option."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import bare, choices
from houvast.lint.questions.words import content_in, words_in
from houvast.model.markup import texts_of
from houvast.source import Checked

LEAST_SHARE = 0.6
"""The share of the words of an option, those with a meaning, that are said again."""

MOST_TIMES, SIGNS = 2, 40
"""A reason longer than so many times its option, and so many signs, says more than its option: it is not looked at."""

RULE = Rule(
    "Q220",
    "rationale-repeats-option",
    why="`Wrong: he should not do that` tells a learner nothing that the cross did not; why it is wrong is "
    "what teaches.",
    bad="- [x] Hij vraagt welke zin niet klopt.\n    > Juist: hij vraagt dus welke zin er niet klopt.",
    good="- [x] Hij vraagt welke zin niet klopt.\n    > Nu weet hij wat hij moet verbeteren.",
    way_out="say why: what happens then, or what the learner overlooks",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for reasons with no word that the option or the question has not."""
    for choice in choices(checked):
        for index, (text, option) in enumerate(choice.options_by_text):
            if choice.words.combines.search(bare(text)):
                continue
            reason = " ".join(said for block in option.rationale for said in texts_of(block))
            if len(reason) > MOST_TIMES * len(text) + SIGNS:
                continue
            again = set(content_in(text, choice.locale))
            known = set(content_in(f"{text} {choice.stem}", choice.locale))
            own = [word for word in words_in(reason) if word not in choice.words.fillers]
            said = content_in(" ".join(own), choice.locale)
            if said and set(said) <= known and len(again & set(said)) >= LEAST_SHARE * len(again) > 0:
                message = "this reason only says its option again"
                yield Finding.of(RULE, choice.at_option(checked, index), message)
