"""What a draft is written from: passages of the organisation's documents, of reviewed modules, and facts."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from houvast.model import Catalogue, Module
from houvast.model.drafted import DraftSource
from houvast.model.lesson import DepthPart, OnlyPart, Slot, walk
from houvast.model.markup import Heading, plain_text, texts_of
from houvast.model.question import Question
from houvast.model.slug import github_slug
from houvast.source.files import read_text

LONGEST = 1500
"""Signs of a passage: about 400 tokens, so that a small model sees several at once."""
MOST = 12_000
"""Signs of all passages of one request, however much a model may take: more of them distract it, and cost."""
PLACEHOLDER = re.compile(r"\b(?:fact|org|tool)\.[a-z0-9]+(?:-[a-z0-9]+)*")
"""The name of a placeholder, as the plain text of a lesson has it."""
DOCUMENT = "document."
"""How the id of a passage begins that is of a file of the organisation."""
STEM = 6
"""Letters that two words share to be forms of one word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a source that a claim can stand on. `id` is as in `DraftSource`."""

    id: str
    title: str
    text: str

    def told(self) -> DraftSource:
        """What a draft keeps of it."""
        text = self.text if self.id.startswith(DOCUMENT) else ""
        return DraftSource(id=self.id, title=self.title, sha256=sha256(self.text.encode()).hexdigest(), text=text)


class NoSuchSource(Exception):
    """A brief names a source that is not there, or that a draft may not stand on."""


def passages(names: Iterable[str], catalogue: Catalogue, locale: str, folder: Path) -> tuple[Passage, ...]:
    """The passages of the sources that a brief names, in its order.

    A name is `fact.<id>`, `module.<id>`, or a text file (`.md` or `.txt`) by its path from the `folder` of the brief.
    Raises NoSuchSource.
    """
    told = tuple(passage for name in names for passage in _passages(name, catalogue, locale, folder))
    ids = [passage.id for passage in told]
    if twice := next((name for at, name in enumerate(ids) if name in ids[:at]), None):
        raise NoSuchSource(f"two sources are called `{twice.partition('#')[0]}`: give one of the files another name")
    return told


def nearest(passages: Sequence[Passage], about: str, room: int = MOST) -> tuple[Passage, ...]:
    """As many passages as there is room for, in signs, and at least one: those that share most words with `about`.

    A word counts for more the fewer passages have it. They stay in the order they had.
    """
    stems = [_stems(f"{passage.title} {passage.text}") for passage in passages]
    spread = Counter(stem for held in stems for stem in held)
    wanted = _stems(about)
    scores = [sum(math.log(1 + len(stems) / spread[stem]) for stem in held & wanted) for held in stems]
    chosen: list[int] = []
    for index in sorted(range(len(passages)), key=lambda index: -scores[index]):
        room -= len(passages[index].text)
        if chosen and room < 0:
            break
        chosen.append(index)
    return tuple(passages[index] for index in sorted(chosen))


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"[^\W\d_]{4,}|\d+", text.casefold())}


def _passages(name: str, catalogue: Catalogue, locale: str, folder: Path) -> Iterator[Passage]:
    kind, _, rest = name.partition(".")
    if kind == "fact" and rest in catalogue.facts:
        fact = catalogue.facts[rest]
        if locale not in fact.statement.locales:
            raise NoSuchSource(f"`{name}` has no text in `{locale}`: write it in facts.yml, or leave it out")
        yield Passage(name, fact.source.title[locale], fact.statement[locale])
    elif kind == "module" and rest in catalogue.modules:
        yield from _of_module(catalogue, catalogue.modules[rest], locale)
    elif name.endswith((".md", ".txt")):
        yield from _of_document(folder / name, folder)
    else:
        raise NoSuchSource(
            f"there is no source `{name}`: name `fact.<id>`, `module.<id>`, or a file that ends in .md or .txt"
        )


def _of_module(catalogue: Catalogue, module: Module, locale: str) -> Iterator[Passage]:
    """The prose of a lesson by its headings, without its questions; only what a person reviewed."""
    if not module.is_reviewed:
        raise NoSuchSource(f"`module.{module.id}` is not reviewed: a draft stands on nothing that is a draft itself")
    if locale not in module.lessons:
        raise NoSuchSource(f"`module.{module.id}` has no text in `{locale}`: leave it out, or have it translated first")
    lesson, meant = module.lessons[locale], _meant(catalogue)
    anchor, title, held = "top", plain_text(lesson.title), list[str]()
    for block in walk(lesson.content):
        if isinstance(block, Heading):
            yield from _cut(f"module.{module.id}#{anchor}", title, "\n".join(held), meant)
            title, held = plain_text(block.pieces), []
            anchor = github_slug(title)
        elif not isinstance(block, DepthPart | OnlyPart | Question | Slot):
            held += texts_of(block)
    yield from _cut(f"module.{module.id}#{anchor}", title, "\n".join(held), meant)


def _meant(catalogue: Catalogue) -> dict[str, str]:
    """What placeholders of the organisation and its tools stand for. A fact is left out: a brief names it by itself."""
    tools = {f"tool.{system.id}": system.name for system in catalogue.organisation.systems}
    return {
        **dict.fromkeys((f"fact.{name}" for name in catalogue.facts), ""),
        **tools,
        "org.name": catalogue.organisation.name,
    }


def _of_document(path: Path, folder: Path) -> Iterator[Passage]:
    text = read_text(path, folder, path.as_posix())
    if not isinstance(text, str):
        raise NoSuchSource(f"{path} cannot be read: {text.message}")
    for number, piece in enumerate(_pieces(text), start=1):
        yield Passage(f"{DOCUMENT}{path.stem}#{number}", path.name, piece)


def _cut(name: str, title: str, text: str, meant: dict[str, str]) -> Iterator[Passage]:
    text = PLACEHOLDER.sub(lambda found: meant.get(found[0], found[0]), text)
    for number, piece in enumerate(_pieces(text), start=1):
        yield Passage(name if number == 1 else f"{name}-{number}", title, piece)


def _pieces(text: str) -> Iterator[str]:
    """Paragraphs together up to the longest passage; one that is longer by itself is cut between sentences."""
    held = ""
    for part in re.split(r"\n\s*\n|(?<=[.!?])\s+(?=\S)|\n", text):
        part = " ".join(part.split())
        if held and len(held) + len(part) + 1 > LONGEST:
            yield held
            held = ""
        held = f"{held} {part}".strip()
    if held:
        yield held
