"""Read GitHub-flavoured Markdown into blocks: the one parse of a lesson.

Nothing of the author's bytes survives as markup: raw HTML becomes a finding, an address is checked, text is text.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from houvast.diagnostics import Finding, Place, Rule
from houvast.model.markup import (
    Address,
    Alignment,
    Blank,
    Block,
    Break,
    Code,
    CodeBlock,
    Divider,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Styled,
    Table,
    Text,
    UnitAddress,
)
from houvast.source.allowance import Allowance, read_allowance
from houvast.source.rules import (
    BAD_PLACEHOLDER,
    BROKEN_LINK,
    DEEP_NESTING,
    MISPLACED_COMMENT,
    MISPLACED_PICTURE,
    RAW_HTML,
    UNDESCRIBED_PICTURE,
    UNSAFE_ADDRESS,
)

T = TypeVar("T")

DEEPEST = 16
"""Levels of Markdown within each other; a list takes two. Deeper, a parser gives up and would lose the rest."""

PLACEHOLDER = re.compile(r"\{\{\s*([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*)\s*(?:\|\s*'([^'{}]*)'\s*)?\}\}")
BLANK = re.compile(r"\[\[([^\[\]{}]+)\]\]")
MARK = re.compile(f"{PLACEHOLDER.pattern}|{BLANK.pattern}")
SAFE_ADDRESS = re.compile(r"^(?:https?://|mailto:|#)[^\s<>\"\\]+$", re.IGNORECASE)
UNIT_FILE = re.compile(r"^(?:modules|scenarios)/([^/]+)/([a-z]{2}(?:-[a-z]{2})?)\.md$")
PICTURE_FILE = re.compile(r"^pictures/([a-z][a-z0-9-]*)\.svg$")
LOCALE_OF_FILE = re.compile(r"(?:^|[/.])([a-z]{2}(?:-[a-z]{2})?)\.md$")
LINE_BREAK = re.compile(r"^<br\s*/?>$", re.IGNORECASE)
COMMENT = re.compile(r"^<!--(?!>|->)((?:(?!-->).)*)-->\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that stands alone at the left margin: what steers Houvast. It ends on the line `end`."""

    text: str
    line: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, the line it begins on and the one it ends on."""

    block: Block
    line: int
    end: int = 0


Piece = Comment | Placed

Remarks = list[tuple[int, str]]
"""Comments inside a sentence, each with its line. Behind the choice of a scenario they carry effects."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text taken apart: its blocks and comments in order, its remarks, what its author allows, and what is wrong."""

    pieces: tuple[Piece, ...]
    remarks: Remarks
    allowances: tuple[Allowance, ...]
    findings: tuple[Finding, ...]

    @property
    def remarks_by_line(self) -> dict[int, str]:
        """The remarks of each line as one."""
        by_line: dict[int, str] = {}
        for line, words in self.remarks:
            by_line[line] = f"{by_line[line]} {words}" if line in by_line else words
        return by_line

    def read(self, value: T, findings: list[Finding]) -> "Read[T]":
        """What the text came to, with what was found wrong in what it means."""
        return Read(value, self.allowances, (*self.findings, *findings))


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a text came to, what its author allows, and what is wrong with it."""

    value: T
    allowances: tuple[Allowance, ...]
    findings: tuple[Finding, ...]


def heading_of(piece: Piece, level: int | None = None) -> Heading | None:
    """The heading that a piece is, of this level if one is asked for; None for anything else."""
    block = piece.block if isinstance(piece, Placed) else None
    return block if isinstance(block, Heading) and level in {None, block.level} else None


def make_parser() -> MarkdownIt:
    """A parser of GitHub-flavoured Markdown that takes every address: `_Reader.address` judges them."""
    parser = MarkdownIt("commonmark", {"linkify": True, "maxNesting": 5 * DEEPEST})
    parser.enable(["table", "strikethrough", "linkify"])
    # A sign that its author escaped stays apart from the text around it, so that an escaped `[[x]]` is no blank.
    parser.disable("text_join")
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    # Else an unsafe one would become silent text, and no finding.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


PARSER = make_parser()


def read_markdown(text: str, file: str, shown: str) -> Parsed:
    """Take a text apart. `file` is its path under the courses folder, `shown` the path an author knows."""
    reader = _Reader(file, shown, text.split("\n"))
    tokens = PARSER.parse(text)
    if (deep := next((token for token in tokens if token.level > DEEPEST), None)) is not None:
        reader.say(DEEP_NESTING, (deep.map[0] if deep.map else 0) + 1, "lists or quotes within each other, too deep")
    pieces = tuple(reader.pieces(SyntaxTreeNode(tokens)))
    return Parsed(pieces, reader.remarks, tuple(reader.allowances), tuple(reader.findings))


def prompt_pieces(prompt: str) -> tuple[Inline, ...]:
    """A prompt as inline pieces: its lines and its placeholders; nothing else in it is markup."""
    pieces: list[Inline] = []
    for index, line in enumerate(prompt.splitlines()):
        pieces += [Break()] if index else []
        end = 0
        for found in PLACEHOLDER.finditer(line):
            pieces += [Text(line[end : found.start()]), Placeholder(found[1], found[2])]
            end = found.end()
        pieces.append(Text(line[end:]))
    return tuple(piece for piece in pieces if piece != Text(""))


class _Reader:
    """Turns one syntax tree into blocks, and collects findings on the way."""

    def __init__(self, file: str, shown: str, lines: list[str]) -> None:
        self.file = file
        self.shown = shown
        self.lines = lines
        self.findings: list[Finding] = []
        self.remarks: Remarks = []
        self.allowances: list[Allowance] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def is_aside(self, comment: str, line: int) -> bool:
        """Whether a comment is a note or an allowance, which steers nothing; an allowance is kept."""
        if allowance := read_allowance(comment, Place(self.shown, line), self.lines):
            self.allowances.append(allowance)
        return allowance is not None or comment.startswith("note:")

    def pieces(self, root: SyntaxTreeNode) -> Iterator[Piece]:
        for node in root.children:
            line, end = _line(node), node.map[1] if node.map else 0
            if node.type == "html_block" and (comment := COMMENT.match(node.content)):
                if not self.is_aside(words := comment[1].strip(), line):
                    yield Comment(words, line, end)
            elif image := _only_image(node):
                yield Placed(self.picture(image, line), line, end)
            elif (block := self.block(node)) is not None:
                yield Placed(block, line, end)

    def blocks(self, nodes: list[SyntaxTreeNode]) -> tuple[Block, ...]:
        return tuple(block for node in nodes if (block := self.block(node)) is not None)

    def block(self, node: SyntaxTreeNode) -> Block | None:
        line = _line(node)
        match node.type:
            case "paragraph":
                pieces = self.inline(node)
                return Paragraph(pieces) if pieces else None
            case "heading":
                return Heading(int(node.tag[1]), self.inline(node), line)
            case "bullet_list" | "ordered_list":
                return self.list_block(node)
            case "blockquote":
                return Quote(self.blocks(node.children))
            case "fence":
                language, _, about = node.info.strip().partition(" ")
                return CodeBlock(language, node.content.removesuffix("\n"), about.strip())
            case "code_block":
                return CodeBlock("", node.content.removesuffix("\n"))
            case "table":
                return self.table(node)
            case "hr":
                return Divider()
            case "html_block":
                if node.content.lstrip().startswith("<!--"):
                    self.say(MISPLACED_COMMENT, line, "this comment does not stand alone at the left margin")
                else:
                    self.say(RAW_HTML, line, "raw HTML")
                return Paragraph((Text(" ".join(node.content.split())),))
            case _:
                raise AssertionError(f"markdown-it made an unknown block: {node.type}")

    def picture(self, image: SyntaxTreeNode, line: int) -> Picture | Paragraph:
        alt = " ".join(image.content.split())
        written = unquote(str(image.attrs.get("src", "")))
        found = PICTURE_FILE.match(posixpath.normpath(posixpath.join(posixpath.dirname(self.file), written)))
        if not found:
            self.say(MISPLACED_PICTURE, line, f"`{written[:60]}` is no SVG in the folder `pictures` of the courses")
            return Paragraph((Text(alt),))
        if not alt:
            self.say(UNDESCRIBED_PICTURE, line, f"nothing says what `{found[1]}.svg` shows")
        return Picture(found[1], alt, line=line)

    def list_block(self, node: SyntaxTreeNode) -> ListBlock:
        start = None if node.type == "bullet_list" else int(node.attrs.get("start", 1))
        paragraphs = [held for item in node.children for held in item.children if held.type == "paragraph"]
        return ListBlock(
            start,
            all(paragraph.hidden for paragraph in paragraphs),
            tuple(self.blocks(item.children) for item in node.children),
            tuple(_line(item) for item in node.children),
        )

    def table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = tuple(tuple(self.inline(cell) for cell in row.children) for row in rows)
        return Table(tuple(_alignment(cell) for cell in rows[0].children), cells[0], cells[1:])

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        line = _line(node)
        return _joined(self.pieces_of(node.children[0].children, line)) if node.children else ()

    def pieces_of(self, nodes: list[SyntaxTreeNode], line: int) -> Iterator[Inline]:
        words = ""
        for node in nodes:
            if node.type in {"text", "softbreak"}:
                words += node.content if node.type == "text" else "\n"
                line += node.type == "softbreak"
                continue
            yield from self.text(words, line)
            words = ""
            if node.type == "text_special":
                yield Text(node.content)
                continue
            yield from self.piece(node, line)
            line += node.type == "hardbreak"
        yield from self.text(words, line)

    def piece(self, node: SyntaxTreeNode, line: int) -> Iterator[Inline]:
        match node.type:
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(node.content)
            case "em" | "strong":
                yield Styled(node.type, _joined(self.pieces_of(node.children, line)))
            case "s":
                yield Styled("del", _joined(self.pieces_of(node.children, line)))
            case "link":
                yield from self.link(node, line)
            case "image":
                self.say(MISPLACED_PICTURE, line, "a picture inside a sentence")
                yield Text(node.content)
            case "html_inline" if node.content.startswith("<!--"):
                words = node.content.removeprefix("<!--").removesuffix("-->").strip()
                if not self.is_aside(words, line):
                    self.remarks.append((line, words))
            case "html_inline" if LINE_BREAK.match(node.content):
                yield Break()
            case "html_inline":
                self.say(RAW_HTML, line, f"`{node.content[:40]}` in a sentence")
                yield Text(node.content)
            case _:
                raise AssertionError(f"markdown-it made an unknown piece: {node.type}")

    def link(self, node: SyntaxTreeNode, line: int) -> Iterator[Inline]:
        written = str(node.attrs.get("href", ""))
        pieces = _joined(self.pieces_of(node.children, line))
        address = self.address(written, line)
        if address is None:
            yield from pieces
        else:
            yield Link(address, pieces, line)

    def address(self, written: str, line: int) -> Address | None:
        """Where a link leads, or None where it may not lead."""
        if SAFE_ADDRESS.match(written):
            return written
        if placeholder := PLACEHOLDER.fullmatch(unquote(written).strip()):
            return Placeholder(placeholder[1], None, line)
        path, _, heading = unquote(written).partition("#")
        if re.match(r"^(?!//)[\w./-]+/$", path):
            self.say(BROKEN_LINK, line, f"`{path[:60]}` is a folder", "name the file in it: `../trust-but-check/nl.md`")
            return None
        if not re.match(r"^[\w./-]+\.md$", path):
            self.say(UNSAFE_ADDRESS, line, f"the address `{written[:60]}` is not a web or mail address")
            return None
        unit = UNIT_FILE.match(posixpath.normpath(posixpath.join(posixpath.dirname(self.file), path)))
        own = LOCALE_OF_FILE.search(self.file)
        if not unit or not own:
            self.say(BROKEN_LINK, line, f"`{path[:60]}` is no lesson and no scenario")
            return None
        if unit[2] != own[1]:
            self.say(
                BROKEN_LINK, line, f"`{path[:60]}` is in another language", f"link to `{own[1]}.md` of that folder"
            )
        return UnitAddress(unit[1], heading, line)

    def text(self, words: str, line: int) -> Iterator[Inline]:
        """Text with its placeholders and blanks; anything else in double braces is a finding and stays plain text."""
        end = 0
        for found in MARK.finditer(words):
            yield from self.plain(words[end : found.start()], line)
            at = line + words.count("\n", 0, found.start())
            if found[1]:
                yield Placeholder(found[1], found[2], at)
            else:
                yield Blank(tuple(answer.strip() for answer in found[3].split("|") if answer.strip()), at)
            end = found.end()
        yield from self.plain(words[end:], line)

    def plain(self, words: str, line: int) -> Iterator[Inline]:
        if "{{" in words:
            at = line + words.count("\n", 0, words.index("{{"))
            self.say(BAD_PLACEHOLDER, at, "double braces that hold no placeholder")
        if words:
            yield Text(words.replace("\n", " "))


def _joined(pieces: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same pieces, neighbouring texts made one."""
    joined: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Text) and joined and isinstance(before := joined[-1], Text):
            joined[-1] = Text(before.text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _only_image(node: SyntaxTreeNode) -> SyntaxTreeNode | None:
    """The picture that a paragraph holds and nothing else."""
    held = node.children[0].children if node.type == "paragraph" and node.children else []
    return held[0] if len(held) == 1 and held[0].type == "image" else None


def _line(node: SyntaxTreeNode) -> int:
    return (node.map[0] if node.map else 0) + 1


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    match str(cell.attrs.get("style", "")).removeprefix("text-align:"):
        case "left":
            return "left"
        case "center":
            return "center"
        case "right":
            return "right"
        case _:
            return ""
