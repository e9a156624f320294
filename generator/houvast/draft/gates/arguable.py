"""Blind answers agree with the key. It is asked by calls, so it is no gate of the others' kind."""

from collections.abc import Iterator, Sequence

from houvast.diagnostics import Rule, Severity
from houvast.draft.gates.judged import shortly
from houvast.draft.wire import DraftedQuestion
from houvast.model.drafted import GateResult

RULE = Rule(
    "D611",
    "arguable-key",
    why="Three calls answer the question without knowing the key. Where one of them chooses another option, a "
    "careful colleague might too: then two answers are right, or the case says too little.",
    bad="The key is \u201ccall the supplier\u201d, and two of three answers were \u201cask the team lead\u201d.",
    good="A case in which only one of the two is right.",
    way_out="say in the case what decides, or change the option that is right as well",
    severity=Severity.WARNING,
)


def arguable(question: DraftedQuestion, votes: Sequence[str]) -> Iterator[GateResult]:
    """A warning where somebody who did not know the key chose otherwise."""
    if others := [vote for vote in votes if vote != question.key]:
        message = f"{len(others)} of {len(votes)} blind answers chose another option: \u201c{shortly(others[0])}\u201d"
        yield GateResult(code=RULE.code, severity="warning", message=message)
