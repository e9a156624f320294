"""Write words of somebody else as Markdown or YAML that says exactly those words, and nothing more."""

import json
import re

from houvast.source.files import HIDDEN

UNWRITABLE = re.compile(r"[\x80-\x9f\ufffe\uffff]")
"""Characters that are nothing to see, and nothing that YAML takes."""

SPECIAL = re.compile(
    r"(?P<doubled>(?:\{{2,}|\[{2,})+)"  # a placeholder, a blank to fill in
    r"|[\\`*_~\[<|#]"  # emphasis, code, links and pictures, HTML and comments, tables, headings
    r"|&(?=#?[0-9A-Za-z]+;)"  # a character by its name
    r"|(?<=[A-Za-z]):(?=\S)|/(?=/)"  # a web or mail address, which would become a link
)
OPENING = re.compile(r"^(?P<digits>[0-9]{1,9}(?=[.)]))|^[-+=>]")
"""What makes a list, a quote, a divider or a heading of a line that begins with it."""
ALLOWING = re.compile(r"#(?=\s*allow:)")


def fold(line: str) -> str:
    """A line with single spaces, and without the characters that nobody sees."""
    visible = UNWRITABLE.sub("", HIDDEN.sub("", re.sub(r"\s", " ", line)))
    return " ".join(visible.split())


def inert(line: str) -> str:
    """One folded line of text as Markdown."""
    return OPENING.sub(_escape_opening, SPECIAL.sub(_escape, line))


def quoted(text: str) -> str:
    """A line of text between the quotes of YAML. An allowance in it would be read: comments are found by line."""
    return ALLOWING.sub(r"\\u0023", json.dumps(text, ensure_ascii=False))


def paragraphs(text: str) -> str:
    """Text as Markdown: an empty line ends a paragraph, any other line keeps its end."""
    held: list[list[str]] = [[]]
    for line in (fold(line) for line in text.split("\n")):
        if line:
            held[-1].append(inert(line))
        elif held[-1]:
            held.append([])
    return "\n\n".join("\\\n".join(lines) for lines in held if lines)


def _escape(found: re.Match[str]) -> str:
    # Escaped, these are read all the same; only what stands in code is not.
    return f"`{found[0]}`" if found["doubled"] else f"\\{found[0]}"


def _escape_opening(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found["digits"] else f"\\{found[0]}"
