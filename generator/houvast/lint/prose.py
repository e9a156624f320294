"""What authors wrote, as sentences with their lines, for rules that read words: lessons, scenarios, texts in YAML."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

from houvast.diagnostics import Place
from houvast.lint.local_texts import Keys, local_texts
from houvast.model import Handout, Module, PlainText, Unit
from houvast.source import Checked

Kind = Literal["heading", "paragraph", "item", "right", "wrong", "choice", "reason", "quote", "cell", "sheet"]
"""What a passage is. `right` and `wrong` are options, each with its `reason`; `choice` is a way on in a scenario.

A `sheet` stands in YAML. A `quote` may be a hint or the reason of a whole question, and also what somebody else wrote.
"""

OWN: tuple[Kind, ...] = ("heading", "paragraph", "item", "right", "reason", "cell", "sheet")
"""What a text says as its own words: no wrong answer, nothing that somebody in a story does, and no quotation."""

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"^\s*(?:```|~~~)")
HEADING = re.compile(r"^#{1,6}\s+(.*)$")
QUOTED = re.compile(r"^(?:\s*>)+\s?")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[(?P<box>[ xX])\]\s+)?(?P<rest>.*)$")
CHOICE = re.compile(r"^\[.*\]\(#[^)]*\)\s*$")
RULED = re.compile(r"^[\s|:*_-]+$")
HINT = re.compile(r"^Hint(?: \d)?:\s*")

PLACEHOLDER = re.compile(r"\{\{\s*[a-z][\w.-]*\s*(?:\|\s*'([^'{}]*)'\s*)?\}\}")
BLANK = re.compile(r"\[\[([^\[\]|{}]+)[^\[\]{}]*\]\]")
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
MARKS = re.compile(r"\*+|~~|`[^`]*`|(?<!\w)_+|_+(?!\w)")
STAND_IN = "\N{BULLET}"
"""Stands where a placeholder without a default stood: no word, and no letter."""

SPEECH = re.compile(r'"[^"]*"|“[^”]*”|„[^”]*”|‘[^’]{4,}’|«[^»]*»')
"""What somebody says or a text reads, between quotation marks."""

ABBREVIATED = "".join(
    rf"(?<!{short})"
    for short in (r"[\s(][A-Za-z]\.", r"\.[a-z]\.", r"\bbv\.", r"\bnr\.", r"\bart\.", r"\bNo\.", r"\b[MD]r\.")
)
"""What ends in a dot and ends no sentence."""

SENTENCE_END = re.compile(rf"(?<=[.!?…])(?:[\"”’)\]]*){ABBREVIATED}\s+(?=[\"“‘(„]*[A-ZÀ-Ý0-9{STAND_IN}])")

NO_WORDING = {"source", "sources", "prompt", "also_called", "clusters"}
"""Keys in YAML whose texts are names, or what is typed into a tool."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without markup and where it begins in its passage, counted in characters.

    `own` is its text with equally many spaces in the place of what somebody else says, between quotation marks.
    """

    text: str
    own: str
    offset: int

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.text.rstrip(' "”’)').endswith("?")


@dataclass(frozen=True, eq=False)
class Passage:
    """A paragraph, an item or another run of text without markup. `starts` are offsets at which a line begins."""

    kind: Kind
    text: str
    starts: tuple[tuple[int, int], ...]
    level: int = 0

    def line_at(self, offset: int) -> int:
        """The line in the file of a character of the text."""
        return self.starts[bisect_right(self.starts, offset, key=lambda start: start[0]) - 1][1]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        ends = [0, *(found.end() for found in SENTENCE_END.finditer(self.text)), len(self.text)]
        pairs = pairwise(ends)
        return tuple(Sentence(self.text[start:end], self.own[start:end], start) for start, end in pairs if start < end)

    @cached_property
    def own(self) -> str:
        """The text with equally many spaces in the place of what somebody else says."""
        return without_speech(self.text)


@dataclass(frozen=True, eq=False)
class Writing:
    """The passages of one file in one locale, and what it belongs to, if anything; `audiences` are of a variant."""

    file: str
    locale: str
    passages: tuple[Passage, ...]
    unit: Unit | Handout | None = None
    audiences: tuple[str, ...] = ()

    @property
    def is_taught(self) -> bool:
        """Whether people learn from it: the text of a module, the part of one audience in it, or a handout."""
        return isinstance(self.unit, Module | Handout)

    @property
    def is_sheet(self) -> bool:
        """Whether it stands in YAML."""
        return self.file.endswith(".yml")

    @cached_property
    def whole(self) -> str:
        """All its text, to see at once whether something is in it."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def lower(self) -> str:
        """All its text in lower case."""
        return self.whole.lower()

    def of(self, *kinds: Kind) -> Iterator[Passage]:
        """The passages of these kinds."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def sentences(self, *kinds: Kind) -> Iterator[tuple[Passage, Sentence]]:
        """Every sentence with its passage, of these kinds alone where some are named."""
        for passage in self.of(*kinds) if kinds else self.passages:
            yield from ((passage, sentence) for sentence in passage.sentences)

    def place(self, checked: Checked, passage: Passage, offset: int = 0) -> Place:
        """Where a character of a passage stands in the file."""
        return checked.line(self.file, passage.line_at(offset))


@lru_cache(maxsize=1)
def writings(checked: Checked) -> tuple[Writing, ...]:
    """All that learners read, but for what is retired: first what stands in Markdown, then texts in YAML."""
    return (*_texts(checked), *_sheets(checked))


def without_speech(text: str) -> str:
    """A text with equally many spaces in the place of what stands between quotation marks."""
    return SPEECH.sub(lambda found: " " * len(found[0]), text)


def _texts(checked: Checked) -> Iterator[Writing]:
    for unit in checked.catalogue.units.values():
        if unit.sheet.status == "retired":
            continue
        if isinstance(unit, Module):
            for locale, lesson in unit.lessons.items():
                yield Writing(lesson.file, locale, _passages(checked, lesson.file), unit, unit.sheet.audiences)
            for (audience, locale), variant in unit.variants.items():
                yield Writing(variant.file, locale, _passages(checked, variant.file), unit, (audience,))
        else:
            for locale, plot in unit.plots.items():
                yield Writing(plot.file, locale, _passages(checked, plot.file), unit, unit.sheet.audiences)
    for handout in checked.catalogue.handouts.values():
        for locale, text in handout.texts.items():
            yield Writing(text.file, locale, _without_options(checked, text), handout, handout.sheet.audiences)
    for experiment in checked.catalogue.experiments.values():
        for locale, told in experiment.texts.items():
            yield Writing(told.file, locale, _without_options(checked, told))


def _passages(checked: Checked, file: str) -> tuple[Passage, ...]:
    return tuple(passages_of(checked.texts.get(checked.shown(file), "")))


def _without_options(checked: Checked, text: PlainText) -> tuple[Passage, ...]:
    """The passages of a text that asks nothing: there, a line with a box is an item of a checklist."""
    passages = _passages(checked, text.file)
    return tuple(replace(one, kind="item") if one.kind in {"right", "wrong"} else one for one in passages)


def _sheets(checked: Checked) -> Iterator[Writing]:
    catalogue = checked.catalogue
    shapes: list[tuple[str, Keys, object]] = [("organisation.yml", (), catalogue.organisation)]
    shapes += [("may-i.yml", (), catalogue.may_i), ("facts.yml", ("facts",), catalogue.facts)]
    shapes += [(role.file, (), role) for role in catalogue.roles.values()]
    shapes += [(hat.file, (), hat) for hat in catalogue.hats.values()]
    shapes += [(handout.sheet.file, (), handout.sheet) for handout in catalogue.handouts.values()]
    shapes += [(unit.sheet.file, (), unit.sheet) for unit in catalogue.units.values() if unit.sheet.status != "retired"]
    for file, above, shape in shapes:
        told: dict[str, list[Passage]] = {}
        for keys, text in local_texts(shape, above):
            if NO_WORDING.isdisjoint(keys):
                for locale, words in text.root.items():
                    line = checked.place(file, *keys, locale).line
                    told.setdefault(locale, []).append(Passage("sheet", _plain(words), ((0, line),)))
        yield from (Writing(file, locale, tuple(passages)) for locale, passages in told.items())


def passages_of(text: str) -> Iterator[Passage]:
    """The passages of a lesson or a scenario, in order, without comments and code."""
    open_: list[tuple[int, str]] = []
    kind: Kind = "paragraph"
    in_code = False
    for number, line in enumerate(COMMENT.sub(_lines_alone, text).splitlines(), start=1):
        if FENCE.match(line):
            in_code = not in_code
        begins, now, rest = _read(line, kind if open_ else "paragraph")
        if in_code or begins or not rest:
            yield from _closed(open_, kind)
            open_ = []
        if in_code or not rest or RULED.match(rest) or FENCE.match(line):
            continue
        kind = now
        if heading := HEADING.match(rest):
            level = len(rest) - len(rest.lstrip("#"))
            yield Passage("heading", _plain(heading[1]), ((0, number),), level)
        elif rest.startswith("|"):
            cells = (_plain(cell) for cell in rest.strip("| ").split("|"))
            yield from (Passage("cell", cell, ((0, number),)) for cell in cells if cell)
        else:
            open_.append((number, rest))
    yield from _closed(open_, kind)


def _lines_alone(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def _read(line: str, before: Kind) -> tuple[bool, Kind, str]:
    """Whether a line begins something, what it is, and what it says. `before` is what it may go on with."""
    if quoted := QUOTED.match(line):
        now: Kind = "reason" if line[0].isspace() else "quote"
        rest = line[quoted.end() :]
        item = ITEM.match(rest)
        begins = before != now or bool(HINT.match(rest) or item)
        return begins, now, HINT.sub("", item["rest"] if item else rest)
    if item := ITEM.match(line):
        rest = item["rest"].strip()
        if item["box"]:
            return True, "wrong" if item["box"] == " " else "right", rest
        return True, "choice" if CHOICE.match(rest) else "item", rest
    stripped = line.strip()
    after_quote = before in ("quote", "reason")
    return after_quote or stripped.startswith(("#", "|")), "paragraph" if after_quote else before, stripped


def _closed(lines: list[tuple[int, str]], kind: Kind) -> Iterator[Passage]:
    text, starts = "", []
    for number, line in lines:
        text += " " if text else ""
        starts.append((len(text), number))
        text += _plain(line)
    if text.strip():
        yield Passage(kind, text, tuple(starts))


def _plain(text: str) -> str:
    """A line without markup."""
    text = PLACEHOLDER.sub(lambda found: found[1] or STAND_IN, text)
    text = LINK.sub(r"\1", BLANK.sub(r"\1", text))
    return MARKS.sub("", text).strip()
