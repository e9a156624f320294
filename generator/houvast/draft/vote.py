"""Blind answers: the question without its key, asked three times, to find keys that can be argued about."""

from collections.abc import Iterator, Sequence

from houvast.diagnostics import Rule, Severity
from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.gates.judged import shortly
from houvast.draft.recipe import Context, Part, prompt
from houvast.draft.wire import DraftedQuestion, Vote, Wire
from houvast.model.drafted import GateResult

VOTES = 3
VOTE_TOKENS = 160
LETTERS = "abc"

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


def vote_requests(context: Context, part: Part, question: Wire | None) -> Iterator[Request[Wire]]:
    """Three calls, each with the options in another order."""
    assert isinstance(question, DraftedQuestion)
    for sample in range(VOTES):
        options = dict(zip(LETTERS, turned(question, sample), strict=True))
        data = {
            "situation": question.situation,
            "question": question.stem,
            "options": options,
            "write_in": context.language,
            "sources": part.request.data["sources"],
        }
        told = f"vote {sample + 1} on {part.request.item}"
        yield Request(told, context.brief.file, prompt("vote/v1"), data, Vote, VOTE_TOKENS, sample=sample)


def turned(question: DraftedQuestion, sample: int) -> list[str]:
    """The options, the key first, turned as many places as the number of the call."""
    options = [question.key, question.first.text, question.second.text]
    return options[sample:] + options[:sample]


def voted(question: DraftedQuestion, results: Sequence[Answer[Wire] | Failure[Wire]]) -> tuple[str, ...]:
    """The options that were chosen."""
    return tuple(
        turned(question, result.request.sample)[LETTERS.index(result.value.choice)]
        for result in results
        if isinstance(result, Answer) and isinstance(result.value, Vote)
    )


def arguable(question: DraftedQuestion, votes: Sequence[str]) -> Iterator[GateResult]:
    """A warning where somebody who did not know the key chose otherwise."""
    if others := [vote for vote in votes if vote != question.key]:
        message = f"{len(others)} of {len(votes)} blind answers chose another option: \u201c{shortly(others[0])}\u201d"
        yield GateResult(code=RULE.code, severity="warning", message=message)
