"""Read one question: a heading, its comment, the case, what there is to do, a reason and hints."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace

from houvast.diagnostics import Finding, Place, Rule, did_you_mean
from houvast.model import (
    ChoiceForm,
    Criterion,
    CriterionRule,
    FillForm,
    Form,
    Item,
    Option,
    OrderForm,
    PollForm,
    PromptForm,
    Question,
    SortForm,
    Target,
    Thinking,
)
from houvast.model.markup import (
    Blank,
    Block,
    CodeBlock,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
    plain_text,
)
from houvast.source import rules
from houvast.source.markdown import Comment, prompt_pieces
from houvast.source.shape import unknown_key

BOX = re.compile(r"^\[( |x|X)\](?: |$)")
HINT = re.compile(r"^Hint(?: \d)?:\s*")
SLUG = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
HASH = re.compile(r"^[0-9a-f]{12}$")
FORM_WORDS = ("checklist", "order", "poll", "sort")
QUESTION_KEYS = sorted(["critical", "id", "kind", "measures", "rev", "sibling", "use", *FORM_WORDS])
CRITERION_RULES: Mapping[str, CriterionRule] = {"form": "form", "reader": "reader", "source": "source", "tone": "tone"}
THINKING: Mapping[str, Thinking] = {"understand": "understand", "apply": "apply", "analyse": "analyse"}


def keys_of(comment: Comment) -> list[tuple[str, str]]:
    """The keys and values of the comment under a heading, as written."""
    entries = (entry.partition(":") for entry in comment.text.split(";"))
    return [(key.strip(), value.strip()) for key, _, value in entries]


def has_boxes(block: Block) -> bool:
    """Whether this is a list of which a line begins with a box."""
    items = block.items if isinstance(block, ListBlock) else ()
    return any(box_of(item) is not None for item in items)


def without_boxes(block: ListBlock) -> ListBlock:
    """The checklist that a list of empty boxes is."""
    return replace(block, items=tuple(_without_box(item) for item in block.items), boxes=True)


def hints_in(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The hints of a quote that begins with `Hint:`; a paragraph that begins so begins the next one."""
    hints: list[list[Block]] = []
    for held in block.blocks if isinstance(block, Quote) else ():
        opening = held.pieces[0] if isinstance(held, Paragraph) else None
        if isinstance(held, Paragraph) and isinstance(opening, Text) and (mark := HINT.match(opening.text)):
            words = (Text(opening.text[mark.end() :]),) if opening.text[mark.end() :] else ()
            hints.append([Paragraph((*words, *held.pieces[1:]))])
        elif hints:
            hints[-1].append(held)
        else:
            return ()
    return tuple(tuple(hint) for hint in hints)


def is_body(block: Block, after: Block | None, words: Sequence[str]) -> bool:
    """Whether this block is what there is to do in a question; `words` are those of the comment under its heading."""
    match block:
        case ListBlock(start=start):
            return has_boxes(block) or ("order" in words and start is not None)
        case Table():
            return "sort" in words
        case CodeBlock("prompt"):
            return after is not None and has_boxes(after)
        case Paragraph(pieces):
            return any(isinstance(piece, Blank) for piece in pieces)
        case _:
            return False


