"""A finished page: where it stands and its Markdown."""

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

Meta = Mapping[str, str | list[str]]
"""What the theme needs to know of a page beside its text, by key: it goes in the front matter."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one locale. Its `uri` is its folder under the locale: `recruiter/standard/`; empty for the home.

    `files` stand beside it, by name.
    """

    uri: str
    title: str
    description: str
    body: str
    meta: Meta = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The Markdown file under the folder of its locale."""
        return f"{self.uri}index.md"

    @property
    def markdown(self) -> str:
        """Front matter and body."""
        front = {"title": self.title, "description": self.description, **self.meta}
        # JSON is YAML too, and much faster to write; in ASCII both parsers agree on every sign.
        lines = [f"{key}: {json.dumps(value)}" for key, value in sorted(front.items())]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])


def link(from_uri: str, to_uri: str, fragment: str = "") -> str:
    """The relative address from one page to another, with an optional fragment; `../nl/` leads to another locale."""
    address = posixpath.relpath(f"/locale/{to_uri}", f"/locale/{from_uri}")
    return ("./" if address == "." else f"{address}/") + (f"#{fragment}" if fragment else "")
