"""Read a scenario: headings are nodes, links are choices, comments carry effects and conditions."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args
from urllib.parse import unquote

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import (
    METERS,
    Choice,
    Condition,
    DepthPart,
    Effect,
    Ending,
    Meter,
    Node,
    OnlyPart,
    Plot,
    Question,
    Slot,
    github_slug,
)
from houvast.model.markup import Block, Inline, Link, ListBlock, Paragraph, Text, plain_text
from houvast.source import rules
from houvast.source.content import ContentReader
from houvast.source.markdown import Comment, Piece, Placed, Read, Remarks, heading_of, read_markdown
from houvast.source.question import is_id, keys_of
from houvast.source.shape import unknown_key

EFFECT = re.compile(r"^(goal|people|law|trust)\s*([+\-−]\s*[1-5])$")
CONDITION = re.compile(r"^(goal|people|law|trust)\s*(>=|<=)\s*([+\-−]?[0-5])$")
METER: Mapping[str, Meter] = {meter: meter for meter in METERS}
ENDINGS: Mapping[str, Ending] = {ending: ending for ending in get_args(Ending)}
NODE_KEYS = ["ending", "id"]


def read_plot(text: str, file: str, shown: str) -> Read[Plot]:
    """The plot that a text holds. `file` is its path under the courses folder, `shown` the path an author knows."""
    parsed = read_markdown(text, file, shown)
    reader = _PlotReader(shown, parsed.pieces, parsed.remarks)
    return parsed.read(reader.plot(file), reader.findings)


class _PlotReader:
    """Reads the nodes of one plot."""

    def __init__(self, shown: str, pieces: Sequence[Piece], remarks: Remarks) -> None:
        self.shown = shown
        self.pieces = pieces
        self.remarks = dict(remarks)
        self.findings: list[Finding] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def plot(self, file: str) -> Plot:
        title: tuple[Inline, ...] = ()
        pieces = list(self.pieces)
        if pieces and (heading := heading_of(pieces[0], 1)):
            title = heading.pieces
            del pieces[0]
        else:
            self.say(rules.NO_TITLE, 1, "the scenario does not begin with its title")
        opening = ContentReader(self.shown, pieces, {})
        translates = opening.translates()
        self.findings += opening.findings
        pieces = pieces[opening.at :]
        starts = [index for index, piece in enumerate(pieces) if heading_of(piece, 2)]
        for piece in pieces[: starts[0] if starts else len(pieces)]:
            self.say(rules.BROKEN_NODE, piece.line, "this stands above the first node")
        ends = [*starts[1:], len(pieces)][: len(starts)]
        held = [pieces[start:end] for start, end in zip(starts, ends, strict=True)]
        ids = self.ids_by_slug(held)
        lines = [*(node[0].line for node in held[1:]), sys.maxsize][: len(held)]
        nodes = tuple(self.node(node, ids, end) for node, end in zip(held, lines, strict=True))
        for line in self.remarks:
            self.say(rules.MISPLACED_COMMENT, line, "this comment does not stand behind a choice")
        return Plot(file, title, nodes, translates)

    def ids_by_slug(self, held: list[list[Piece]]) -> dict[str, str]:
        """The id of every node by the address GitHub gives its heading; a second one gets `-1`."""
        ids: dict[str, str] = {}
        for node in held:
            if heading := heading_of(node[0]):
                slug = github_slug(plain_text(heading.pieces))
                number = sum(
                    known == slug or re.fullmatch(rf"{re.escape(slug)}-\d+", known) is not None for known in ids
                )
                meta = self.meta(node)
                ids[f"{slug}-{number}" if slug in ids else slug] = dict(keys_of(meta)).get("id", "") if meta else ""
        return ids

    def meta(self, node: list[Piece]) -> Comment | None:
        return node[1] if len(node) > 1 and isinstance(node[1], Comment) else None

    def node(self, held: list[Piece], ids: Mapping[str, str], end: int) -> Node:
        heading = heading_of(held[0])
        assert heading
        meta = self.meta(held)
        keys = self.checked_keys(meta) if meta else {}
        if "id" not in keys:
            way_out = "add `<!-- id: … -->` under its heading (the debrief is `debrief`), or run `houvast fmt`"
            self.say(rules.BROKEN_NODE, heading.line, "this node has no id", way_out)
        rest = held[2 if meta else 1 :]
        choices: tuple[Choice, ...] = ()
        if (
            rest
            and isinstance(last := rest[-1], Placed)
            and isinstance(last.block, ListBlock)
            and _is_choices(last.block)
        ):
            choices = self.choices(last.block, ids, end)
            rest = rest[:-1]
        return Node(
            id=keys.get("id", ""),
            title=heading.pieces,
            content=tuple(self.content(rest)),
            choices=choices,
            ending=ENDINGS.get(keys.get("ending", "")),
            line=heading.line,
        )

    def content(self, held: Sequence[Piece]) -> Iterator[Block | Question]:
        """What happens in a node, and the questions in it; personal parts have no place here."""
        reader = ContentReader(self.shown, held, self.remarks)
        for found in reader.content():
            if isinstance(found, DepthPart | OnlyPart | Slot):
                self.say(rules.MISPLACED_COMMENT, found.line, "a node has no parts of its own", NODE_HELP)
            else:
                yield found
        for question in reader.banked:
            self.say(rules.BROKEN_QUESTION, question.line, "a scenario has no bank")
        self.findings += reader.findings

    def checked_keys(self, meta: Comment) -> dict[str, str]:
        keys = dict(keys_of(meta))
        place = Place(self.shown, meta.line)
        self.findings += [unknown_key(place, key, NODE_KEYS) for key in keys if key not in NODE_KEYS]
        if "id" in keys and not is_id(keys["id"]):
            self.say(rules.BAD_ID, meta.line, f"`{keys['id'][:70]}` is not an id")
        if "ending" in keys and keys["ending"] not in ENDINGS:
            self.say(rules.WRONG_VALUE, meta.line, "`ending` is good, mixed or poor")
        return keys

    def choices(self, block: ListBlock, ids: Mapping[str, str], end: int) -> tuple[Choice, ...]:
        ends = [*block.lines[1:], end]
        return tuple(
            self.choice(item[0], range(line, end), ids)
            for item, line, end in zip(block.items, block.lines, ends, strict=True)
            if isinstance(item[0], Paragraph)
        )

    def choice(self, paragraph: Paragraph, lines: range, ids: Mapping[str, str]) -> Choice:
        (link, *_) = (piece for piece in paragraph.pieces if isinstance(piece, Link))
        slug = unquote(str(link.address).removeprefix("#"))
        if slug not in ids:
            self.say(rules.UNKNOWN_NODE, lines[0], f"no heading of this scenario has the address `#{slug}`")
        remark = next((line for line in self.remarks if line in lines), None)
        effects: list[Effect] = []
        condition: Condition | None = None
        for part in re.split(r"[,;]", self.remarks.pop(remark)) if remark is not None else ():
            words = part.strip()
            if found := EFFECT.match(words):
                effects.append(Effect(METER[found[1]], _number(found[2])))
            elif (found := CONDITION.match(words.removeprefix("if:").strip())) and condition is None:
                condition = Condition(METER[found[1]], ">=" if found[2] == ">=" else "<=", _number(found[3]))
            elif words:
                self.say(rules.WRONG_VALUE, lines[0], f"`{words[:40]}` is no effect and no condition", EFFECT_HELP)
        return Choice(link.pieces, ids.get(slug, ""), tuple(effects), condition, lines[0])


NODE_HELP = "everybody plays the same story; take the comment away"
EFFECT_HELP = "write effects such as `law -2, people +1`, and at most one condition such as `if: law >= 0`"


def _number(written: str) -> int:
    return int(written.replace("−", "-").replace(" ", ""))


def _is_choices(block: ListBlock) -> bool:
    """A list in which every item is one link to a heading of the file."""
    return bool(block.items) and all(
        len(item) == 1 and isinstance(item[0], Paragraph) and _is_choice(item[0]) for item in block.items
    )


def _is_choice(paragraph: Paragraph) -> bool:
    links = [piece for piece in paragraph.pieces if isinstance(piece, Link)]
    rest = [piece for piece in paragraph.pieces if not isinstance(piece, Link)]
    blank = all(isinstance(piece, Text) and not piece.text.strip() for piece in rest)
    return len(links) == 1 and _is_within(links[0]) and blank


def _is_within(link: Link) -> bool:
    return isinstance(link.address, str) and link.address.startswith("#")