class QuestionReader:
    """Reads one question and collects findings on the way. `shown` is the path an author knows.

    `remarks` are the comments inside sentences of the text, by line; one that is read is taken out.
    """

    def __init__(
        self, shown: str, heading: Heading, meta: Comment | None, remarks: MutableMapping[int, str] | None = None
    ) -> None:
        self.shown = shown
        self.remarks = {} if remarks is None else remarks
        self.heading = heading
        self.meta_line = meta.line if meta else heading.line
        self.findings: list[Finding] = []
        self.keys = self.checked_keys(meta)

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    @property
    def is_banked(self) -> bool:
        """Whether its author put it in the bank, wherever it stands."""
        return self.keys.get("use") == "bank"

    def checked_keys(self, meta: Comment | None) -> dict[str, str]:
        known: dict[str, str] = {}
        for key, value in keys_of(meta) if meta else ():
            if (word := key.partition(" ")[0]) in QUESTION_KEYS and word != key:
                self.say(rules.WRONG_VALUE, self.meta_line, f"`{key[:40]}` has no colon", f"write `{word}: …`")
                known[word] = key.partition(" ")[2]
            elif key not in QUESTION_KEYS:
                self.findings.append(unknown_key(Place(self.shown, self.meta_line), key, QUESTION_KEYS))
            elif key in known:
                self.say(rules.DUPLICATE_KEY, self.meta_line, f"`{key}` stands here for the second time")
            else:
                known[key] = value
        return known

    def question(
        self, case: tuple[Block, ...], body: tuple[Block, ...], rationale: tuple[Block, ...], hints: tuple[Block, ...]
    ) -> Question:
        """The question with this body: one block, or what a prompt exercise is made of. Each of `hints` is a quote."""
        self.check_keys()
        return Question(
            id=self.keys.get("id", ""),
            stem=self.heading.pieces,
            case=case,
            form=self.form(body, rationale, bool(case) and isinstance(case[-1], CodeBlock)),
            hints=tuple(hint for quote in hints for hint in hints_in(quote)),
            measures=self.measures(),
            thinking=THINKING.get(self.keys.get("kind", "understand"), "understand"),
            critical="critical" in self.keys,
            sibling=self.keys.get("sibling"),
            rev=self.keys.get("rev", ""),
            line=self.heading.line,
        )

    def check_keys(self) -> None:
        keys, line = self.keys, self.meta_line
        if "id" not in keys:
            self.say(rules.BROKEN_QUESTION, self.heading.line, "this question has no id", ID_HELP)
        elif not is_id(keys["id"]):
            way_out = "put a semicolon between keys: `id: …; kind: …`" if "," in keys["id"] else None
            self.say(rules.BAD_ID, line, f"`{keys['id'][:70]}` is not an id", way_out)
        if keys.get("kind", "understand") not in THINKING:
            self.say(rules.WRONG_VALUE, line, "`kind` is understand, apply or analyse")
        if keys.get("use", "lesson") not in {"lesson", "bank"}:
            self.say(rules.WRONG_VALUE, line, "`use` is lesson or bank")
        if "rev" in keys and not HASH.match(keys["rev"]):
            self.say(rules.WRONG_VALUE, line, "`rev` is the hash of twelve signs that `houvast diff` told")
        if len(words := [word for word in FORM_WORDS if word in keys]) > 1:
            self.say(rules.BROKEN_QUESTION, line, f"a question is one of {', '.join(f'`{word}`' for word in words)}")

    def measures(self) -> Target | None:
        if (written := self.keys.get("measures")) is None:
            return None
        try:
            return Target.model_validate(Target.parse(written))
        except ValueError:
            self.say(rules.WRONG_VALUE, self.meta_line, f"`measures: {written[:40]}`: write `judge 2`")
            return None

    def form(self, body: tuple[Block, ...], rationale: tuple[Block, ...], is_under_code: bool) -> Form:
        match body:
            case (Table() as table,):
                return self.sort_form(table, self.reasoned(rationale))
            case (Paragraph(pieces),):
                return self.fill_form(pieces, self.reasoned(rationale))
            case (CodeBlock(text=prompt), ListBlock() as criteria, *example):
                shown = example[0].text if example and isinstance(example[0], CodeBlock) else ""
                return PromptForm(prompt_pieces(prompt), self.criteria(criteria), prompt_pieces(shown))
            case (ListBlock() as block,) if has_boxes(block) and "poll" in self.keys:
                return PollForm(self.unkeyed(block, "answer of a poll"))
            case (ListBlock() as block,) if has_boxes(block):
                return self.choice_form(block, PROMPT_HELP if is_under_code else None)
            case (ListBlock() as block,):
                return self.order_form(block, self.reasoned(rationale))
            case _:
                raise AssertionError(f"no question is made of {body}")

    def reasoned(self, rationale: tuple[Block, ...]) -> tuple[Block, ...]:
        if not rationale:
            self.say(rules.NO_RATIONALE, self.heading.line, "nothing says why this is the answer", REASON_HELP)
        return rationale

    def choice_form(self, boxes: ListBlock, way_out: str | None) -> ChoiceForm:
        lined = zip(boxes.items, boxes.lines, strict=True)
        options = tuple(self.option(item, line) for item, line in lined if item)
        keys = [option for option in options if option.correct]
        if not keys:
            self.say(rules.NO_KEY, options[0].line, "no option is marked right", way_out)
        if keys and len(keys) == len(options):
            self.say(rules.ALL_KEYS, keys[-1].line, "every option is marked right")
        for option in options:
            if not option.rationale:
                self.say(rules.NO_RATIONALE, option.line, "this option does not say why")
        self.check_items(options, "options")
        return ChoiceForm(options)

    def order_form(self, numbered: ListBlock, rationale: tuple[Block, ...]) -> OrderForm:
        items = self.items(numbered)
        self.check_items(items, "steps")
        return OrderForm(items, rationale)

    def sort_form(self, table: Table, rationale: tuple[Block, ...]) -> SortForm:
        columns = [[row[index] for row in table.rows] for index in range(len(table.head))]
        items = tuple(
            tuple(Item(cell, (), self.heading.line) for cell in column if plain_text(cell).strip())
            for column in columns
        )
        if len(items) < 2 or not all(items):
            self.say(rules.BROKEN_QUESTION, self.heading.line, "sorting takes two columns or more, none of them empty")
        self.check_items([item for column in items for item in column], "things to sort", most=12)
        return SortForm(table.head, items, rationale)

    def fill_form(self, pieces: tuple[Inline, ...], rationale: tuple[Block, ...]) -> FillForm:
        form = FillForm(pieces, rationale)
        if not all(blank.answers for blank in form.blanks):
            self.say(rules.BROKEN_QUESTION, self.heading.line, "a blank without an answer", "write `[[the answer]]`")
        return form

    def unkeyed(self, boxes: ListBlock, what: str) -> tuple[Item, ...]:
        """The items of a list of boxes none of which has an x."""
        options = tuple(self.option(item, line) for item, line in zip(boxes.items, boxes.lines, strict=True) if item)
        for option in options:
            if option.correct:
                self.say(rules.BROKEN_QUESTION, option.line, f"a {what} is neither right nor wrong", "empty the box")
        self.check_items(options, "lines", most=10)
        return tuple(Item(option.pieces, option.rationale, option.line) for option in options)

    def criteria(self, boxes: ListBlock) -> tuple[Criterion, ...]:
        """The criteria of a prompt exercise, each with the rule that its line names."""
        items = self.unkeyed(boxes, "criterion")
        return tuple(Criterion(item.pieces, item.rationale, item.line, self.rule_at(item.line)) for item in items)

    def rule_at(self, line: int) -> CriterionRule | None:
        if not self.remarks.get(line, "").startswith("rule:"):
            return None
        name = self.remarks.pop(line).removeprefix("rule:").strip()
        if name not in CRITERION_RULES:
            message = f"`rule: {name[:40]}` is no rule{did_you_mean(name, CRITERION_RULES)}"
            self.say(rules.WRONG_VALUE, line, message, f"the rules are: {', '.join(CRITERION_RULES)}")
        return CRITERION_RULES.get(name)

    def check_items(self, items: Sequence[Item], what: str, most: int = 6) -> None:
        if not 2 <= len(items) <= most:
            message = f"a question has two to {NUMBERS[most]} {what}, this one {len(items)}"
            self.say(rules.BROKEN_QUESTION, self.heading.line, message)
        if len({item.digest for item in items}) < len(items):
            self.say(rules.BROKEN_QUESTION, self.heading.line, f"two {what} say the same")

    def option(self, item: tuple[Block, ...], line: int) -> Option:
        box = box_of(item)
        if box is None:
            self.say(rules.BROKEN_QUESTION, line, "this line of the list begins with no box, `- [ ]`", BOX_HELP)
        pieces, rationale = self.item_parts(_without_box(item), line)
        return Option(pieces, rationale, line, correct=box not in {None, " "})

    def items(self, block: ListBlock) -> tuple[Item, ...]:
        lined = zip(block.items, block.lines, strict=True)
        return tuple(Item(*self.item_parts(item, line), line) for item, line in lined)

    def item_parts(self, item: tuple[Block, ...], line: int) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
        """What an item says, and the reason in a quote under it."""
        first = item[0] if item else None
        pieces = _trimmed(first.pieces) if isinstance(first, Paragraph) else ()
        if not pieces:
            self.say(rules.BROKEN_QUESTION, line, "a line of the list without text")
        if any(not isinstance(held, Quote) for held in item[1:]):
            self.say(rules.BROKEN_QUESTION, line, "under an option stands only its reason, in a quote")
        return pieces, tuple(block for held in item[1:] if isinstance(held, Quote) for block in held.blocks)


