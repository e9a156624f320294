"""A draft: source files that a language model proposed, and all that is known of how they came about.

`drafts/<id>/draft.yml` while a person has not decided; `provenance/<id>.yml` from then on.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from houvast.model.text import Line, Locale, Shape, Slug

DraftKind = Literal["role", "hat", "module", "questions", "scenario", "translation"]
"""What can be drafted."""

ItemKind = Literal["section", "question", "node", "task", "text"]
"""What one call drafts: a part that a reviewer judges by itself."""

CourseFile = Annotated[
    str, Field(pattern=r"^(roles|hats|modules|scenarios|handouts)(/[a-z0-9][a-z0-9.-]*)+\.(yml|md)$", max_length=200)
]
"""A file that a draft may put in `courses/`, by its path there: never one outside of these folders."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]


class DraftSource(Shape):
    """A text that a draft was written from: of the organisation, of our lessons or of `facts.yml`."""

    id: Line
    """What claims name it by: `fact.<id>`, `module.<id>#<anchor>` or `document.<name>#<number>`."""
    title: Line
    """What people call it."""
    sha256: Sha256
    """Of the text as it was sent."""
    text: str = ""
    """The text itself, of a document, for whoever reviews: what facts and lessons say is read where they stand. It is
    the organisation's own and stays with the draft: `provenance/` does not take it over."""


class Call(Shape):
    """How one answer came about."""

    prompt: Line
    """The prompt and its version, such as `question/v1`."""
    prompt_sha256: Sha256
    schema_sha256: Sha256
    input_sha256: Sha256
    """Of what was sent besides prompt and schema."""
    model_reported: str = ""
    """What the endpoint says answered; it may differ from what was asked for."""
    system_fingerprint: str = ""
    request_id: str = ""
    seed: int | None = None
    date: date
    prompt_tokens: Count
    completion_tokens: Count
    is_estimate: bool = False
    """Whether the endpoint did not tell its usage, so that these are our own estimate."""
    attempts: Annotated[int, Field(ge=1)] = 1
    cache_key: Sha256


class Claim(Shape):
    """A factual sentence of a draft, and the words of a source that it stands on."""

    sentence: Line
    source: Line
    """The id of one of the draft's sources."""
    quote: Line
    """At most 25 words, as they stand in that source."""


class GateResult(Shape):
    """What a gate of drafts says of one item. Rules of `houvast check` speak at the file itself."""

    code: Line
    """The rule that speaks, such as D601."""
    severity: Literal["error", "warning"]
    message: Line


class Decision(Shape):
    """What a person decided of an item."""

    decision: Literal["accepted", "edited", "rejected"]
    team: Slug
    """The team that answers for it: never a person's name."""
    role: Line
    """What who decided does, such as "HR business partner"."""
    date: date


class DraftedItem(Shape):
    """One part of a draft: what one call made."""

    id: Slug
    """The id of the question, node or task; of a section that of its heading."""
    kind: ItemKind
    file: CourseFile
    """The file that it stands in, by its path in `courses/`."""
    claims: tuple[Claim, ...] = ()
    gates: tuple[GateResult, ...] = ()
    critique: tuple[Line, ...] = ()
    """What a second call said of it, which saw only the item and its sources."""
    votes: tuple[Line, ...] = ()
    """Of a question: the options that calls without the key chose."""
    calls: tuple[Call, ...] = ()
    """Of the draft and each of its revisions, in order."""
    decision: Decision | None = None

    @property
    def is_blocked(self) -> bool:
        """Whether a gate forbids that it becomes reviewed as it is."""
        return any(gate.severity == "error" for gate in self.gates)


class Missing(Shape):
    """A part that was asked for and did not come."""

    id: Slug
    reason: Line


class DraftSheet(Shape):
    """`drafts/<id>/draft.yml`, and, when a person has decided, `provenance/<id>.yml`."""

    id: Slug
    file: str
    kind: DraftKind
    unit: Slug
    """The module, scenario, role or hat that it is of."""
    title: Line
    """What people call it."""
    locale: Locale
    """The language that it is written in."""
    status: Literal["draft", "reviewed"] = "draft"
    files: tuple[CourseFile, ...] = Field(min_length=1)
    """The files that it would put in `courses/`, by their path there. They stand below `drafts/<id>/`."""
    written: dict[CourseFile, Sha256] = Field(default_factory=dict)
    """Of these files as they were drafted: one that holds something else since was edited by a person."""
    base: dict[CourseFile, Sha256] = Field(default_factory=dict)
    """Of files that were there already: the bytes they held when the draft was made."""
    tool_version: Line
    endpoint: Line
    """The host that was asked: no path, no key."""
    model_requested: Line
    sources: tuple[DraftSource, ...] = ()
    items: tuple[DraftedItem, ...] = ()
    missing: tuple[Missing, ...] = ()
    drafted: date
    reviewed: date | None = None
    reviewed_by: Slug | None = None
    """The team that decided."""

    @property
    def things(self) -> frozenset[str]:
        """What its files belong to, such as `roles/planner` or `modules/trust-but-check`."""
        return frozenset(thing_of(file) for file in self.files)

    @property
    def open_items(self) -> tuple[DraftedItem, ...]:
        """What nobody decided of yet."""
        return tuple(item for item in self.items if item.decision is None)


def thing_of(file: str) -> str:
    """What a file belongs to, by its folder and id: a role, a hat, or a whole module, scenario or handout."""
    folder, name = file.split("/")[:2]
    return f"{folder}/{name.removesuffix('.yml')}"
