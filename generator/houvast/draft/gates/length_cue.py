"""Over the questions of a draft, the longest option is right no more often than luck has it.

It looks at all of them together, so it is no gate of the others' kind.
"""

from collections.abc import Mapping
from math import sqrt

from houvast.diagnostics import Rule, Severity
from houvast.draft.wire import DraftedQuestion
from houvast.model.drafted import GateResult

DEVIATIONS = 2
"""Standard deviations of chance that are still luck, as in Q221: 3 of 3 questions is told, 2 of 2 not yet."""

RULE = Rule(
    "D617",
    "length-cue",
    why="Models say most about what is right: in a course of 2,026 questions that a model wrote, the right option was "
    "the longest in 91 of 100. A learner who sees that needs to read nothing else.",
    bad="In five of the six questions of a draft the right option is the longest.",
    good="In two of six it is, as chance would have it.",
    way_out="shorten the right option in some of them, or give a wrong one more to say",
    severity=Severity.ERROR,
)


def length_cues(questions: Mapping[str, DraftedQuestion]) -> dict[str, GateResult]:
    """What is wrong with those whose right option is the longest, by the names they were given."""
    told = [name for name, question in questions.items() if _share(question)]
    chances = [1 / len(_options(question)) for question in questions.values()]
    chance = sum(chances) / max(1, len(chances))
    score = sum(map(_share, questions.values())) / max(1, len(questions))
    if score <= chance + DEVIATIONS * sqrt(chance * (1 - chance) / max(1, len(questions))):
        return {}
    message = f"in {len(told)} of the {len(questions)} questions of this draft the right option is the longest"
    return dict.fromkeys(told, GateResult(code=RULE.code, severity="error", message=message))


def _options(question: DraftedQuestion) -> tuple[str, ...]:
    return question.key, question.first.text, question.second.text


def _share(question: DraftedQuestion) -> float:
    """How often somebody who picks the longest option is right: half of the times where two are as long."""
    lengths = [len(option) for option in _options(question)]
    return (lengths[0] == max(lengths)) / lengths.count(max(lengths))
