"""A question asks something by itself."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.blank_in_stem import BLANK
from houvast.lint.questions.choices import choices
from houvast.source import Checked

RULE = Rule(
    "Q214",
    "unfocused-stem",
    why="A good question can be answered with the options hidden; `Which statement is true?` is three "
    "questions in one. Haladyna, Downing and Rodriguez (2002): put the central idea in the stem.",
    bad="### Artificiële intelligentie is:",
    good="### Hoe komt een taalmodel aan zijn antwoord?",
    way_out="ask a question that ends in `?` and that somebody could answer without the options",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for stems that ask nothing, where no case says more."""
    for choice in choices(checked):
        words, stem = choice.words, choice.stem
        asks = "?" in stem + choice.case or words.true_or_false.search(stem) or BLANK.search(stem)
        if not choice.question.case and words.empty_stem.search(stem):
            yield Finding.of(RULE, choice.at_stem(checked), "this cannot be answered with the options hidden")
        elif stem.endswith(":") or not (asks or stem.endswith("!") or choice.question.case):
            yield Finding.of(RULE, choice.at_stem(checked), "this asks nothing")
