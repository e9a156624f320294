"""Read a handout: a title, then plain Markdown without questions, personal parts and a bank."""

from collections.abc import Iterator
from dataclasses import replace

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import HandoutText
from houvast.model.markup import Block, Inline, ListBlock, Quote
from houvast.source import rules
from houvast.source.content import ContentReader
from houvast.source.markdown import Comment, Parsed, Read, heading_of, read_markdown
from houvast.source.question import box_of, has_boxes, without_boxes


def read_handout(text: str, file: str, shown: str) -> Read[HandoutText]:
    """The handout that a text holds. `file` is its path under the courses folder, `shown` the path an author knows."""
    parsed = read_markdown(text, file, shown)
    reader = PlainReader(shown, parsed)
    title = reader.title("the handout")
    translates = reader.translates()
    blocks = tuple(reader.blocks())
    return parsed.read(HandoutText(file, title, blocks, translates), reader.findings)


class PlainReader:
    """Walks once over the pieces of a text that only says something; `at` is where it is."""

    def __init__(self, shown: str, parsed: Parsed) -> None:
        self.shown = shown
        self.parsed = parsed
        self.at = 0
        self.findings: list[Finding] = []

    def say(self, rule: Rule, line: int, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown, line), message, way_out))

    def title(self, what: str) -> tuple[Inline, ...]:
        """The title that a text begins with; `what` it is the title of, for who left it out."""
        pieces = self.parsed.pieces
        if pieces and (heading := heading_of(pieces[0], 1)):
            self.at = 1
            return heading.pieces
        self.say(rules.NO_TITLE, 1, f"{what} does not begin with its title", "make the first line `# ` and the title")
        return ()

    def translates(self) -> str:
        """The digest in a `translates:` comment that stands here, or nothing."""
        reader = ContentReader(self.shown, self.parsed.pieces[self.at :], {})
        digest = reader.translates()
        self.at += reader.at
        self.findings += reader.findings
        return digest

    def blocks(self) -> Iterator[Block]:
        """The blocks up to the end; a list of empty boxes is a checklist. Comments steer nothing here."""
        for piece in self.parsed.pieces[self.at :]:
            if isinstance(piece, Comment):
                word = piece.text.partition(":")[0].strip()[:40]
                self.say(rules.UNKNOWN_COMMENT, piece.line, f"`{word}` steers nothing in this text", COMMENT_HELP)
                continue
            if heading_of(piece, 1):
                self.say(rules.NO_TITLE, piece.line, "a second title", "use `##` for a section")
            yield self.block(piece.block)
        for line, words in self.parsed.remarks:
            self.say(rules.MISPLACED_COMMENT, line, f"`{words[:40]}` stands in a sentence")

    def block(self, block: Block) -> Block:
        """A block of which every list of empty boxes is a checklist."""
        match block:
            case ListBlock(items=items):
                inside = tuple(tuple(self.block(held) for held in item) for item in items)
                block = replace(block, items=inside)
                return self.checklist(block) if has_boxes(block) else block
            case Quote(blocks):
                return Quote(tuple(self.block(held) for held in blocks))
            case _:
                return block

    def checklist(self, block: ListBlock) -> Block:
        for item, number in zip(block.items, block.lines, strict=True):
            if box_of(item) not in {None, " "}:
                self.say(rules.WRONG_VALUE, number, "a box that is ticked already", "leave it empty: `- [ ]`")
        return without_boxes(block)


COMMENT_HELP = (
    "take it away: questions, `slot`, `depth` and `only` have no place here; a list of `- [ ]` is a checklist"
)
