"""Read a lesson: what blocks and comments mean. A heading with a list of boxes under it is a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import (
    Content,
    Depth,
    DepthPart,
    Lesson,
    OnlyPart,
    Question,
    Slot,
    Variant,
)
from houvast.model.markup import Block, Heading, Inline, ListBlock, plain_text
from houvast.source import rules
from houvast.source.markdown import Comment, Piece, Placed, Remarks, read_markdown
from houvast.source.question import QUESTION_KEYS, has_boxes, hint_in, is_id, read_question
from houvast.source.shape import unknown_key

BANK_TITLES = frozenset({"Vragenbank", "Question bank"})
PART_WORDS = ["depth", "id", "note", "only", "slot"]
DEPTHS: Mapping[str, Depth] = {depth.written: depth for depth in Depth}


def read_lesson(text: str, file: str, shown: str) -> tuple[Lesson, list[Finding]]:
    """The lesson that a text holds, and what is wrong with it."""
    pieces, remarks, findings = read_markdown(text, shown)
    reader = _LessonReader(shown, pieces)
    reader.refuse_remarks(remarks)
    title: tuple[Inline, ...] = ()
    if pieces and isinstance(pieces[0], Placed) and isinstance(first := pieces[0].block, Heading) and first.level == 1:
        title = first.pieces
        reader.at = 1
    else:
        reader.say(rules.NO_TITLE, 1, "the lesson does not begin with its title")
    content = tuple(reader.content())
    bank = tuple(reader.bank())
    return Lesson(file, title, content, bank), findings + reader.findings


def read_variant(text: str, file: str, shown: str) -> tuple[Variant, list[Finding]]:
    """The slots of one role or cluster: every heading of level 2 names a slot."""
    pieces, remarks, findings = read_markdown(text, shown)
    reader = _LessonReader(shown, pieces)
    reader.refuse_remarks(remarks)
    return Variant(file, tuple(reader.slots())), findings + reader.findings


@dataclass(frozen=True, slots=True)
class _Directive:
    """A comment taken apart: its word, what stands behind it, and its line."""

    word: str
    value: str
    line: int


class _LessonReader:
    """Walks once over the pieces of a lesson; `at` is where it is."""

    def __init__(self, shown: str, pieces: Sequence[Piece]) -> None:
        self.shown = shown
        self.pieces = pieces
        self.at = 0
        self.findings: list[Finding] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def content(self, inside: _Directive | None = None) -> Iterator[Content]:
        """Content up to the end of the part it is inside, or up to the bank, or up to the end of the text."""
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if isinstance(piece, Comment):
                self.at += 1
                directive = self.directive(piece)
                if directive.word == "end":
                    if inside:
                        return
                    self.say(rules.UNCLOSED_PART, piece.line, "this `end` closes nothing")
                else:
                    yield from self.part(directive)
            elif not inside and _names_bank(piece.block):
                return
            elif isinstance(piece.block, Heading):
                yield self.question_or_heading(piece.block)
            else:
                self.at += 1
                self.refuse_boxes(piece)
                yield piece.block
        if inside:
            self.say(rules.UNCLOSED_PART, inside.line, f"`{inside.word}: {inside.value}` is never closed")

    def directive(self, comment: Comment) -> _Directive:
        word, _, value = comment.text.partition(":")
        return _Directive(word.strip(), value.strip(), comment.line)

    def part(self, directive: _Directive) -> Iterator[Content]:
        match directive.word:
            case "note":
                return
            case "depth":
                depth = DEPTHS.get(directive.value)
                if depth is None:
                    self.say(rules.WRONG_VALUE, directive.line, "`depth` is essentials, full or extra")
                yield DepthPart(depth or Depth.ESSENTIALS, tuple(self.content(directive)), directive.line)
            case "only":
                names = tuple(name.strip() for name in directive.value.split(",") if name.strip())
                yield OnlyPart(names, tuple(self.content(directive)), directive.line)
            case "slot":
                self.check_id(directive.value, directive.line)
                yield Slot(directive.value, tuple(self.content(directive)), directive.line)
            case "id":
                self.say(rules.BROKEN_QUESTION, directive.line, "this comment belongs to a question, and there is none")
            case word:
                message = f"`{word[:40]}` is not a word that steers Houvast"
                nearest = unknown_key(Place(self.shown), word, PART_WORDS).message.partition(";")[2]
                self.say(rules.UNKNOWN_COMMENT, directive.line, message + (f";{nearest}" if nearest else ""))

    def slots(self) -> Iterator[Slot]:
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if isinstance(piece, Placed) and isinstance(piece.block, Heading) and piece.block.level == 2:
                name = plain_text(piece.block.pieces)
                self.check_id(name, piece.line)
                self.at += 1
                yield Slot(name, tuple(self.slot_content()), piece.line)
            else:
                self.at += 1
                if not (isinstance(piece, Comment) and self.directive(piece).word == "note"):
                    self.say(rules.BROKEN_QUESTION, piece.line, "this stands above the first slot", SLOT_HELP)

    def slot_content(self) -> Iterator[Content]:
        rest = range(self.at, len(self.pieces))
        end = next((index for index in rest if _is_level(self.pieces[index], 2)), len(self.pieces))
        inner = _LessonReader(self.shown, self.pieces[self.at : end])
        yield from inner.content()
        self.findings += inner.findings
        self.at = end

    def bank(self) -> Iterator[Question]:
        """The questions under the heading of the bank."""
        self.at += 1
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            found = (
                self.question_or_heading(piece.block)
                if isinstance(piece, Placed) and isinstance(piece.block, Heading)
                else None
            )
            if isinstance(found, Question):
                yield found
            else:
                self.say(rules.BROKEN_QUESTION, piece.line, "only questions stand in the bank")
                self.at += found is None

    def question_or_heading(self, heading: Heading) -> Question | Heading:
        """The question that begins with this heading, if boxes follow before the next heading or comment."""
        self.at += 1
        if heading.level == 1:
            self.say(rules.NO_TITLE, heading.line, "a second title", "use `##` for a section")
        start = self.at
        meta: Comment | None = None
        if start < len(self.pieces) and isinstance(comment := self.pieces[start], Comment):
            meta = comment if self.directive(comment).word in QUESTION_KEYS else None
            start += meta is not None
        end = start
        while end < len(self.pieces) and isinstance(piece := self.pieces[end], Placed):
            if isinstance(piece.block, Heading):
                break
            if isinstance(piece.block, ListBlock) and has_boxes(piece.block):
                return self.question(heading, meta, start, end, piece.block)
            end += 1
        if meta:
            self.at += 1
            self.say(rules.BROKEN_QUESTION, meta.line, "no list of boxes follows under this heading")
        return heading

    def question(self, heading: Heading, meta: Comment | None, start: int, end: int, boxes: ListBlock) -> Question:
        """The question of which the boxes stand at `end`, and of which a hint may follow."""
        case = tuple(piece.block for piece in self.pieces[start:end] if isinstance(piece, Placed))
        self.at = end + 1
        after = self.pieces[self.at] if self.at < len(self.pieces) else None
        hint = hint_in(after.block) if isinstance(after, Placed) else ()
        self.at += bool(hint)
        question, findings = read_question(self.shown, heading, meta, case, boxes, hint)
        self.findings += findings
        return question

    def check_id(self, written: str, line: int) -> None:
        if not is_id(written):
            self.say(rules.BAD_ID, line, f"`{written[:70]}` is not an id")

    def refuse_remarks(self, remarks: Remarks) -> None:
        for line, text in remarks:
            self.say(rules.MISPLACED_COMMENT, line, f"`{text[:40]}` stands in a sentence")

    def refuse_boxes(self, piece: Placed) -> None:
        if isinstance(piece.block, ListBlock) and has_boxes(piece.block):
            self.say(rules.BROKEN_QUESTION, piece.line, "a list of boxes without a heading above it")


SLOT_HELP = "begin with a heading that names a slot of the lesson, such as `## example`"


def _names_bank(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2 and plain_text(block.pieces) in BANK_TITLES


def _is_level(piece: Piece, level: int) -> bool:
    return isinstance(piece, Placed) and isinstance(piece.block, Heading) and piece.block.level == level
