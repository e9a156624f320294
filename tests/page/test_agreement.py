"""What Python-Markdown makes of the Markdown we write equals what markdown-it made of the author's."""

import re
from html.parser import HTMLParser

import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from houvast.page.html import blocks_html
from houvast.page.markdown import blocks_markdown
from houvast.source.markdown import Placed, make_parser, read_markdown
from tests.conftest import ROOT

EXTENSIONS = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["markdown_extensions"]
RENDERER = make_parser().enable("text_join")
VOID = {"br", "hr", "img"}


class Pieces(HTMLParser):
    """HTML as tags and words; without ids of headings, our frame around tables, and how an alignment is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [(name, value) for name, value in attrs if name in {"href", "start", "class", "align"}]
        kept = [
            ("align", (value or "").removeprefix("text-align:")) for name, value in attrs if name == "style"
        ] or kept
        if tag != "div":
            self.pieces.append(f"<{tag} {sorted(kept)}>")
        self.verbatim += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID | {"div"}:
            self.pieces.append(f"</{tag}>")
        self.verbatim -= tag == "pre"

    def handle_data(self, data: str) -> None:
        self.pieces += re.findall(r"[^\n]+", data) if self.verbatim else data.split()


def pieces(html: str) -> list[str]:
    parser = Pieces()
    parser.feed(html)
    parser.close()
    joined = " ".join(parser.pieces)
    return joined.replace("<s []>", "<del []>").replace("</s>", "</del>").split(" ")


def both(source: str) -> tuple[list[str], list[str], list[str]]:
    """A source as markdown-it reads it, as our tree says it, and as Python-Markdown reads what we write."""
    parsed = read_markdown(source, "nl.md", "nl.md")
    blocks = tuple(piece.block for piece in parsed.pieces if isinstance(piece, Placed))
    written = markdown.markdown(blocks_markdown(blocks), extensions=EXTENSIONS)
    own = pieces(str(blocks_html(blocks)))
    theirs = own if parsed.findings or "<!--" in source or "[[" in source else pieces(RENDERER.render(source))
    return theirs, own, pieces(written)


LETTERS = st.text(st.sampled_from("abc é1.-+*_`~#>!|&<[](){}\\\"':=@/ "), max_size=14)
WORDS = st.text(st.sampled_from("abcdé"), min_size=1, max_size=6)
INLINE = st.one_of(
    LETTERS,
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    WORDS.map("~~{}~~".format),
    LETTERS.map("`{}`".format),
    WORDS.map("[{}](https://a.example/x_(y)?a=1&b=2)".format),
    WORDS.map("***{}** a*".format),
)
LINE = st.lists(INLINE, min_size=1, max_size=4).map("".join)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=2, max_size=3).map("\n".join),
    LINE.map("## {}".format),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n\n".join(f"* {line}" for line in lines)),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"3. {line}\n    - sub" for line in lines)),
    st.lists(LINE, min_size=1, max_size=2).map(lambda lines: "\n>\n".join(f"> {line}" for line in lines)),
    LINE.map("- a\n\n  {}".format),
    LETTERS.map("```text\n{}\n```".format),
    LETTERS.map("    {}".format),
    st.tuples(LINE, LINE).map(lambda cells: f"| a | b |\n|:--|--:|\n| {cells[0]} | {cells[1]} |"),
    st.sampled_from(["---", "===", "<b>x</b>", "<!-- note: x -->", "1) a\n2) b", "+ a\n+ b"]),
)
DOCUMENT = st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=600)
@given(DOCUMENT)
@example("- a\n- b\n\n* c")
@example("```\n\n- a\n\n  \n\n")
@example("a\n    b\n\n    code")
@example("**a**b *c*_d_ __e__f")
@example("[x](https://a.example/?q=[b]&copy;=1)")
@example("1. a\n2. b\n\ntext\n\n3. c")
def test_both_parsers_agree(source: str) -> None:
    theirs, own, written = both(source)
    assert own == theirs
    assert written == own


def test_attribute_lists_and_indented_tags_are_inert() -> None:
    source = 'Klik{ onclick="alert(1)" }\n\n- a\n\n    - `<script>alert(1)</script>`\n'
    parsed = read_markdown(source, "nl.md", "nl.md")
    written = markdown.markdown(
        blocks_markdown(tuple(piece.block for piece in parsed.pieces if isinstance(piece, Placed))),
        extensions=EXTENSIONS,
    )
    assert not parsed.findings
    assert not re.search(r"<[^>]*onclick|<script", written)
