"""A lesson shows once how it is done, before it asks a learner to do it."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import lessons_of
from houvast.lint.teaching.words import EXAMPLE
from houvast.model import Content, Depth, DepthPart, OnlyPart, Slot, language_of
from houvast.model.markup import CodeBlock, Heading, Paragraph, Quote, Styled, plain_text
from houvast.source import Checked

RULE = Rule(
    "T208",
    "no-worked-example",
    why="Who is new to something learns more from an example worked out than from trying alone (Sweller and Cooper "
    "1985; Renkl 2014). A *worked example* is a quote or a code block in the text of a lesson, or a passage under a "
    'heading or behind words in bold such as "This is how" or "Example". Everybody has to see it: outside '
    "`depth: full` and `depth: extra`.",
    bad="A lesson of rules and questions, or one with its only example inside `<!-- depth: extra -->`.",
    good="**When it goes well.** Bart lays the summary beside the e-mail: …",
    way_out="show one case from beginning to end, in a quote or behind **This is how it goes.**, outside `depth` parts",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for a worked example in what everybody sees of every lesson."""
    if words := EXAMPLE.get(language_of(checked.catalogue.source_locale)):
        for module, lesson in lessons_of(checked):
            pieces = list(_seen_by_all(lesson.content))
            if not any(isinstance(piece, Quote | CodeBlock) or words.match(_lead(piece)) for piece in pieces):
                message = f"`{module.id}` has no worked example that everybody sees"
                yield Finding.of(RULE, checked.line(lesson.file, 1), message)


def _seen_by_all(content: tuple[Content, ...]) -> Iterator[Content]:
    """What stands outside parts for more depth; what is for some roles counts, since others may have theirs."""
    for piece in content:
        if isinstance(piece, OnlyPart | Slot) or (isinstance(piece, DepthPart) and piece.depth is Depth.ESSENTIALS):
            yield from _seen_by_all(piece.content)
        elif not isinstance(piece, DepthPart):
            yield piece


def _lead(piece: Content) -> str:
    """The words of a heading, or those in bold that a paragraph begins with."""
    match piece:
        case Heading(pieces=pieces) | Paragraph(pieces=(Styled(style="strong", pieces=pieces), *_)):
            return plain_text(pieces).strip()
        case _:
            return ""
