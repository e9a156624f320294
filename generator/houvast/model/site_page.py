"""A page about the site itself, such as privacy: it comes with the theme."""

from dataclasses import dataclass

from houvast.model.markup import Block, Inline


@dataclass(frozen=True, slots=True)
class SitePage:
    """`pages/<name>.<locale>.md` of the theme: a title and blocks."""

    name: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
