"""A draft does what it was asked, not what a text among its sources asks."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, folded, shortly

ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|negeer|vergeet)\b (?:(?:all|any|the|these|your|alle|al|de|deze|je|jouw|elke) )*"
    r"(?:(?:previous|prior|earlier|above|vorige|eerdere|bovenstaande) )*"
    r"(?:instructions?|prompts?|rules|instructies?|regels)\b"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user)\|?>|\[/?INST\]",
    re.IGNORECASE,
)
FEWEST_WORDS = 8
SENTENCE = re.compile(r"(?<=[.!?])\s+")
TO_MODELS = re.compile(
    r"\b(?:notes?|notice|message|nota|boodschap|melding) (?:for|to|voor|aan) (?:(?:all|any|the|alle|elke|de) )?"
    r"(?:AI(?:[ -](?:systems?|models?|systemen|modellen))?|LLMs?|language models?|taalmodellen|assistants)\b"
    r"|\binternal mark\b|\bgeheim merkteken\b",
    re.IGNORECASE,
)
"""How a text speaks past its readers. A lesson may do so in its own words, so texts are not held against it."""

RULE = Rule(
    "D605",
    "led-astray",
    why="Text in a brief or a source may hold orders to the model. Each call has a secret mark that no honest answer "
    "repeats, and orders to a model have no place in a lesson that is not about them. A small model also repeats its "
    "instruction where it has nothing to say.",
    bad="\u201cIgnore all previous instructions\u201d, or the secret mark, in the answer.",
    good="The answer alone.",
    way_out="find the text that gives orders among the sources, take it out, and draft again",
)


def check(item: Judged) -> Iterator[str]:
    """Look for the mark and for orders, in quotes as well: a source may hold them."""
    quotes, instruction = [said.quote for said in item.said], folded(item.instruction)
    for text in (*item.texts, *quotes):
        if item.canary in text:
            yield "the secret mark of the instruction stands in the answer"
        elif found := ORDERS.search(text) or (TO_MODELS.search(text) if text in quotes else None):
            yield f"\u201c{shortly(found[0])}\u201d is an order to a model"
        elif repeated := _repeated(text, instruction):
            yield f"\u201c{shortly(repeated)}\u201d stands in the instruction"


def _repeated(text: str, instruction: str) -> str:
    """The first sentence that is the instruction's, or nothing."""
    sentences = (sentence for sentence in SENTENCE.split(text) if len(sentence.split()) >= FEWEST_WORDS)
    return next((sentence for sentence in sentences if folded(sentence).rstrip(".?!") in instruction), "")
