"""The shapes that a language model answers in: flat, closed, without defaults, as strict endpoints want them.

They hold what a model may decide and nothing else: ids, the order of options, files and status are ours.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

NO_SOURCE = "none"
"""What a sentence names as its source where it states no fact."""


LONGEST_NAME, LONGEST_OPTION, LONGEST_TEXT, LONGEST_PROMPT = 160, 320, 600, 1200
"""Signs of a title, of an option, of a few sentences, and of a prompt: twice what a good one takes."""

Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Option = Annotated[str, Field(max_length=LONGEST_OPTION)]
Text = Annotated[str, Field(max_length=LONGEST_TEXT)]


class Wire(BaseModel):
    """An answer, or a part of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Wire):
    """A sentence or two. What states a fact names its source, and quotes the words that it stands on."""

    text: Text
    source: str
    quote: Option


class PlannedQuestion(Wire):
    """What a question is to be about."""

    subject: Option
    thinking: Literal["understand", "apply", "analyse"]
    target: str
    misconception: Option


class QuestionOutline(Wire):
    """The questions of a draft, before any is written."""

    questions: list[PlannedQuestion]


class Distractor(Wire):
    """A wrong answer that somebody sensible chooses, and why it is wrong."""

    misconception: Option
    text: Option
    rationale: Said


class DraftedQuestion(Wire):
    """A question with three options: the key first, then two wrong ones."""

    situation: Text
    stem: Name
    key: Option
    key_rationale: Said
    first: Distractor
    second: Distractor


class PlannedSection(Wire):
    """What a section of a lesson is to say."""

    heading: Name
    points: list[Text]


class ModuleOutline(Wire):
    """A module, before it is written."""

    title: Name
    summary: Text
    sections: list[PlannedSection]
    questions: list[PlannedQuestion]


class DraftedSection(Wire):
    """The text of a section: paragraphs of sentences, and perhaps a short list."""

    sentences: list[Said]
    list_items: list[Said]


class PlannedTask(Wire):
    """A task of a role."""

    title: Name
    about: Text


class RoleOutline(Wire):
    """A role, before its tasks are written."""

    title: Name
    summary: Text
    also_called: list[Name]
    work_today: Text
    work_with_ai: Text
    tasks: list[PlannedTask]


class DraftedTask(Wire):
    """A task of a role: what AI can do in it, and what to check."""

    title: Name
    with_ai: Text
    check: Text
    data: Literal["public", "internal", "confidential", "special"]
    risk: Literal["prohibited", "high", "transparency", "other"]
    weak_prompt: Text
    strong_prompt: Annotated[str, Field(max_length=LONGEST_PROMPT)]


class PlannedWeek(Wire):
    """A week of a hat."""

    title: Name
    about: Text


class HatOutline(Wire):
    """A hat, before its weeks are written."""

    title: Name
    summary: Text
    also_called: list[Name]
    weeks: list[PlannedWeek]


class DraftedWeek(Wire):
    """A week of a hat: what to do in it."""

    title: Name
    do: Text


Effect = Literal[-2, -1, 0, 1, 2]
"""What a choice does to a meter."""


class PlannedChoice(Wire):
    """A way on: what one does, the node it leads to, and what it does to the four meters."""

    text: Text
    to: str
    goal: Effect
    people: Effect
    law: Effect
    trust: Effect


class PlannedNode(Wire):
    """A situation of a scenario. Where it ends there are no choices."""

    id: str
    heading: Name
    happens: Text
    ending: Literal["none", "good", "mixed", "poor"]
    choices: list[PlannedChoice]


class ScenarioOutline(Wire):
    """A scenario as a flat list of nodes; the first is where it begins."""

    title: Name
    summary: Text
    nodes: list[PlannedNode]
    debrief: list[Text]


class DraftedNode(Wire):
    """What happens at a node."""

    sentences: list[Said]


class Translated(Wire):
    """Texts in another language, as many and in the same order."""

    texts: list[str]


class Critique(Wire):
    """What is wrong with an item, seen with its source alone."""

    verdict: Literal["good", "revise"]
    problems: list[Text]


class Vote(Wire):
    """The option that somebody chooses who does not know the key."""

    reason: Text
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
