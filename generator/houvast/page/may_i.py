"""The page "May I do this?": every answer of the house in tables, which an element turns into three choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houvast.model import OTHER, Asked, LocalText, Module, Question, System, Use, UseRule
from houvast.model.markup import Heading, plain_text
from houvast.model.slug import github_slug
from houvast.page.fill import filler_for
from houvast.page.lesson import elements_for_facts
from houvast.page.page import Meta, Page, link
from houvast.page.places import Places
from houvast.page.view import View
from houvast.plan import WITHOUT_ROLE, personal

MAY_I_URI = "may-i/"
SLIP = "slip"
"""The section for who has entered something already."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the address of the combination, the rule that answers, and the addresses where it may instead."""

    key: str
    rule: UseRule
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool with its answers: a row for each use, with a cell for each class of data, or one for all."""

    id: str
    name: str
    what: str
    rows: tuple[tuple[Use, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """Where an answer is taught: the address, seen from this page, and what stands there."""

    href: str
    title: str


def may_i_page(view: View) -> Page:
    """Three choices and one answer. On a public site one choice: what it is for."""
    organisation = view.catalogue.organisation
    tools = _public_tools(view) if organisation.is_public else tuple(_tools(view))
    rules = {cell.rule.id: cell.rule for tool in tools for _, cells in tool.rows for cell in cells}.values()
    facts = {rule.fact: view.catalogue.facts[rule.fact] for rule in rules if rule.fact}
    body = view.render(
        "may-i.html",
        uri=MAY_I_URI,
        slip=SLIP,
        tools=tools,
        sheets=view.catalogue.may_i.sheets,
        uses=view.catalogue.may_i.uses,
        rules=[(rule, _taught(view, rule), facts[rule.fact] if rule.fact else None) for rule in rules],
        contacts=organisation.contacts,
        speak_up=organisation.story.speak_up[view.locale] if organisation.story else "",
    )
    elements = ["may-i", *elements_for_facts(facts.values())]
    meta: Meta = {"kind": "may-i", "elements": elements, "source": "courses/may-i.yml"}
    return Page(MAY_I_URI, view.wording("may_i"), view.wording("may_i_lead"), body, meta)


def _tools(view: View) -> Iterator[Tool]:
    """Every approved system, and then all other tools."""
    may_i, systems = view.catalogue.may_i, view.catalogue.organisation.systems
    rules = {asked.key: (asked, rule) for asked in may_i.combinations(systems) if (rule := may_i.rule_for(asked))}
    shown = [(system.id, system.name, system.what[view.locale]) for system in systems]
    for tool, name, what in (*shown, (OTHER, view.wording("other_tool"), view.wording("other_tool_what"))):
        rows = []
        for use in may_i.uses:
            keys = [f"{sheet.id}.{tool}.{use.id}" for sheet in may_i.sheets]
            cells = (Cell(key, rules[key][1], tuple(_instead(rules, systems, rules[key][0]))) for key in keys)
            rows.append((use, tuple(cells)))
        yield Tool(tool, name, what, tuple(rows))


def _instead(rules: Mapping[str, tuple[Asked, UseRule]], systems: tuple[System, ...], asked: Asked) -> Iterator[str]:
    """The addresses of the same in systems in which it may, where here it may not."""
    if rules[asked.key][1].answer != "no":
        return
    for system in systems:
        key = f"{asked.data}.{system.id}.{asked.use.id}"
        if rules[key][1].answer in {"yes", "first"}:
            yield key


def _public_tools(view: View) -> tuple[Tool, ...]:
    """What can be said of each use without knowing the house."""
    may_i = view.catalogue.may_i
    depends = UseRule(
        id="depends",
        answer="ask",
        because=LocalText({view.locale: view.wording("may_i_depends")}),
        do=LocalText({view.locale: view.wording("may_i_depends_do")}),
    )
    rows = ((use, (Cell(use.id, may_i.general_rule_for(use) or depends),)) for use in may_i.uses)
    return (Tool(OTHER, view.wording("some_tool"), "", tuple(rows)),)


def _taught(view: View, rule: UseRule) -> Taught | None:
    """The module that teaches a rule, or the section in it; None where it has no page."""
    name, _, question = (rule.learn or "").partition("#")
    module = view.catalogue.modules.get(name)
    if module is None or module.sheet.status == "retired":
        return None
    heading = _heading_above(view, module, question)
    return Taught(link(MAY_I_URI, Places(view).of(name), github_slug(heading)), heading or view.title_of(module))


def _heading_above(view: View, module: Module, question: str) -> str:
    """The section that a question stands in on the page of its module without a role; empty where it does not."""
    if not view.catalogue.holds_unit(module, view.locale):
        return ""
    heading = ""
    filler = filler_for(view, MAY_I_URI, Places(view))
    for piece in personal(module, view.locale, WITHOUT_ROLE):
        if isinstance(piece, Heading) and piece.level == 2:
            heading = plain_text(filler.pieces(piece.pieces))
        elif isinstance(piece, Question) and piece.id == question:
            return heading
    return ""
