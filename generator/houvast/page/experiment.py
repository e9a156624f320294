"""The page of the experiment card: ten short answers along the five A's, and one sheet to print."""

from houvast.model import Hat, Role
from houvast.page.page import Meta, Page
from houvast.page.view import View

EXPERIMENT_URI = "experiment/"

STEPS = (
    ("aspire", ("task", "better")),
    ("assess", ("tool", "risk", "ask")),
    ("architect", ("check", "stop")),
    ("act", ("who", "tell")),
    ("advance", ("measure",)),
)
"""The five A's and the fields of each; a field is kept as `experiment:<field>`."""

MOST_SIGNS = 300
"""How long an answer may be: ten of that many fit on one sheet of A4."""

LEADS = frozenset({"hr", "learning", "executive", "leads-people", "champion"})
"""Clusters, roles and hats whose pages link the card."""

FACTS = ("works-council-cao-39", "important-consequences-cao-39")


def leads_experiments(learner: Role | Hat) -> bool:
    """Whether this learner starts experiments with others: leads people, is a champion, or works in HR or learning."""
    return bool(LEADS & set(learner.names))


def experiment_page(view: View) -> Page:
    """The form, the card that it fills, and when the works council comes first."""
    body = view.render("experiment.html", uri=EXPERIMENT_URI, steps=STEPS, most=MOST_SIGNS, facts=view.facts(FACTS))
    meta: Meta = {"kind": "experiment", "elements": ["experiment"]}
    return Page(EXPERIMENT_URI, view.wording("experiment"), view.wording("experiment_lead"), body, meta)
