"""Write blocks as canonical Markdown: the part of the language that GitHub and Python-Markdown read alike.

What they read differently (loose lists, tables, quotes of more than paragraphs, nested emphasis) is written as HTML.
"""

import re
from collections.abc import Iterable

from markupsafe import escape

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
    Placeholder,
    Quote,
    Since,
    Styled,
    Text,
)
from houvast.page.html import block_html, inline_html

SPECIAL = re.compile(r"([\\`*_{}\[\]#])")
OPENING = re.compile(r"^(\d*)([+\-.])")
PLAIN_STYLED = re.compile(r"^\w(?:[\w ,'’.-]*\w)?$")
PLAIN_CODE = re.compile(r"^[^`\s&<](?:[^`&<]*[^`\s\\&<])?$")
PLAIN_ADDRESS = re.compile(r"^[A-Za-z0-9:/?.=%#@,+_-]*$")


def blocks_markdown(blocks: Iterable[Block]) -> str:
    """Blocks with an empty line between them."""
    written: list[str] = []
    before: Block | None = None
    for block in blocks:
        # Two lists in a row would be read as one, and so would two quotes.
        apart = type(block) is type(before) and isinstance(block, ListBlock | Quote)
        written.append(str(block_html(block)) if apart else block_markdown(block))
        before = block
    return "\n\n".join(text for text in written if text)


def block_markdown(block: Block) -> str:
    """One block as Markdown, or as HTML where the two parsers disagree."""
    match block:
        case Paragraph(pieces):
            return _line(pieces)
        case Heading(level, pieces):
            return f"{'#' * level} {inline_markdown(pieces).strip()}"
        case ListBlock() if _is_plain_list(block):
            return "\n".join(_list_lines(block))
        case Quote(blocks) if blocks and all(isinstance(held, Paragraph) for held in blocks):
            return "\n>\n".join(f"> {block_markdown(held)}" for held in blocks)
        case CodeBlock(language, text) if _is_plain_code(language, text):
            return f"```{language}\n{text}\n```"
        case Divider():
            return "---"
        case _:
            return str(block_html(block))


def inline_markdown(pieces: Iterable[Inline]) -> str:
    """Inline pieces as Markdown. Raises ValueError for a placeholder, also in a link: fill it first."""
    pieces = tuple(pieces)
    return "".join(
        _inline(piece, _last_sign(pieces[index - 1]) if index else "", _first_sign(pieces[index + 1 : index + 2]))
        for index, piece in enumerate(pieces)
    )


def _inline(piece: Inline, before: str, after: str) -> str:
    match piece:
        case Text(text):
            return _escaped(text)
        case Code(text):
            return f"`{text}`" if PLAIN_CODE.match(text) and before != "`" else f"<code>{_escaped(text)}</code>"
        case Break():
            return "<br>"
        case Styled(style, (Text(text),)) if style != "del" and _stands_apart(text, before, after):
            mark = "*" if style == "em" else "**"
            return f"{mark}{_escaped(text)}{mark}"
        case Styled(style, pieces):
            return f"<{style}>{inline_markdown(pieces)}</{style}>"
        case Blank():
            return "…"
        case Link(str() as address, pieces):
            words = inline_markdown(pieces)
            plain = PLAIN_ADDRESS.match(address)
            return f"[{words}]({address})" if plain else f'<a href="{escape(address)}">{words}</a>'
        case Since() | Defined():
            return str(inline_html((piece,)))
        case Placeholder() | Link():
            raise ValueError(f"{piece} was not filled")


def _stands_apart(text: str, before: str, after: str) -> bool:
    """Whether emphasis on this text is read alike by both: plain words with no letter or mark touching."""
    return bool(PLAIN_STYLED.match(text)) and not re.match(r"[\w*]", before) and not re.match(r"[\w*]", after)


def _last_sign(piece: Inline) -> str:
    return piece.text[-1:] if isinstance(piece, Text) else "*"


def _first_sign(rest: tuple[Inline, ...]) -> str:
    if not rest:
        return ""
    return rest[0].text[:1] if isinstance(rest[0], Text) else "*"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", str(escape(text)).replace("&#39;", "'").replace("&#34;", '"'))


def _line(pieces: tuple[Inline, ...]) -> str:
    """One paragraph on one line, whose beginning is no mark."""
    text = inline_markdown(pieces).strip()
    return OPENING.sub(r"\1\\\2", f"&#126;{text[1:]}" if text.startswith("~~~") else text)


def _is_plain_list(block: ListBlock) -> bool:
    """A tight list whose items hold one paragraph, and at most one more list of the same kind."""
    return (
        block.tight
        and not block.boxes
        and all(
            item
            and isinstance(item[0], Paragraph)
            and all(isinstance(held, ListBlock) and _is_plain_list(held) for held in item[1:])
            and len(item) <= 2
            for item in block.items
        )
    )


def _list_lines(block: ListBlock) -> list[str]:
    lines: list[str] = []
    for number, (first, *rest) in enumerate(block.items, start=block.start or 0):
        mark = "-   " if block.start is None else f"{number}.".ljust(4)
        lines.append(mark + block_markdown(first))
        for held in rest:
            if isinstance(held, ListBlock):
                lines += [f"    {line}" for line in _list_lines(held)]
    return lines


def _is_plain_code(language: str, text: str) -> bool:
    """Code that both read alike in a fence: no fence in it, and no line of nothing but spaces."""
    return (
        re.match(r"^[a-z]*$", language) is not None
        and "```" not in text
        and "~~~" not in text
        and bool(text.strip())
        and not re.search(r"^[ \t]+$", text, re.MULTILINE)
    )
