"""Read what stands in a lesson or in a node: prose, questions, checklists and personal parts."""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from houvast.diagnostics import Finding, Place, Rule, did_you_mean
from houvast.model import Content, Depth, DepthPart, OnlyPart, Question, Slot
from houvast.model.markup import Block, CodeBlock, Heading, ListBlock, Quote, plain_text
from houvast.source import rules
from houvast.source.markdown import Comment, Piece, Placed
from houvast.source.question import (
    FORM_WORDS,
    HASH,
    QUESTION_KEYS,
    QuestionReader,
    has_boxes,
    hints_in,
    is_body,
    is_id,
    keys_of,
    without_boxes,
)

BANK_TITLES = frozenset({"Vragenbank", "Question bank"})
PART_WORDS = ["allow", "depth", "note", "only", "slot", "translates"]
DEPTHS: Mapping[str, Depth] = {depth.written: depth for depth in Depth}


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment taken apart: its word, what stands behind it, and its line."""

    word: str
    value: str
    line: int

    @classmethod
    def of(cls, comment: Comment) -> "Directive":
        """Take a comment apart."""
        word = re.split(r"[:;]", comment.text, maxsplit=1)[0]
        return cls(word.strip(), comment.text[len(word) + 1 :].strip(), comment.line)


class ContentReader:
    """Walks once over the pieces of a text; `at` is where it is, `banked` are the questions kept for later.

    `remarks` are comments inside sentences, by line. A prompt exercise takes those out that name a rule.
    """

    def __init__(self, shown: str, pieces: Sequence[Piece], remarks: MutableMapping[int, str]) -> None:
        self.shown = shown
        self.pieces = pieces
        self.remarks = remarks
        self.at = 0
        self.banked: list[Question] = []
        self.findings: list[Finding] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def translates(self) -> str:
        """The digest in a `translates:` comment that stands here, or nothing."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        if not isinstance(piece, Comment) or (directive := Directive.of(piece)).word != "translates":
            return ""
        self.at += 1
        if not HASH.match(directive.value):
            self.say(rules.WRONG_VALUE, directive.line, "`translates` is the twelve signs that `houvast check` told")
        return directive.value

    def content(self, inside: Directive | None = None) -> Iterator[Content]:
        """Content up to the end of the part it is inside, or up to the bank, or up to the end of the text."""
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if isinstance(piece, Comment):
                self.at += 1
                directive = Directive.of(piece)
                if directive.word == "end":
                    if inside:
                        return
                    self.say(rules.UNCLOSED_PART, piece.line, "this `end` closes nothing")
                else:
                    yield from self.part(directive)
            elif not inside and names_bank(piece.block):
                return
            elif isinstance(piece.block, Heading):
                yield from self.under_heading(piece.block)
            else:
                self.at += 1
                self.refuse_boxes(piece)
                yield piece.block
        if inside:
            self.say(rules.UNCLOSED_PART, inside.line, f"`{inside.word}: {inside.value}` is never closed")

    def part(self, directive: Directive) -> Iterator[Content]:
        match directive.word:
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
            case word if word in QUESTION_KEYS:
                self.say(rules.BROKEN_QUESTION, directive.line, "this comment belongs to a question, and there is none")
            case word:
                hint = did_you_mean(word, [*PART_WORDS, *QUESTION_KEYS])
                self.say(
                    rules.UNKNOWN_COMMENT, directive.line, f"`{word[:40]}` is not a word that steers Houvast{hint}"
                )

    def under_heading(self, heading: Heading) -> Iterator[Content]:
        """The question or checklist that begins with this heading, or the heading."""
        self.at += 1
        if heading.level == 1:
            self.say(rules.NO_TITLE, heading.line, "a second title", "use `##` for a section")
        meta = self.meta()
        words = [key for key, _ in keys_of(meta)] if meta else []
        first = self.at + (meta is not None)
        body = self.body_from(first, words)
        if body is None:
            if meta:
                self.at += 1
                self.say(rules.BROKEN_QUESTION, meta.line, "nothing to answer follows under this heading", BODY_HELP)
            yield heading
            return
        held = tuple(piece.block for piece in self.pieces[first:body] if isinstance(piece, Placed))
        self.at = body
        if "checklist" in words:
            yield from self.checklist(heading, held)
        elif question := self.question(heading, meta, held, words):
            yield question

    def meta(self) -> Comment | None:
        """The comment right under a heading, if it is one of a question."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        if not isinstance(piece, Comment):
            return None
        return piece if Directive.of(piece).word.partition(" ")[0] in QUESTION_KEYS else None

    def body_from(self, start: int, words: Sequence[str]) -> int | None:
        """Where the body of a question stands, before the next heading or comment."""
        for index in range(start, len(self.pieces)):
            piece = self.pieces[index]
            if isinstance(piece, Comment) or isinstance(piece.block, Heading):
                return None
            if is_body(piece.block, self.block_at(index + 1), words):
                return index
        return None

    def block_at(self, index: int) -> Block | None:
        piece = self.pieces[index] if index < len(self.pieces) else None
        return piece.block if isinstance(piece, Placed) else None

    def checklist(self, heading: Heading, held: tuple[Block, ...]) -> Iterator[Content]:
        boxes = self.block_at(self.at)
        self.at += 1
        yield heading
        yield from held
        if isinstance(boxes, ListBlock) and has_boxes(boxes):
            yield without_boxes(boxes)
        else:
            self.say(rules.BROKEN_QUESTION, heading.line, "a checklist is a list of empty boxes, `- [ ]`")

    def question(
        self, heading: Heading, meta: Comment | None, case: tuple[Block, ...], words: Sequence[str]
    ) -> Question | None:
        """The question of which the body begins here; None if it was put in the bank."""
        reader = QuestionReader(self.shown, heading, meta, self.remarks)
        body = self.taken_body()
        rationale = self.taken_rationale() if not has_boxes(body[-1]) and "poll" not in words else ()
        if len(body) > 1 and isinstance(example := self.block_at(self.at), CodeBlock) and example.language == "prompt":
            body = (*body, example)
            self.at += 1
        question = reader.question(case, body, rationale, tuple(self.taken_hints()))
        self.findings += reader.findings
        if not reader.is_banked:
            return question
        self.banked.append(question)
        return None

    def taken_body(self) -> tuple[Block, ...]:
        length = 2 if isinstance(self.block_at(self.at), CodeBlock) else 1
        body = tuple(block for index in range(self.at, self.at + length) if (block := self.block_at(index)) is not None)
        self.at += length
        return body

    def taken_rationale(self) -> tuple[Block, ...]:
        block = self.block_at(self.at)
        if not isinstance(block, Quote) or hints_in(block):
            return ()
        self.at += 1
        return block.blocks

    def taken_hints(self) -> Iterator[Block]:
        while (block := self.block_at(self.at)) is not None and hints_in(block):
            self.at += 1
            yield block

    def check_id(self, written: str, line: int) -> None:
        if not is_id(written):
            self.say(rules.BAD_ID, line, f"`{written[:70]}` is not an id")

    def refuse_remarks(self) -> None:
        """Say which comments inside sentences nobody took."""
        for line, text in self.remarks.items():
            way_out = RULE_HELP if text.startswith("rule:") else None
            self.say(rules.MISPLACED_COMMENT, line, f"`{text[:40]}` stands in a sentence", way_out)

    def refuse_boxes(self, piece: Placed) -> None:
        if has_boxes(piece.block):
            self.say(rules.BROKEN_QUESTION, piece.line, "a list of boxes without a heading above it")


RULE_HELP = "a rule stands behind a criterion of a prompt exercise, on the line that begins with its box"
BODY_HELP = (
    f"add a list of boxes, a sentence with `[[a blank]]`, or what one of these takes: {', '.join(FORM_WORDS)}; "
    "or remove the comment"
)


def names_bank(block: Block) -> bool:
    """Whether this is the heading under which the bank stands."""
    return isinstance(block, Heading) and block.level == 2 and plain_text(block.pieces) in BANK_TITLES
