"""A finished page: where it stands and its Markdown."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one locale. Its `uri` is its folder under the locale: `recruiter/standard/`; empty for the home."""

    uri: str
    title: str
    description: str
    body: str
    meta: Mapping[str, str | list[str]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The Markdown file under the folder of its locale."""
        return f"{self.uri}index.md"

    @property
    def markdown(self) -> str:
        """Front matter and body."""
        front = {"title": self.title, "description": self.description, **self.meta}
        return (
            f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=True, width=1000)}---\n\n{self.body.strip()}\n"
        )


def link(from_uri: str, to_uri: str, fragment: str = "") -> str:
    """The relative address from one page to another, with an optional fragment."""
    address = posixpath.relpath(f"/{to_uri}", f"/{from_uri}")
    return ("./" if address == "." else f"{address}/") + (f"#{fragment}" if fragment else "")
