"""Write blocks as HTML: for interactive blocks, and for what Python-Markdown would read in another way."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from houvast.model.markup import (
    Blank,
    Block,
    Break,
    Code,
    CodeBlock,
    Defined,
    Divider,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Since,
    Styled,
    Table,
    Text,
    plain_text,
)


def inline_html(pieces: Iterable[Inline]) -> Markup:
    """Inline pieces as HTML. Raises ValueError for a placeholder, also in a link: fill it first."""
    return Markup("").join(_inline(piece) for piece in pieces)


def _inline(piece: Inline) -> Markup:
    match piece:
        case Text(text):
            return escape(text)
        case Code(text):
            return Markup("<code>{}</code>").format(text)
        case Break():
            return Markup("<br>")
        case Styled(style, pieces):
            return Markup(f"<{style}>{{}}</{style}>").format(inline_html(pieces))
        case Link(str() as address, pieces):
            return Markup('<a href="{}">{}</a>').format(address, inline_html(pieces))
        case Blank():
            return Markup("…")
        case Since(day, words):
            return Markup('<time class="houvast-since" datetime="{}">({})</time>').format(day, words)
        case Defined(text, term):
            opened = Markup('popovertarget="term-{0}" aria-describedby="term-{0}"').format(term)
            return Markup('<button type="button" class="houvast-term" {}>{}</button>').format(opened, text)
        case Placeholder() | Link():
            raise ValueError(f"{piece} was not filled")


def blocks_html(blocks: Iterable[Block]) -> Markup:
    """Blocks as HTML, one after another, each on its own line."""
    return Markup("\n").join(block_html(block) for block in blocks)


def block_html(block: Block) -> Markup:
    """One block as HTML."""
    match block:
        case Paragraph(pieces):
            return Markup("<p>{}</p>").format(inline_html(pieces))
        case Heading(level, pieces):
            return Markup(f"<h{level}>{{}}</h{level}>").format(inline_html(pieces))
        case ListBlock():
            return _list(block)
        case Quote(blocks):
            return Markup("<blockquote>\n{}\n</blockquote>").format(blocks_html(blocks))
        case CodeBlock(language, text):
            return _code(language, text)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case Divider():
            return Markup("<hr>")


def _list(block: ListBlock) -> Markup:
    tag = "ul" if block.start is None else "ol"
    start = Markup(' start="{}"').format(block.start) if block.start not in {None, 1} else Markup("")
    boxes = Markup(' class="houvast-checklist"') if block.boxes else Markup("")
    items = Markup("\n").join(Markup("<li>{}</li>").format(_item(item, block.tight)) for item in block.items)
    return Markup(f"<{tag}{{}}{{}}>\n{{}}\n</{tag}>").format(start, boxes, items)


def _item(item: tuple[Block, ...], tight: bool) -> Markup:
    held = (
        inline_html(block.pieces) if tight and isinstance(block, Paragraph) else block_html(block) for block in item
    )
    return Markup("\n").join(held)


def _code(language: str, text: str) -> Markup:
    """A code block. Backticks and tildes are written as references, or a fence would begin inside raw HTML.

    So are the spaces of a line that holds nothing else: Python-Markdown would drop them.
    """
    css_class = Markup(' class="language-{}"').format(language) if language else Markup("")
    written = str(escape(text)).replace("`", "&#96;").replace("~", "&#126;")
    shown = Markup(re.sub(r"^ +$", lambda spaces: "&#32;" * len(spaces[0]), written, flags=re.MULTILINE))
    return Markup("<pre><code{}>{}</code></pre>").format(css_class, shown)


def _table(block: Table) -> Markup:
    """A table in a frame that scrolls sideways, and that the keyboard can reach."""
    head = _row("th", block.head, block)
    rows = Markup("\n").join(_row("td", row, block) for row in block.rows)
    name = ", ".join(plain_text(cell) for cell in block.head)
    return Markup(
        '<div class="houvast-table" role="region" aria-label="{}" tabindex="0">\n<table>\n<thead>\n{}\n</thead>\n'
        "<tbody>\n{}\n</tbody>\n</table>\n</div>"
    ).format(name, head, rows)


PICTURE = re.compile(r'<p class="houvast-picture"><img src="([a-z0-9-]+)\.svg"')


def pictures_in(html: str) -> list[str]:
    """The names of the pictures that written HTML shows, each once, in the order of the alphabet."""
    return sorted(set(PICTURE.findall(html)))


def _picture(block: Picture) -> Markup:
    """A picture that keeps its place while it loads. Its file stands beside the page."""
    return Markup('<p class="houvast-picture"><img src="{}.svg" alt="{}" width="{}" height="{}"></p>').format(
        block.name, block.alt, block.width, block.height
    )


def _row(tag: str, cells: tuple[tuple[Inline, ...], ...], block: Table) -> Markup:
    written = Markup("")
    for cell, alignment in zip(cells, block.alignments, strict=True):
        align = Markup(' align="{}"').format(alignment) if alignment else Markup("")
        written += Markup(f"<{tag}{{}}>{{}}</{tag}>").format(align, inline_html(cell))
    return Markup("<tr>{}</tr>").format(written)
