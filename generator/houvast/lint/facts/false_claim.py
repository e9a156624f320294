"""No text repeats a claim that is known to be false or outdated."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.facts.false_claims import FALSE_CLAIMS, FalseClaim, Look, is_about
from houvast.lint.facts.patterns import Patterns, patterns_of
from houvast.lint.prose import OWN, Passage, Sentence, Writing, writings
from houvast.model import language_of
from houvast.source import Checked

RULE = Rule(
    "F202",
    "false-claim",
    why=(
        "Some claims on AI and its rules are on many pages and not true, or no longer, and language models "
        "learned them there. They make good wrong answers and bad lessons: in a wrong answer, a story or a "
        "quotation the rule lets them be, and in a sentence that denies them. It knows them by patterns, so it "
        "misses more than it finds."
    ),
    bad="Sinds 2 augustus 2026 gelden de plichten voor AI met een hoog risico.",
    good="Vanaf 2 december 2027 gelden de plichten voor AI met een hoog risico.",
    way_out="say what is true, from facts.yml; if the sentence is about the claim itself, allow it and say so",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Hold every sentence that a lesson, a debrief or a sheet says as its own against the list."""
    for writing in writings(checked):
        if (patterns := patterns_of(writing.locale)) is None:
            continue
        for claim, look in _looks(writing):
            for passage, sentence in writing.sentences(*OWN):
                if look.is_in(sentence.own) and not _is_excused(sentence, claim, patterns):
                    yield _finding(checked, writing, passage, sentence, claim)


def _looks(writing: Writing) -> Iterator[tuple[FalseClaim, Look]]:
    """The claims that this text may make at all."""
    language = language_of(writing.locale)
    for claim in FALSE_CLAIMS:
        look = claim.looks.get(language)
        if look and is_about(look.about, writing.lower):
            yield claim, look


def _is_excused(sentence: Sentence, claim: FalseClaim, patterns: Patterns) -> bool:
    return sentence.is_question or (not claim.denies and patterns.negated.search(sentence.text) is not None)


def _finding(checked: Checked, writing: Writing, passage: Passage, sentence: Sentence, claim: FalseClaim) -> Finding:
    return Finding.of(RULE, writing.place(checked, passage, sentence.offset), f"not true ({claim.idea}): {claim.truth}")
