"""Lay a text out the way the house does: its blocks are written anew, the words in them as they stand."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from houvast.fmt.blocks import Writer
from houvast.fmt.comments import is_aside, is_meta, with_id
from houvast.source.markdown import PARSER


def laid_out(text: str, ids: Mapping[int, str]) -> str:
    """The text as the house writes it, with these ids put in, by the line of the heading that each belongs to."""
    references: MutableMapping[str, object] = {}
    nodes = SyntaxTreeNode(PARSER.parse(text, references)).children
    lines = text.split("\n")
    placed = _Placed.of(nodes, ids)
    blocks: list[str] = []
    end = 0
    for index, written in enumerate(Writer(lines, references).series(nodes)):
        start, node_end = nodes[index].map or (end, end)
        blocks += _between(lines[end:start])
        end = node_end
        blocks.append(with_id(written, placed.inside[index]) if index in placed.inside else written)
        if index in placed.under:
            blocks.append(f"<!-- id: {placed.under[index]} -->")
    blocks += _between(lines[end:])
    return "\n\n".join(blocks) + "\n" if blocks else ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where ids go, by the position of a block: inside a comment that is there, or in a new one under a heading."""

    inside: Mapping[int, str]
    under: Mapping[int, str]

    @classmethod
    def of(cls, nodes: Sequence[SyntaxTreeNode], ids: Mapping[int, str]) -> "_Placed":
        inside: dict[int, str] = {}
        under: dict[int, str] = {}
        for index, node in enumerate(nodes):
            name = ids.get(node.map[0] + 1) if node.map and node.type == "heading" else None
            if name is None:
                continue
            after = (later for later in range(index + 1, len(nodes)) if not is_aside(_html_of(nodes[later])))
            following = next(after, None)
            if following is not None and is_meta(_html_of(nodes[following])):
                inside[following] = name
            else:
                under[index] = name
        return cls(inside, under)


def _html_of(node: SyntaxTreeNode) -> str:
    return node.content if node.type == "html_block" else ""


def _between(lines: Sequence[str]) -> Iterator[str]:
    """What stands between two blocks and is none: the addresses that links refer to."""
    held = [line.rstrip() for line in lines if line.strip()]
    if held:
        yield "\n".join(held)
