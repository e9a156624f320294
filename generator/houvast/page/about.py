"""Pages about the site itself: privacy, accessibility, and the author's guide."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from houvast.model import Content, Depth, Example, ExperimentText, Plot, Question, SitePage, questions_in
from houvast.model.markup import CodeBlock, plain_text
from houvast.page.board import experiment_html
from houvast.page.fill import Filler, filler_for
from houvast.page.html import block_html
from houvast.page.lesson import elements_for
from houvast.page.markdown import blocks_markdown, inline_markdown
from houvast.page.page import Page
from houvast.page.places import Places
from houvast.page.question import question_html
from houvast.page.scenario import plot_html
from houvast.page.view import View
from houvast.plan import Audience, as_written

READER = Audience((), Depth.EXTRA)
"""Who reads the guide: nobody in particular, who is to see all of an example."""


def about_page(view: View, site_page: SitePage) -> Page:
    """A page that comes with Houvast, its placeholders filled for this organisation."""
    uri = f"{site_page.name}/"
    filler = filler_for(view, uri, Places(view))
    title = filler.pieces(site_page.title)
    examples = [block for block in site_page.blocks if isinstance(block, Example)]
    body = "\n\n".join((f"# {inline_markdown(title)}", *_parts(view, site_page, filler)))
    return Page(uri, plain_text(title), plain_text(title), body, {"kind": "about", "elements": _elements(examples)})


def _parts(view: View, site_page: SitePage, filler: Filler) -> Iterator[str]:
    for is_example, held in groupby(site_page.blocks, lambda block: isinstance(block, Example)):
        if is_example:
            yield from (_example(view, example, filler) for example in held if isinstance(example, Example))
        else:
            yield blocks_markdown(filler.blocks(tuple(block for block in held if not isinstance(block, Example))))


def _example(view: View, example: Example, filler: Filler) -> str:
    match example.result:
        case Plot() as plot:
            html = _plot(view, plot, filler)
        case ExperimentText() as experiment:
            html = experiment_html(view, experiment, filler)
        case content:
            html = _content(view, content, filler)
    # A template drops empty lines, and those of an example count.
    written = Markup(str(block_html(CodeBlock("markdown", example.written))).replace("\n", "&#10;"))
    return view.render("example.html", written=written, result=html)


def _plot(view: View, plot: Plot, filler: Filler) -> Markup:
    return plot_html(view, f"guide-{plot.nodes[0].id}", plot.hash, plot, filler)


def _content(view: View, content: tuple[Content, ...], filler: Filler) -> Markup:
    shown = as_written(content, READER)
    return Markup("\n").join(
        question_html(view, filler.question(piece), view.wording("your_turn"), piece)
        if isinstance(piece, Question)
        else block_html(filler.block(piece))
        for piece in shown
    )


def _elements(examples: list[Example]) -> list[str]:
    plots = [example.result for example in examples if isinstance(example.result, Plot)]
    contents = [example.result for example in examples if isinstance(example.result, tuple)]
    questions = [question for content in contents for question in questions_in(content)]
    questions += [question for plot in plots for question in plot.questions()]
    return [*(["scenario"] if plots else []), *elements_for(questions)]