ID_HELP = "add `<!-- id: … -->` under it, or run `houvast fmt`"
PROMPT_HELP = "put an x in the box of the right answer; for a prompt exercise, begin the fence with ```prompt"
BOX_HELP = "give this line a box; if a new list begins here, put a sentence above it, or Markdown reads them as one"
REASON_HELP = "add a quote right after it, `> …`"
NUMBERS = {6: "six", 10: "ten", 12: "twelve"}


def box_of(item: tuple[Block, ...]) -> str | None:
    """What stands in the box that an item begins with, or None where it begins with none."""
    if not item or not isinstance(first := item[0], Paragraph) or not isinstance(text := first.pieces[0], Text):
        return None
    box = BOX.match(text.text)
    return box[1] if box else None


def _without_box(item: tuple[Block, ...]) -> tuple[Block, ...]:
    if box_of(item) is None or not isinstance(first := item[0], Paragraph) or not isinstance(first.pieces[0], Text):
        return item
    words = BOX.sub("", first.pieces[0].text)
    return (Paragraph(((Text(words),) if words else ()) + first.pieces[1:]), *item[1:])


def _trimmed(pieces: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Pieces without the space that stood before a comment at their end."""
    if not pieces or not isinstance(last := pieces[-1], Text):
        return pieces
    words = last.text.rstrip()
    return (*pieces[:-1], Text(words)) if words else pieces[:-1]


def is_id(written: str) -> bool:
    """Whether this can be an id: kebab-case, at most 64 signs."""
    return SLUG.match(written) is not None and len(written) <= 64
