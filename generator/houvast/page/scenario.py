"""The body of a scenario's page: every node with its choices as real links, so that it plays without JavaScript."""

from houvast.model import DEBRIEF, METERS, Choice, Node, Role, Scenario
from houvast.model.markup import placeholders_of
from houvast.page.fill import Filler, filler_for
from houvast.page.html import blocks_html, inline_html
from houvast.page.lesson import UnitBody, fact_names
from houvast.page.view import View


def scenario_body(view: View, scenario: Scenario, role: Role | None) -> UnitBody:
    """The body of a scenario; its placeholders are filled for a role, or for nobody in particular."""
    plot = scenario.plots[view.locale]
    filler = filler_for(view.catalogue, view.locale, role, view.wording)
    html = view.render(
        "scenario.html",
        id=scenario.id,
        hash=scenario_hash(view, scenario),
        nodes=[_node(node, filler) for node in plot.nodes if node.id != DEBRIEF],
        debrief=[_node(node, filler) for node in plot.nodes if node.id == DEBRIEF],
        meters=METERS,
    )
    used = (found.name for block in plot.blocks() for found in placeholders_of(block))
    return UnitBody((html,), view.wording("scenario"), ("scenario",), fact_names(used))


def scenario_hash(view: View, scenario: Scenario) -> str:
    """The hash of what the scenario tells in the source locale."""
    return scenario.plots[view.catalogue.source_locale].hash


def _node(node: Node, filler: Filler) -> dict[str, object]:
    return {
        "id": node.id,
        "ending": node.ending,
        "title": inline_html(filler.pieces(node.title)),
        "text": blocks_html(filler.blocks(node.blocks)),
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
