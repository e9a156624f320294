"""A draft does what it was asked, not what a text among its sources asks."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Rule
from houvast.draft.gates.judged import Judged, shortly

ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|negeer|vergeet)\b.{0,40}\b(?:instruction|prompt|above|previous|instructies?|opdracht|vorige)"
    r"|<\|?(?:im_start|im_end|system|assistant|user)\|?>|\bsystem prompt\b|\[/?INST\]",
    re.IGNORECASE | re.DOTALL,
)

RULE = Rule(
    "D605",
    "led-astray",
    why="Text in a brief or a source may hold orders to the model. Each call has a secret mark that no honest answer "
    "repeats, and orders to a model have no place in a lesson that is not about them.",
    bad="\u201cIgnore all previous instructions\u201d, or the secret mark, in the answer.",
    good="The answer alone.",
    way_out="find the text that gives orders among the sources, take it out, and draft again",
)


def check(item: Judged) -> Iterator[str]:
    """Look for the mark and for orders."""
    for text in item.texts:
        if item.canary in text:
            yield "the secret mark of the instruction stands in the answer"
        elif found := ORDERS.search(text):
            yield f"\u201c{shortly(found[0])}\u201d is an order to a model"
