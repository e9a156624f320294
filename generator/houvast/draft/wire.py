"""The shapes that a language model answers in: flat, closed, without defaults, as strict endpoints want them.

They hold what a model may decide and nothing else: ids, the order of options, files and status are ours.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

NO_SOURCE = "none"
"""What a sentence names as its source where it states no fact."""


class Wire(BaseModel):
    """An answer, or a part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Wire):
    """A sentence or two. What states a fact names its source, and quotes the words that it stands on."""

    text: str
    source: str
    quote: str


class PlannedQuestion(Wire):
    """What a question is to be about."""

    subject: str
    thinking: Literal["understand", "apply", "analyse"]
    target: str
    misconception: str


class QuestionOutline(Wire):
    """The questions of a draft, before any is written."""

    questions: list[PlannedQuestion]


class Distractor(Wire):
    """A wrong answer that somebody sensible chooses, and why it is wrong."""

    misconception: str
    text: str
    rationale: Said


class DraftedQuestion(Wire):
    """A question with three options: the key first, then two wrong ones."""

    situation: str
    stem: str
    key: str
    key_rationale: Said
    first: Distractor
    second: Distractor


class PlannedSection(Wire):
    """What a section of a lesson is to say."""

    heading: str
    points: list[str]


class ModuleOutline(Wire):
    """A module, before it is written."""

    title: str
    summary: str
    sections: list[PlannedSection]
    questions: list[PlannedQuestion]


class DraftedSection(Wire):
    """The text of a section: paragraphs of sentences, and perhaps a short list."""

    sentences: list[Said]
    list_items: list[Said]


class PlannedTask(Wire):
    """A task of a role."""

    title: str
    about: str


class RoleOutline(Wire):
    """A role, before its tasks are written."""

    title: str
    summary: str
    also_called: list[str]
    work_today: str
    work_with_ai: str
    tasks: list[PlannedTask]


class DraftedTask(Wire):
    """A task of a role: what AI can do in it, and what to check."""

    title: str
    with_ai: str
    check: str
    data: Literal["public", "internal", "confidential", "special"]
    risk: Literal["prohibited", "high", "transparency", "other"]
    weak_prompt: str
    strong_prompt: str


class PlannedWeek(Wire):
    """A week of a hat."""

    title: str
    about: str


class HatOutline(Wire):
    """A hat, before its weeks are written."""

    title: str
    summary: str
    also_called: list[str]
    weeks: list[PlannedWeek]


class DraftedWeek(Wire):
    """A week of a hat: what to do in it."""

    title: str
    do: str


Effect = Literal[-2, -1, 0, 1, 2]
"""What a choice does to a meter."""


class PlannedChoice(Wire):
    """A way on: what one does, the node it leads to, and what it does to the four meters."""

    text: str
    to: str
    goal: Effect
    people: Effect
    law: Effect
    trust: Effect


class PlannedNode(Wire):
    """A situation of a scenario. Where it ends there are no choices."""

    id: str
    heading: str
    happens: str
    ending: Literal["none", "good", "mixed", "poor"]
    choices: list[PlannedChoice]


class ScenarioOutline(Wire):
    """A scenario as a flat list of nodes; the first is where it begins."""

    title: str
    summary: str
    nodes: list[PlannedNode]
    debrief: list[str]


class DraftedNode(Wire):
    """What happens at a node."""

    sentences: list[Said]


class Translated(Wire):
    """Texts in another language, as many and in the same order."""

    texts: list[str]


class Critique(Wire):
    """What is wrong with an item, seen with its source alone."""

    verdict: Literal["good", "revise"]
    problems: list[str]


class Vote(Wire):
    """The option that somebody chooses who does not know the key."""

    reason: str
    choice: Literal["a", "b", "c"]


WIRES: tuple[type[Wire], ...] = (
    QuestionOutline,
    DraftedQuestion,
    ModuleOutline,
    DraftedSection,
    RoleOutline,
    DraftedTask,
    HatOutline,
    DraftedWeek,
    ScenarioOutline,
    DraftedNode,
    Translated,
    Critique,
    Vote,
)
"""Every shape that is sent; a test walks them for what strict endpoints refuse."""


def texts_in(value: object) -> list[str]:
    """Every text that a model wrote in an answer, in order; not the names it chose from."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one)]
    if isinstance(value, Said):
        return [value.text]
    if isinstance(value, BaseModel):
        chosen = {"source", "target", "thinking", "data", "risk", "verdict", "choice", "ending", "id", "to"}
        return [text for name, one in value if name not in chosen for text in texts_in(one)]
    return []


def said_in(value: object) -> list[Said]:
    """Every sentence of an answer that may state a fact, in order."""
    if isinstance(value, Said):
        return [value]
    if isinstance(value, list):
        return [said for one in value for said in said_in(one)]
    if isinstance(value, BaseModel):
        return [said for _, one in value for said in said_in(one)]
    return []
