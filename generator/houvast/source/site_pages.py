"""Read the pages about the site itself that come with the theme."""

from collections.abc import Iterator
from pathlib import Path

from houvast.model import SitePage
from houvast.model.markup import Heading
from houvast.source.markdown import Placed, read_markdown

NAMES = ("privacy", "accessibility")


def read_site_pages(theme: Path, locale: str) -> Iterator[SitePage]:
    """The pages in a locale. Raises ValueError for one of ours that breaks the rules of lessons, or has no title."""
    for name in NAMES:
        path = theme / "pages" / f"{name}.{locale}.md"
        parsed = read_markdown(path.read_text(encoding="utf-8"), path.name, path.name)
        blocks = [piece.block for piece in parsed.pieces if isinstance(piece, Placed)]
        if parsed.findings or not blocks or not isinstance(title := blocks[0], Heading):
            raise ValueError(f"{path} is broken: {[finding.message for finding in parsed.findings]}")
        yield SitePage(name, title.pieces, tuple(blocks[1:]))
