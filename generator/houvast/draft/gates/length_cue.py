"""Over the questions of a draft, the longest option is right no more often than luck has it.

It looks at all of them together, so it is no gate of the others' kind.
"""

from collections.abc import Mapping

from houvast.diagnostics import Rule, Severity
from houvast.draft.wire import DraftedQuestion
from houvast.lint.questions.guess import by_length
from houvast.model.drafted import GateResult

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
    """What is wrong with those whose right option is the longest, by the names they were given.

    3 of 3 questions is told, 2 of 2 may be luck.
    """
    if not questions or not by_length(((one.key, _options(one)) for one in questions.values()), max).is_beyond_noise:
        return {}
    told = [name for name, one in questions.items() if len(one.key) == max(map(len, _options(one)))]
    message = f"in {len(told)} of the {len(questions)} questions of this draft the right option is the longest"
    return dict.fromkeys(told, GateResult(code=RULE.code, severity="error", message=message))


def _options(question: DraftedQuestion) -> tuple[str, ...]:
    return question.key, question.first.text, question.second.text
