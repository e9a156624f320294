"""A draft is the text, not an assistant's talk about it."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly

TALK = re.compile(
    r"^\s*(?:certainly|sure|of course|here (?:is|are)|natuurlijk|zeker|uiteraard|hier (?:is|zijn|volgt))\b\s*[,:!]"
    r"|^\s*(?:error|fout)\s*:"
    r"|\bas an? (?:ai|language model)|\bals (?:ai|taalmodel|ai-model)\b,|\bi (?:cannot|can't|am unable)\b"
    r"|\b(?:question|vraag|option|optie|answer|antwoord|distractor) ?[1-9a-d]?\s*:\s"
    r"|\blorem ipsum\b|\bTODO\b|\[(?:naam|name|\.\.\.)\]",
    re.IGNORECASE,
)

RULE = Rule(
    "D606",
    "assistant-talk",
    why="\u201cHere is your question\u201d, \u201cAs an AI\u201d, a label or an error message in the text itself: "
    "nobody wrote it for a learner.",
    bad="\u201cCertainly! Option A: call the supplier.\u201d",
    good="\u201cCall the supplier.\u201d",
    way_out="take the talk out",
)


def check(item: Judged) -> Iterator[str]:
    """Look at every text."""
    for text in item.texts:
        if found := TALK.search(text):
            yield f"\u201c{shortly(found[0].strip())}\u201d in \u201c{shortly(text)}\u201d"
