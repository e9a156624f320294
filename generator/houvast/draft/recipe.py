"""What the drafting of one kind knows: what to ask for the outline and for each part, and the files they make."""

import json
import math
import random
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from houvast.draft.brief import Brief
from houvast.draft.call.request import Prompt, Request
from houvast.draft.sources import MOST, Passage, nearest
from houvast.draft.translate import BANKS, target_of, with_digest
from houvast.draft.wire import NO_SOURCE, Wire
from houvast.fmt.slug import minted
from houvast.model import Catalogue, Target
from houvast.model.drafted import ItemKind

LANGUAGES = {"nl": "Dutch as it is spoken in Flanders, with `je`", "en": "English for a workplace in Belgium"}
SIGNS_PER_TOKEN = 3
"""At least, in Dutch and English: what is reckoned so fits."""
WORDS_PER_MINUTE = 150
REVIEW_AFTER = timedelta(days=182)
"""Half a year: tools and agreements change."""


@cache
def prompt(name: str) -> Prompt:
    """A prompt by its name and version, such as `question/v1`, behind what all of them say first."""
    folder = files("houvast.draft").joinpath("prompts")
    common, own = (folder.joinpath(*f"{one}.md".split("/")).read_text(encoding="utf-8") for one in ("common/v1", name))
    return Prompt(name, f"{common.strip()}\n\n{own.strip()}")


@dataclass(frozen=True)
class Context:
    """What every request of a draft is made from."""

    brief: Brief
    catalogue: Catalogue
    passages: tuple[Passage, ...]
    texts: Mapping[str, str]
    """What the files of the courses hold, by their path there."""
    today: date
    context_tokens: int | None = None
    """The tokens that a prompt and its answer may take together, where somebody says so."""

    @property
    def language(self) -> str:
        """The language to write in, in words."""
        return LANGUAGES.get(self.brief.locale, self.brief.locale)

    @property
    def bank(self) -> str:
        """The heading above the question bank."""
        return BANKS.get(self.brief.locale, BANKS["en"])

    def nearest(self, data: Mapping[str, object], instruction: Prompt, max_tokens: int) -> tuple[Passage, ...]:
        """The passages to send beside this data: all, or those that say most about it where not all of them fit.

        The answer counts twice: a revision sends it back.
        """
        about = json.dumps(data, ensure_ascii=False)
        room = MOST
        if self.context_tokens is not None:
            tokens = self.context_tokens - 2 * max_tokens
            room = min(MOST, SIGNS_PER_TOKEN * tokens - len(instruction.text) - len(about))
        return nearest(self.passages, about, room)

    def told_choice(self) -> str:
        """Where not all sources fit in a request: a sentence that says so, else nothing."""
        signs = sum(len(passage.text) for passage in self.passages)
        if signs <= MOST and self.context_tokens is None:
            return ""
        return (
            f"The sources are {len(self.passages)} passages of {signs} signs together. Each request gets those that "
            f"say most about it, as many as fit."
        )

    def about(self) -> dict[str, object]:
        """What every request says of the brief."""
        told: dict[str, object] = {"need": self.brief.need, "write_in": self.language}
        if self.brief.title:
            # Not `title`: small models write it in every field of that name.
            told["draft_of"] = self.brief.title
        if self.brief.audiences or self.brief.cluster:
            told["for"] = [*self.brief.audiences, *([self.brief.cluster] if self.brief.cluster else [])]
        if self.brief.targets:
            told["learners_can_afterwards"] = [self.can_do(target) for target in self.brief.targets]
        return told

    def can_do(self, target: Target) -> str:
        """What a target says that somebody can do, with its name."""
        competency = self.catalogue.competencies.competencies.get(target.competency)
        told = competency.levels.get(target.level) if competency else None
        return f"{target}: {told[self.brief.locale]}" if told and self.brief.locale in told.locales else str(target)


@dataclass(frozen=True)
class Part:
    """What one call drafts."""

    id: str
    kind: ItemKind
    file: str
    request: Request[Wire]
    sent: tuple[str, ...] = ()
    """Of a translation: the texts that were sent, with marks such as [1] for what stays as it is."""


@dataclass(frozen=True)
class Made:
    """A part, and what came of it: None where nothing did."""

    part: Part
    value: Wire | None


@dataclass
class Names:
    """Ids that nothing in the courses has yet; each is given once."""

    taken: set[str] = field(default_factory=set)

    def made(self, text: str, fallback: str) -> str:
        """An id from the words of a text."""
        name = minted(text, fallback, self.taken)
        self.taken.add(name)
        return name


class Recipe(ABC):
    """One kind of draft."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.brief = context.brief
        self.catalogue = context.catalogue
        self.names = Names({*self.catalogue.units, *self.catalogue.source_questions, *self.catalogue.audiences})

    @property
    def unit(self) -> str:
        """The id of what is drafted, in the courses."""
        return self.brief.unit or self.brief.id

    shows_outline = True
    """Whether words of the outline stand in the files."""

    @property
    @abstractmethod
    def main_file(self) -> str:
        """The file in the courses that holds what is drafted."""

    @abstractmethod
    def outline(self) -> Request[Wire] | None:
        """What asks for the outline; None where what is there is the outline."""

    def wrong_in(self, outline: Wire) -> list[str]:
        """What makes an outline unfit to write from, in words for who makes it again."""
        return []

    @abstractmethod
    def shown(self, outline: Wire | None) -> str:
        """The outline for a person to say yes to."""

    @abstractmethod
    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """What is asked then, each by a call of its own."""

    @abstractmethod
    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The files in the courses, by their path, from the parts in order. One that did not come is left out."""

    def to_translate(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """What of these files is to be there in the other languages too: all of it, unless a kind knows better."""
        return self.files(outline, made)

    def placed(self, locale: str, files: Mapping[str, str], translated: Mapping[str, str]) -> Mapping[str, str]:
        """The files that a translation makes. `files` is all that the draft holds until now."""
        sources = {target_of(file, self.brief.locale, locale): (file, text) for file, text in files.items()}
        return {file: with_digest(*sources[file], text) for file, text in translated.items() if file in sources}

    def request(
        self,
        item: str,
        name: str,
        wire: type[Wire],
        data: Mapping[str, object],
        max_tokens: int,
        targets: tuple[str, ...] = (),
        counts: Mapping[str, int] | None = None,
    ) -> Request[Wire]:
        """A request of this draft, with the sources it may name, the targets where it plans questions, and how many."""
        instruction = prompt(name)
        told = {**self.context.about(), **data}
        sent = self.context.nearest(told, instruction, max_tokens)
        sources = (*(passage.id for passage in sent), NO_SOURCE)
        return Request(
            item=item,
            origin=self.brief.file,
            prompt=instruction,
            data={**told, "sources": told_sources(sent)},
            wire=wire,
            max_tokens=max_tokens,
            choices={"source": sources, **({"target": targets} if targets else {})},
            counts=counts or {},
        )


def told_sources(passages: Sequence[Passage]) -> list[dict[str, str]]:
    """Passages as they are sent."""
    return [{"id": passage.id, "title": passage.title, "text": passage.text} for passage in passages]


def key_places(seed: str, count: int, options: int = 3) -> list[int]:
    """The place of the right option of each question, from 0: every place as often, in an order that looks like none.

    A language model puts the right answer where its examples had it; so places are ours.
    """
    chance = random.Random(seed)
    places: list[int] = []
    while len(places) < count:
        places += chance.sample(range(options), options)
    return places[:count]


def minutes_for(words: int, questions: int) -> int:
    """Minutes of a draft, until `houvast check` reckons them from the text itself."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE + questions * 0.9))
