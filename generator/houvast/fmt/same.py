"""Whether two texts say the same: what a learner reads, and what steers Houvast."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import Protocol

from houvast.model import Choice, ExperimentText, HandoutText, Item, Lesson, Node, Plot, Question, Variant
from houvast.model.markup import Inline, Paragraph, Text
from houvast.source.markdown import Placed, Read, read_markdown

BOX = re.compile(r"^\[([ xX])\](?= |$)")
SPACES = re.compile(r"[ \t]+")
IDS = {Question: {"id"}, Node: {"id"}, Choice: {"target"}}
"""Where an id of a question or node shows: a choice leads to one."""


class ReadText(Protocol):
    """What `read_lesson`, `read_variant`, `read_plot`, `read_handout` and `read_experiment` have in common."""

    def __call__(
        self, text: str, file: str, shown: str
    ) -> Read[Lesson] | Read[Variant] | Read[Plot] | Read[HandoutText] | Read[ExperimentText]:
        """What a text holds. `file` is its path under the courses folder, `shown` the path an author knows."""
        ...


def says_the_same(read: ReadText, file: str, one: str, other: str, *, with_ids: bool = True) -> bool:
    """Whether the second text is read as the first one is, and nothing is wrong in it that was right.

    Without ids, the second may have some that the first has not.
    """
    first, second = (read(text, file, file) for text in (one, other))
    new_faults = Counter(found.rule.code for found in second.findings)
    new_faults -= Counter(found.rule.code for found in first.findings)
    allowed = [[(held.code, held.reason) for held in told.allowances] for told in (first, second)]
    told = _told(first.value, with_ids) == _told(second.value, with_ids)
    return told and allowed[0] == allowed[1] and not new_faults


def first_difference(file: str, one: str, other: str) -> int:
    """The line of the first text where a block begins that the second does not say so."""
    blocks = (
        [piece for piece in read_markdown(text, file, file).pieces if isinstance(piece, Placed)]
        for text in (one, other)
    )
    for first, second in zip_longest(*blocks):
        if first is None or second is None or _told(first.block, True) != _told(second.block, True):
            return first.line if first else 1
    return 1


def _told(value: object, with_ids: bool) -> object:
    """A value as plain tuples, without lines; of text, what a page shows: one space for any number."""
    if isinstance(value, Text):
        return SPACES.sub(" ", value.text)
    if isinstance(value, tuple):
        return tuple(_told(held, with_ids) for held in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    left_out = set() if with_ids else IDS.get(type(value), set())
    held = {field.name: getattr(value, field.name) for field in fields(value) if field.compare}
    if isinstance(value, Paragraph | Item):
        held["pieces"] = _without_space(value.pieces)
    return (type(value).__name__, *(_told(one, with_ids) for name, one in held.items() if name not in left_out))


def _without_space(pieces: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """What a line of a list says, with one spelling of its box and no space before its words."""
    if not pieces or not isinstance(first := pieces[0], Text):
        return pieces
    words = BOX.sub(lambda box: f"[{box[1].lower()}]", first.text.lstrip(" "))
    return ((Text(words),) if words else ()) + pieces[1:]
