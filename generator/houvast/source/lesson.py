"""Read a lesson: its title, its content and its bank; and a variant, the slots of one role or cluster."""

from collections.abc import Iterator

from houvast.model import Lesson, Question, Slot, Variant
from houvast.model.markup import Inline, plain_text
from houvast.source import rules
from houvast.source.content import ContentReader
from houvast.source.markdown import Read, heading_of, read_markdown

FRONT_MATTER_HELP = "take the lines between `---` away: such keys stand in the YAML file beside it"
SLOT_HELP = "begin with a heading that names a slot of the lesson, such as `## example`"


def read_lesson(text: str, file: str, shown: str) -> Read[Lesson]:
    """The lesson that a text holds. `file` is its path under the courses folder, `shown` the path an author knows."""
    parsed = read_markdown(text, file, shown)
    reader = ContentReader(shown, parsed.pieces, parsed.remarks_by_line)
    title: tuple[Inline, ...] = ()
    if parsed.pieces and (heading := heading_of(parsed.pieces[0], 1)):
        title = heading.pieces
        reader.at = 1
    else:
        reader.say(rules.NO_TITLE, 1, "the lesson does not begin with its title", front_matter_help(text))
    translates = reader.translates()
    content = tuple(reader.content())
    bank = (*_bank(reader), *reader.banked)
    reader.refuse_remarks()
    return parsed.read(Lesson(file, title, content, bank, translates), reader.findings)


def read_variant(text: str, file: str, shown: str) -> Read[Variant]:
    """The slots of one role or cluster: every heading of level 2 names a slot."""
    parsed = read_markdown(text, file, shown)
    reader = ContentReader(shown, parsed.pieces, parsed.remarks_by_line)
    translates = reader.translates()
    slots = tuple(_slots(reader))
    reader.refuse_remarks()
    for question in reader.banked:
        reader.say(rules.BROKEN_QUESTION, question.line, "the bank stands in the lesson, not in the text of one role")
    return parsed.read(Variant(file, slots, translates), reader.findings)


def front_matter_help(text: str) -> str | None:
    """The way out where a text begins with front matter, which belongs in a sheet here."""
    return FRONT_MATTER_HELP if text[:3] == "---" else None


def _slots(reader: ContentReader) -> Iterator[Slot]:
    while reader.at < len(reader.pieces):
        piece = reader.pieces[reader.at]
        reader.at += 1
        if heading := heading_of(piece, 2):
            name = plain_text(heading.pieces)
            reader.check_id(name, piece.line)
            rest = range(reader.at, len(reader.pieces))
            end = next((index for index in rest if heading_of(reader.pieces[index], 2)), len(reader.pieces))
            inner = ContentReader(reader.shown, reader.pieces[reader.at : end], reader.remarks)
            yield Slot(name, tuple(inner.content()), piece.line)
            reader.findings += inner.findings
            reader.banked += inner.banked
            reader.at = end
        else:
            reader.say(rules.BROKEN_QUESTION, piece.line, "this stands above the first slot", SLOT_HELP)


def _bank(reader: ContentReader) -> Iterator[Question]:
    """The questions under the heading of the bank."""
    reader.at += 1
    while reader.at < len(reader.pieces):
        piece = reader.pieces[reader.at]
        heading = heading_of(piece)
        found = tuple(reader.under_heading(heading)) if heading else ()
        yield from (held for held in found if isinstance(held, Question))
        if not heading or any(not isinstance(held, Question) for held in found):
            reader.say(rules.BROKEN_QUESTION, piece.line, "only questions stand in the bank")
            reader.at += not heading
