"""The body of a scenario's page: every node with its choices as real links, so that it plays without JavaScript."""

from collections.abc import Mapping

from markupsafe import Markup

from houvast.model import DEBRIEF, METERS, Choice, Node, Plot, Question, Scenario
from houvast.page.fill import Filler
from houvast.page.html import block_html, inline_html
from houvast.page.lesson import UnitBody, elements_for, facts_in
from houvast.page.question import question_html
from houvast.page.view import View


def scenario_body(view: View, scenario: Scenario, filler: Filler) -> UnitBody:
    """The body of a scenario, its placeholders filled for one reader."""
    plot = scenario.plots[view.locale]
    html = plot_html(view, scenario.id, scenario_hash(view, scenario), plot, filler)
    elements = ("scenario", *elements_for(plot.questions()))
    return UnitBody((html,), view.wording("scenario"), elements, facts_in(tuple(plot.blocks())))


def plot_html(view: View, name: str, digest: str, plot: Plot, filler: Filler) -> Markup:
    """A plot that plays, kept in the learner's log under a name and a digest of what it tells."""
    originals = {question.id: question for question in plot.questions()} | dict(view.catalogue.source_questions)
    return view.render(
        "scenario.html",
        id=name,
        hash=digest,
        nodes=[_node(view, node, filler, originals) for node in plot.nodes if node.id != DEBRIEF],
        debrief=[_node(view, node, filler, originals) for node in plot.nodes if node.id == DEBRIEF],
        meters=METERS,
    )


def scenario_hash(view: View, scenario: Scenario) -> str:
    """The hash of what the scenario tells in the source locale."""
    return scenario.plots[view.catalogue.source_locale].hash


def _node(view: View, node: Node, filler: Filler, originals: Mapping[str, Question]) -> dict[str, object]:
    label = view.wording("your_turn")
    held = (filler.shown(piece) for piece in node.content)
    text = (
        question_html(view, piece, label, originals[piece.id]) if isinstance(piece, Question) else block_html(piece)
        for piece in held
    )
    return {
        "id": node.id,
        "ending": node.ending,
        "title": inline_html(filler.pieces(node.title)),
        "text": Markup("\n").join(text),
        "choices": [_choice(choice, filler) for choice in node.choices],
    }


def _choice(choice: Choice, filler: Filler) -> dict[str, object]:
    condition = choice.condition
    return {
        "text": inline_html(filler.pieces(choice.pieces)),
        "target": choice.target,
        "effects": " ".join(f"{effect.meter}:{effect.change}" for effect in choice.effects),
        "condition": f"{condition.meter}{condition.relation}{condition.value}" if condition else "",
    }
