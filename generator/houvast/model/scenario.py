"""A scenario: a branching story. Its sheet says what it practises; its plots tell it, per locale."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from houvast.model.competency import Target, WrittenTarget
from houvast.model.digest import digest_of, folded
from houvast.model.fact import Source
from houvast.model.lesson import blocks_in
from houvast.model.markup import Block, Heading, Inline, Paragraph, texts_of
from houvast.model.module import Minutes
from houvast.model.pace import Depth
from houvast.model.question import Question
from houvast.model.text import LocalText, Shape, Slug

Meter = Literal["goal", "people", "law", "trust"]
METERS: tuple[Meter, ...] = ("goal", "people", "law", "trust")
"""What choices move, unseen until the debrief. Each starts at 0 and stays within -5 and 5."""

Ending = Literal["good", "mixed", "poor"]
DEBRIEF = "debrief"
"""The id of the node that every ending leads to."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How a choice moves a meter."""

    meter: Meter
    change: int


@dataclass(frozen=True, slots=True)
class Condition:
    """When a choice is open: a meter at least, or at most, some value."""

    meter: Meter
    relation: Literal[">=", "<="]
    value: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A way on from a node. `target` is the id of the node it leads to, or empty where there is none."""

    pieces: tuple[Inline, ...]
    target: str
    effects: tuple[Effect, ...] = ()
    condition: Condition | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Node:
    """One situation: its title, what happens, perhaps with questions, and the choices."""

    id: str
    title: tuple[Inline, ...]
    content: tuple[Block | Question, ...]
    choices: tuple[Choice, ...]
    ending: Ending | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Plot:
    """`<locale>.md` of a scenario. The first node is the start. `translates` is as in a lesson."""

    file: str
    title: tuple[Inline, ...]
    nodes: tuple[Node, ...]
    translates: str = ""

    @property
    def digest(self) -> str:
        """Twelve hex digits over all that a translator has to translate."""
        return digest_of(self.blocks())

    def node(self, name: str) -> Node | None:
        """The node of this id, or None."""
        return next((node for node in self.nodes if node.id == name), None)

    def blocks(self) -> Iterator[Block]:
        """Everything the plot says, as blocks: of every node its title, what happens, and its choices."""
        for node in self.nodes:
            yield Heading(2, node.title, node.line)
            yield from blocks_in(node.content)
            yield from (Paragraph(choice.pieces) for choice in node.choices)

    def questions(self) -> Iterator[Question]:
        """Every question in its nodes."""
        return (piece for node in self.nodes for piece in node.content if isinstance(piece, Question))

    @property
    def hash(self) -> str:
        """Twelve hex digits over what the story tells and where its choices lead."""
        said = [text for block in self.blocks() for text in texts_of(block)]
        said += [f"{node.id} {choice.target}" for node in self.nodes for choice in node.choices]
        return hashlib.sha256("\n".join(folded(one) for one in said).encode()).hexdigest()[:12]


class ScenarioSheet(Shape):
    """`scenario.yml`."""

    id: Slug
    file: str
    title: LocalText
    """The title; the first line of the text is the same."""
    summary: LocalText
    """One sentence: what happens, and what you decide."""
    practises: tuple[WrittenTarget, ...]
    """What it practises: a competency and a level, such as `judge 1`."""
    after: tuple[Slug, ...] = ()
    """The modules that come before it."""
    audiences: tuple[Slug, ...]
    """The roles and clusters it is for."""
    minutes: Minutes
    """How long it takes, in minutes, the same at every depth."""
    core: bool = False
    """Whether it is of the core; if not, it is deepening, after it."""
    owner: Slug
    """The team that looks after it."""
    review_by: date
    """The day by which somebody looks at it again."""
    status: Literal["draft", "reviewed", "retired"]
    """`draft`: on no page but with `--drafts`; `reviewed`: in the library and on paths; `retired`: in neither."""
    sources: tuple[Source, ...] = ()
    """Where what it says stands."""


@dataclass(frozen=True)
class Scenario:
    """A sheet with its plots by locale."""

    sheet: ScenarioSheet
    plots: Mapping[str, Plot]

    @property
    def id(self) -> str:
        """The id, which is also the name of its folder."""
        return self.sheet.id

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets it serves."""
        return self.sheet.practises

    def file(self, locale: str) -> str:
        """The file of its text in a locale."""
        return self.plots[locale].file

    def placed_questions(self, locale: str) -> Iterator[tuple[str, Question]]:
        """Every question in a locale with its file."""
        if plot := self.plots.get(locale):
            yield from ((plot.file, question) for question in plot.questions())

    def minutes(self, depth: Depth) -> int:
        """How long it takes: the same at every depth."""
        return self.sheet.minutes
