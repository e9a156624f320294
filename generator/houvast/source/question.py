"""Read one question: a heading, its comment, the case, the boxes with their reasons, a hint."""

import re
from collections.abc import Mapping

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import Option, Question, Target, Thinking
from houvast.model.markup import Block, Heading, ListBlock, Paragraph, Quote, Text
from houvast.source import rules
from houvast.source.markdown import Comment
from houvast.source.shape import unknown_key

BOX = re.compile(r"^\[( |x|X)\](?: |$)")
HINT = re.compile(r"^Hint:\s*")
SLUG = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
QUESTION_KEYS = ["critical", "id", "kind", "measures", "sibling"]
THINKING: Mapping[str, Thinking] = {"understand": "understand", "apply": "apply", "analyse": "analyse"}


def read_question(
    shown: str,
    heading: Heading,
    meta: Comment | None,
    case: tuple[Block, ...],
    boxes: ListBlock,
    hint: tuple[Block, ...],
) -> tuple[Question, list[Finding]]:
    """The question that these pieces make, and what is wrong with it. `shown` is the path an author knows."""
    reader = _QuestionReader(shown)
    return reader.question(heading, meta, case, boxes, hint), reader.findings


def has_boxes(block: Block) -> bool:
    """Whether this is a list of which a line begins with a box."""
    openings = [item[0] for item in block.items if item] if isinstance(block, ListBlock) else []
    return any(
        isinstance(first, Paragraph) and isinstance(text := first.pieces[0], Text) and BOX.match(text.text)
        for first in openings
    )


def hint_in(block: Block) -> tuple[Block, ...]:
    """What a quote that begins with `Hint:` says after that word; nothing for any other block."""
    if not isinstance(block, Quote) or not block.blocks or not isinstance(first := block.blocks[0], Paragraph):
        return ()
    if not isinstance(opening := first.pieces[0], Text) or not (mark := HINT.match(opening.text)):
        return ()
    words = Text(opening.text[mark.end() :])
    return (Paragraph((words, *first.pieces[1:])), *block.blocks[1:])


class _QuestionReader:
    """Reads one question and collects findings on the way."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.findings: list[Finding] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def question(
        self, heading: Heading, meta: Comment | None, case: tuple[Block, ...], boxes: ListBlock, hint: tuple[Block, ...]
    ) -> Question:
        options = tuple(self.option(item, line) for item, line in zip(boxes.items, boxes.lines, strict=True) if item)
        self.check_options(options, heading.line)
        known = self.question_keys(heading, meta)
        return Question(
            id=known.get("id", ""),
            stem=heading.pieces,
            case=case,
            options=options,
            hint=hint,
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
            if not is_id(known["id"]):
                self.say(rules.BAD_ID, meta.line if meta else heading.line, f"`{known['id'][:70]}` is not an id")
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


def is_id(written: str) -> bool:
    """Whether this can be an id: kebab-case, at most 64 signs."""
    return SLUG.match(written) is not None and len(written) <= 64
