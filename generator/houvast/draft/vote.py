"""Blind answers: the question without its key, asked three times, to find keys that can be argued about."""

from collections.abc import Iterator, Sequence

from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.recipe import Context, Part, prompt
from houvast.draft.wire import DraftedQuestion, Vote, Wire

VOTES = 3
VOTE_TOKENS = 160
LETTERS = "abc"


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
