"""Write the blocks of a text: their marks as the house has them, what they say word for word."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from houvast.fmt.comments import comment, inline_comments
from houvast.source.markdown import PARSER

INDENT = 4
"""Spaces before what stands under a line of a list: GitHub and Python-Markdown both read it as part of that line."""

BOX = re.compile(r"^\[([ xX])\](?: +(?=[^ ])|$)")
SPACES_THAT_BREAK = re.compile(r" {2,}$")
CONTAINER_MARKS = re.compile(r"^[ \t>]*")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the blocks of one text. `lines` are its own; `references` are the link addresses that it defines."""

    lines: Sequence[str]
    references: MutableMapping[str, object]

    def series(self, nodes: Sequence[SyntaxTreeNode], is_nested: bool = False) -> Iterator[str]:
        """Each of some blocks that follow each other, without the empty lines between them."""
        earlier, is_other = "", False
        for node in nodes:
            # Two lists in a row stay two only where their marks differ.
            is_other = node.type == earlier and not is_other
            earlier = node.type
            yield self.block(node, is_nested, is_other)

    def block(self, node: SyntaxTreeNode, is_nested: bool, is_other: bool) -> str:
        match node.type:
            case "paragraph":
                return self.paragraph(_content(node))
            case "heading":
                return self.heading(node) or "\n".join(self.bare_lines(node, is_nested))
            case "bullet_list" | "ordered_list":
                return self.list_block(node, is_other)
            case "blockquote":
                lines = "\n\n".join(self.series(node.children, is_nested=True)).split("\n")
                return "\n".join(f"> {line}" if line else ">" for line in lines)
            case "fence":
                return f"{node.markup}{node.info.rstrip()}\n{node.content}{node.markup}"
            case "code_block":
                fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", node.content) or [""]))
                return f"{fence}\n{node.content}{fence}"
            case "table":
                return "\n".join(self.bare_lines(node, is_nested))
            case "hr":
                return "***" if is_nested else "---"
            case "html_block" if is_nested:
                return "\n".join(line.strip() for line in node.content.split("\n") if line.strip())
            case "html_block":
                return comment("\n".join(line.rstrip() for line in node.content.rstrip().split("\n")))
            case _:
                raise AssertionError(f"markdown-it made an unknown block: {node.type}")

    def bare_lines(self, node: SyntaxTreeNode, is_nested: bool) -> list[str]:
        """The lines of a block as they stand, without what marks the quote or list around it."""
        start, end = node.map or (0, 0)
        lines = self.lines[start:end]
        return [(CONTAINER_MARKS.sub("", line) if is_nested else line).rstrip() for line in lines]

    def heading(self, node: SyntaxTreeNode) -> str | None:
        """A heading with its marks in front, or underlined where its words ask for that; None if neither says it."""
        marks, content = "#" * int(node.tag[1]), _content(node)
        lines = (line.strip(" \t") for line in content.split("\n"))
        underlined = "\n".join((*lines, "===" if node.tag == "h1" else "---"))
        for written in (f"{marks} {content}".rstrip(), f"{marks} {content} {marks}", underlined):
            read = PARSER.parse(written)
            if len(read) == 3 and read[0].tag == node.tag and read[1].content == content:
                return written
        return None

    def list_block(self, node: SyntaxTreeNode, is_other: bool) -> str:
        paragraphs = [held for item in node.children for held in item.children if held.type == "paragraph"]
        is_tight = all(paragraph.hidden for paragraph in paragraphs)
        between = "\n" if paragraphs and is_tight else "\n\n"
        first = int(node.attrs.get("start", 1))
        items: list[str] = []
        for number, item in enumerate(node.children, start=first):
            bullet = "*" if is_other else "-"
            mark = bullet if node.type == "bullet_list" else f"{number}{')' if is_other else '.'}"
            items.append(self.item(mark, item.children, between))
        return ("\n" if is_tight else "\n\n").join(items)

    def item(self, mark: str, nodes: Sequence[SyntaxTreeNode], between: str) -> str:
        """One line of a list and what stands under it."""
        held = list(self.series(nodes, is_nested=True))
        if not held:
            return mark
        width = max(INDENT, len(mark) + 1)
        if nodes[0].type == "paragraph":
            held[0] = BOX.sub(lambda box: f"[{box[1].lower()}] ", held[0]).rstrip(" ")
            mark = f"{mark} "
        else:
            # What is no paragraph has its own indentation, so it begins where its other lines stand.
            mark = mark.ljust(width)
        first, *rest = between.join(held).split("\n")
        under = (f"{' ' * width}{line}" if line else "" for line in rest)
        return "\n".join((mark + first, *under))

    def paragraph(self, content: str) -> str:
        """A paragraph line by line, in the tidiest of the forms that say the same."""
        if "\n" not in content and inline_comments(content) == content:
            return content
        begun = [line.lstrip(" \t") for line in content.split("\n")]
        broken = [SPACES_THAT_BREAK.sub(r"\\", line) for line in begun[:-1]]
        tidy = "\n".join(line.rstrip(" \t") for line in (*broken, begun[-1]))
        for lines in (inline_comments(tidy), tidy, "\n".join(begun)):
            for written in (lines, _set_in(lines)):
                if self.reads_as(written, content):
                    return written
        return content

    def reads_as(self, written: str, content: str) -> bool:
        """Whether this is a paragraph and says what the content of another one says."""
        read = PARSER.parse(written)
        is_paragraph = len(read) == 3 and read[0].type == "paragraph_open"
        return is_paragraph and self.pieces(read[1].content) == self.pieces(content)

    def pieces(self, content: str) -> list[tuple[object, ...]]:
        """The inline pieces that some Markdown is read as; comments in one spelling."""
        (inline,) = PARSER.parseInline(content, self.references)
        return [
            (piece.type, piece.tag, piece.attrs, piece.level, _in_one_spelling(piece))
            for piece in inline.children or []
        ]


def _content(node: SyntaxTreeNode) -> str:
    return node.children[0].content if node.children else ""


def _in_one_spelling(piece: Token) -> str:
    """What a piece says. A tab at the end of a line is part of the text there, though nobody sees it."""
    if piece.type == "html_inline":
        return inline_comments(piece.content)
    return piece.content.rstrip("\t") if piece.type == "text" else piece.content


def _set_in(content: str) -> str:
    """A paragraph whose later lines stand so far to the right that none of them begins anything else."""
    return content.replace("\n", "\n" + " " * INDENT)
