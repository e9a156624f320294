"""The board of experiments: what teams tried, the newest first, and a page for each."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from houvast.model import OUTCOMES, Experiment, ExperimentText, Outcome, github_slug
from houvast.model.markup import Block, CodeBlock, Heading, plain_text
from houvast.page.dates import language_name
from houvast.page.fill import Filler, filler_for
from houvast.page.html import block_html, inline_html
from houvast.page.lesson import elements_for_facts, facts_in
from houvast.page.page import Meta, Page
from houvast.page.places import Places
from houvast.page.view import View

BOARD_URI = "experiments/"

SIGNS: Mapping[Outcome, str] = {"running": "▸", "kept": "✓", "changed": "↻", "stopped": "■"}
"""Before the word of an outcome, so that no colour has to tell them apart."""


def experiment_uri(experiment: str) -> str:
    """Where an experiment of the board stands."""
    return f"{BOARD_URI}{experiment}/"


def board_pages(view: View) -> Iterator[Page]:
    """The board, and a page for each experiment, in every locale."""
    filler = filler_for(view, BOARD_URI, Places(view))
    told = [(experiment, *_told(view, experiment)) for experiment in _newest_first(view)]
    body = view.render(
        "board.html",
        uri=BOARD_URI,
        experiments=[
            (experiment_uri(one.id), text, plain_text(filler.pieces(text.title)), language)
            for one, text, language in told
        ],
        outcomes=[outcome for outcome in OUTCOMES if any(text.outcome == outcome for _, text, _ in told)],
        signs=SIGNS,
        guide=github_slug(view.wording("board_guide")),
    )
    yield Page(BOARD_URI, view.wording("board"), view.wording("board_lead"), body, {"kind": "board"})
    for experiment, text, language in told:
        yield _experiment_page(view, experiment, text, language)


def experiment_html(view: View, text: ExperimentText, filler: Filler, language: str | None = None) -> Markup:
    """Who did an experiment, when and with what outcome, and what they tell of it.

    `language` is that of the text where it is another than the reader's: then it says so.
    """
    return view.render(
        "board-text.html",
        text=text,
        signs=SIGNS,
        told=[_block_html(block) for block in filler.blocks(text.blocks)],
        language=language,
        language_name=language_name(language, view.locale) if language else "",
    )


def _newest_first(view: View) -> list[Experiment]:
    """By the last day that anything is known of, then the day they began, then the id."""
    experiments = sorted(view.catalogue.experiments.values(), key=lambda one: one.id)
    return sorted(experiments, key=lambda one: _days(_told(view, one)[0]), reverse=True)


def _days(text: ExperimentText) -> tuple[str, str]:
    return (text.ended or text.began).isoformat(), text.began.isoformat()


def _told(view: View, experiment: Experiment) -> tuple[ExperimentText, str | None]:
    """The text that a reader gets, and its language where that is another than the reader's."""
    locale = experiment.locale_for(view.locale, view.catalogue.locales)
    return experiment.texts[locale], None if locale == view.locale else locale


def _experiment_page(view: View, experiment: Experiment, text: ExperimentText, language: str | None) -> Page:
    uri = experiment_uri(experiment.id)
    filler = filler_for(view, uri, Places(view))
    title = filler.pieces(text.title)
    body = view.render(
        "board-experiment.html",
        uri=uri,
        trail=[("", view.wording("home")), (BOARD_URI, view.wording("board"))],
        title=inline_html(title),
        language=language,
        board=BOARD_URI,
        text=experiment_html(view, text, filler, language),
    )
    facts = elements_for_facts(view.facts(facts_in(text.blocks)))
    meta: Meta = {"kind": "board", "source": f"courses/{text.file}", "elements": list(facts)}
    said = view.wording("board_by", by=text.by, outcome=view.wording(f"outcome_{text.outcome}"))
    return Page(uri, plain_text(title), said, body, meta)


def _block_html(block: Block) -> Markup:
    """A block with the address of a heading; it may be in another language, which Markdown cannot say."""
    match block:
        case Heading(level, pieces):
            name = github_slug(plain_text(pieces))
            return Markup(f'<h{level} id="{{}}">{{}}</h{level}>').format(name, inline_html(pieces))
        case CodeBlock():
            # A template drops empty lines, and those of code count.
            return Markup(str(block_html(block)).replace("\n", "&#10;"))
        case _:
            return block_html(block)
