"""How many minutes a piece of a unit takes to read and to answer: an estimate, to weigh pieces and to check authors."""

from collections.abc import Mapping

from houvast.model import ChoiceForm, FillForm, Form, Node, OrderForm, PollForm, PromptForm, Question, SortForm
from houvast.model.markup import Block, Picture, plain_text, texts_of
from houvast.plan.personal import Shown

WORDS_PER_MINUTE = 180
"""Attentive reading of everyday text.

Adults read English non-fiction in silence at 238 words a minute on average, most of them at 175 to 300 (Brysbaert 2019,
doi.org/10.1016/j.jml.2019.104047). The slow end of that is our own choice: a learner stops to think, and often reads on
a phone or in a second language. We reckon so in every language.
"""

MINUTES: Mapping[type[Form], float] = {
    ChoiceForm: 0.7,
    PollForm: 0.4,
    OrderForm: 1.2,
    SortForm: 1.2,
    FillForm: 0.7,
    PromptForm: 3.0,
}
"""To answer a question beside reading its stem and case: our own estimate, until learners are watched."""


def weight_of(piece: Shown) -> float:
    """The minutes that a block or a question takes."""
    if isinstance(piece, Question):
        words = _words(plain_text(piece.stem)) + sum(_block_words(block) for block in piece.case)
        return MINUTES[type(piece.form)] + words / WORDS_PER_MINUTE
    return _block_words(piece) / WORDS_PER_MINUTE


def weight_of_node(node: Node) -> float:
    """The minutes that a situation of a scenario takes: to read, and to choose where there is a choice."""
    return sum(map(weight_of, node.content)) + (MINUTES[ChoiceForm] if len(node.choices) > 1 else 0)


def _block_words(block: Block) -> int:
    """The words to read; a picture is looked at."""
    return 0 if isinstance(block, Picture) else sum(_words(text) for text in texts_of(block))


def _words(text: str) -> int:
    return len(text.split())
