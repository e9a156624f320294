"""Read the pages about the site itself that come with Houvast: of the theme, and the author's guide."""

from collections.abc import Iterator
from pathlib import Path

from houvast.diagnostics import Finding
from houvast.model import Content, Example, ExperimentText, Plot, SitePage
from houvast.model.markup import Block, CodeBlock, Heading
from houvast.source.experiment import read_experiment
from houvast.source.handout import read_handout
from houvast.source.lesson import read_lesson
from houvast.source.markdown import Placed, read_markdown
from houvast.source.plot import read_plot

NAMES = ("privacy", "accessibility")


def read_site_pages(theme: Path, guides: Path, locale: str) -> Iterator[SitePage]:
    """The pages in a locale. The guide is `README.<locale>.md` in `guides`, else its `README.md`.

    Raises ValueError for one of ours that breaks the rules of lessons, or has no title.
    """
    for name in NAMES:
        yield _page(name, theme / "pages" / f"{name}.{locale}.md", locale)
    own = guides / f"README.{locale}.md"
    yield _page("guide", own if own.is_file() else guides / "README.md", locale)


def _page(name: str, path: Path, locale: str) -> SitePage:
    parsed = read_markdown(path.read_text(encoding="utf-8"), path.name, path.name)
    blocks = [piece.block for piece in parsed.pieces if isinstance(piece, Placed)]
    if parsed.findings or not blocks or not isinstance(title := blocks[0], Heading):
        raise ValueError(f"{path} is broken: {_told(parsed.findings)}")
    return SitePage(name, title.pieces, tuple(_with_example(block, path, locale) for block in blocks[1:]))


def _with_example(block: Block, path: Path, locale: str) -> Block | Example:
    """A code block of Markdown as what the word behind it says it comes to: part of a lesson, a plot, and so on."""
    match block:
        case CodeBlock("markdown", written, "scenario"):
            plot = read_plot(written, f"scenarios/guide/{locale}.md", path.name)
            return _example(written, plot.value, plot.findings, path)
        case CodeBlock("markdown", written, "experiment"):
            experiment = read_experiment(written, f"experiments/guide.{locale}.md", path.name)
            return _example(written, experiment.value, experiment.findings, path)
        case CodeBlock("markdown", written, "handout"):
            handout = read_handout(written, f"handouts/guide/{locale}.md", path.name)
            return _example(written, handout.value.blocks, handout.findings, path)
        case CodeBlock("markdown", written, "lesson"):
            lesson = read_lesson(f"# {path.stem}\n\n{written}", f"modules/guide/{locale}.md", path.name)
            return _example(written, (*lesson.value.content, *lesson.value.bank), lesson.findings, path)
        case _:
            return block


def _example(
    written: str, result: tuple[Content, ...] | Plot | ExperimentText, findings: tuple[Finding, ...], path: Path
) -> Example:
    if findings:
        raise ValueError(f"an example in {path} is broken: {_told(findings)}\n{written}")
    return Example(written, result)


def _told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"line {finding.place.line}: {finding.message}" for finding in findings)
