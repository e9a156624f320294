"""Read a lesson: what blocks and comments mean. A heading with a list of boxes under it is a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import (
    Content,
    Depth,
    DepthPart,
    Lesson,
    OnlyPart,
    Option,
    Question,
    Slot,
    Target,
    Thinking,
    Variant,
)
from houvast.model.markup import Block, Heading, Inline, ListBlock, Paragraph, Quote, Text, plain_text
from houvast.source import rules
from houvast.source.markdown import Comment, Piece, Placed, Remarks, read_markdown
from houvast.source.shape import unknown_key

BOX = re.compile(r"^\[( |x|X)\](?: |$)")
HINT = re.compile(r"^Hint:\s*")
SLUG = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
BANK_TITLES = frozenset({"Vragenbank", "Question bank"})
QUESTION_KEYS = ["critical", "id", "kind", "measures", "sibling"]
PART_WORDS = ["depth", "id", "note", "only", "slot"]
THINKING: Mapping[str, Thinking] = {"understand": "understand", "apply": "apply", "analyse": "analyse"}
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
            if isinstance(piece.block, ListBlock) and _has_boxes(piece.block):
                return self.question(heading, meta, start, end, piece.block)
            end += 1
        if meta:
            self.at += 1
            self.say(rules.BROKEN_QUESTION, meta.line, "no list of boxes follows under this heading")
        return heading

    def question(self, heading: Heading, meta: Comment | None, start: int, end: int, boxes: ListBlock) -> Question:
        case = tuple(piece.block for piece in self.pieces[start:end] if isinstance(piece, Placed))
        options = tuple(self.option(item, line) for item, line in zip(boxes.items, boxes.lines, strict=True) if item)
        self.at = end + 1
        self.check_options(options, heading.line)
        known = self.question_keys(heading, meta)
        return Question(
            id=known.get("id", ""),
            stem=heading.pieces,
            case=case,
            options=options,
            hint=self.hint(),
            measures=self.measures(known.get("measures"), meta),
            thinking=self.thinking(known.get("kind", "understand"), meta),
            critical="critical" in known,
            sibling=known.get("sibling"),
            line=heading.line,
        )

    def option(self, item: tuple[Block, ...], line: int) -> Option:
        first, *rest = item
        pieces = first.pieces if isinstance(first, Paragraph) else ()
        box = BOX.match(pieces[0].text) if pieces and isinstance(pieces[0], Text) else None
        if not box or not isinstance(pieces[0], Text):
            self.say(rules.BROKEN_QUESTION, line, "every line of the list begins with a box, `- [ ]` or `- [x]`")
            return Option(pieces, False, (), line)
        words = pieces[0].text[box.end() :]
        pieces = ((Text(words),) if words else ()) + pieces[1:]
        if not pieces:
            self.say(rules.BROKEN_QUESTION, line, "an option without text")
        rationale = tuple(block for held in rest if isinstance(held, Quote) for block in held.blocks)
        if not rationale:
            self.say(rules.NO_RATIONALE, line, "this option does not say why")
        if any(not isinstance(held, Quote) for held in rest):
            self.say(rules.BROKEN_QUESTION, line, "under an option stands only its reason, in a quote")
        return Option(pieces, box[1] != " ", rationale, line)

    def check_options(self, options: tuple[Option, ...], line: int) -> None:
        keys = [option for option in options if option.correct]
        if not 2 <= len(options) <= 6:
            self.say(rules.BROKEN_QUESTION, line, f"a question has two to six options, this one {len(options)}")
        if not keys and options:
            self.say(rules.NO_KEY, options[0].line, "no option is marked right")
        if keys and len(keys) == len(options):
            self.say(rules.ALL_KEYS, keys[-1].line, "every option is marked right")
        if len({option.digest for option in options}) < len(options):
            self.say(rules.BROKEN_QUESTION, line, "two options say the same")

    def question_keys(self, heading: Heading, meta: Comment | None) -> dict[str, str]:
        known: dict[str, str] = {}
        for entry in meta.text.split(";") if meta else []:
            key, _, value = (part.strip() for part in entry.partition(":"))
            place = Place(self.shown, meta.line if meta else heading.line)
            if key not in QUESTION_KEYS:
                self.findings.append(unknown_key(place, key, QUESTION_KEYS))
            elif key in known:
                self.say(rules.DUPLICATE_KEY, place.line, f"`{key}` stands here for the second time")
            else:
                known[key] = value
        if "id" in known:
            self.check_id(known["id"], meta.line if meta else heading.line)
        else:
            self.say(rules.BROKEN_QUESTION, heading.line, "this question has no id", "add `<!-- id: … -->` under it")
        return known

    def measures(self, written: str | None, meta: Comment | None) -> Target | None:
        if written is None:
            return None
        try:
            return Target.model_validate(Target.parse(written))
        except ValueError:
            self.say(rules.WRONG_VALUE, meta.line if meta else 1, f"`measures: {written}`: write `judge 2`")
            return None

    def thinking(self, written: str, meta: Comment | None) -> Thinking:
        if written not in THINKING:
            self.say(rules.WRONG_VALUE, meta.line if meta else 1, "`kind` is understand, apply or analyse")
        return THINKING.get(written, "understand")

    def hint(self) -> tuple[Block, ...]:
        """The quote that begins with `Hint:` right after the options."""
        if self.at >= len(self.pieces) or not isinstance(piece := self.pieces[self.at], Placed):
            return ()
        quote = piece.block
        if not isinstance(quote, Quote) or not quote.blocks or not isinstance(first := quote.blocks[0], Paragraph):
            return ()
        if not isinstance(opening := first.pieces[0], Text) or not (mark := HINT.match(opening.text)):
            return ()
        self.at += 1
        words = Text(opening.text[mark.end() :])
        return (Paragraph((words, *first.pieces[1:])), *quote.blocks[1:])

    def check_id(self, written: str, line: int) -> None:
        if not SLUG.match(written) or len(written) > 64:
            self.say(rules.BAD_ID, line, f"`{written[:70]}` is not an id")

    def refuse_remarks(self, remarks: Remarks) -> None:
        for line, text in remarks:
            self.say(rules.MISPLACED_COMMENT, line, f"`{text[:40]}` stands in a sentence")

    def refuse_boxes(self, piece: Placed) -> None:
        if isinstance(piece.block, ListBlock) and _has_boxes(piece.block):
            self.say(rules.BROKEN_QUESTION, piece.line, "a list of boxes without a heading above it")


SLOT_HELP = "begin with a heading that names a slot of the lesson, such as `## example`"


def _has_boxes(block: ListBlock) -> bool:
    openings = [item[0] for item in block.items if item]
    return any(
        isinstance(first, Paragraph) and isinstance(text := first.pieces[0], Text) and BOX.match(text.text)
        for first in openings
    )


def _names_bank(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2 and plain_text(block.pieces) in BANK_TITLES


def _is_level(piece: Piece, level: int) -> bool:
    return isinstance(piece, Placed) and isinstance(piece.block, Heading) and piece.block.level == level
