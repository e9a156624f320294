"""A page about the site itself, such as privacy: it comes with Houvast."""

from dataclasses import dataclass

from houvast.model.experiment import ExperimentText
from houvast.model.lesson import Content
from houvast.model.markup import Block, Inline
from houvast.model.scenario import Plot


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a lesson, or another text, in the author's guide: as it is written, and what it comes to."""

    written: str
    result: tuple[Content, ...] | Plot | ExperimentText


@dataclass(frozen=True, slots=True)
class SitePage:
    """A title, and blocks; between those of the author's guide stand examples."""

    name: str
    title: tuple[Inline, ...]
    blocks: tuple[Block | Example, ...]
