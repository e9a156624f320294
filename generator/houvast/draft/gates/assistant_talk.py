"""A draft is the text, not an assistant's talk about it."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly

LABEL = r"(?:question|vraag|option|optie|answer|antwoord|distractor)"
TALK = re.compile(
    r"^\s*(?:certainly|sure|of course|here (?:is|are)|natuurlijk|zeker|uiteraard|hier (?:is|zijn|volgt))\b\s*[,:!]"
    r"|^\s*(?:here (?:is|are)|hier (?:is|zijn|volgt)) (?:\w+ ){0,3}(?:questions?|vraag|vragen|answers?|json)\b"
    r"|^\s*(?:error|fout)\s*:"
    r"|\bas an? (?:ai|language model)\b|\bals (?:ai|taalmodel|ai-model)\b,"
    r"|\bi(?:'m| am) sorry, (?:but )?i\b|\bi (?:cannot|can't|am unable to) (?:help|assist|comply|provide|fulfil)\b"
    rf"|^\s*{LABEL} ?(?:\d{{1,2}}|[a-d])?\s*:\s|\b{LABEL} (?:\d{{1,2}}|[a-d])\s*[:)]"
    r"|\bthe (?:stem|key answer|distractors?)\b|\bde (?:vraagstam|afleiders?|distractors?)\b"
    r"|\blorem ipsum\b|\bTODO\b|\[(?:naam|name|\.\.\.)\]",
    re.IGNORECASE,
)
"""A label counts where a text begins, or with its number: \u201cHer question: who decides?\u201d is a sentence."""

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
