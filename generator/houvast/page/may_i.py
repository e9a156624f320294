"""The page "May I do this?": every answer of the house in tables, which an element turns into three choices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from houvast.model import OTHER, Asked, Fact, LocalText, Module, Question, System, Use, UseRule
from houvast.model.markup import Heading, plain_text
from houvast.model.pace import Depth
from houvast.model.slug import github_slug
from houvast.page.fill import filler_for
from houvast.page.page import Page, link
from houvast.page.places import Places
from houvast.page.view import View
from houvast.plan import Audience, personal

URI = "may-i/"
SLIP = "slip"
"""The section for who has entered something already."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the address of the combination, the rule that answers, and where it may instead, by address."""

    key: str
    rule: UseRule
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool with its answers: a row for each use, with a cell for each class of data, or one for all."""

    id: str
    name: str
    what: str
    rows: tuple[tuple[Use, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Where an answer is taught."""

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
        uri=URI,
        slip=SLIP,
        tools=tools,
        sheets=view.catalogue.may_i.sheets,
        uses=view.catalogue.may_i.uses,
        rules=[(rule, _lesson(view, rule), facts[rule.fact] if rule.fact else None) for rule in rules],
        contacts=organisation.contacts,
        speak_up=organisation.story.speak_up[view.locale] if organisation.story else "",
    )
    elements = ["may-i", *(["since"] if _are_dated(facts.values()) else [])]
    meta: dict[str, str | list[str]] = {"kind": "may-i", "elements": elements, "source": "courses/may-i.yml"}
    return Page(URI, view.wording("may_i"), view.wording("may_i_lead"), body, meta)


def _are_dated(facts: Iterable[Fact]) -> bool:
    return any(fact.applies_from for fact in facts)


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


def _instead(
    rules: dict[str, tuple[Asked, UseRule]], systems: tuple[System, ...], asked: Asked
) -> Iterator[tuple[str, str]]:
    """The systems in which the same may, where here it may not."""
    if rules[asked.key][1].answer != "no":
        return
    for system in systems:
        key = f"{asked.data}.{system.id}.{asked.use.id}"
        if rules[key][1].answer in {"yes", "first"}:
            yield key, system.name


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


def _lesson(view: View, rule: UseRule) -> Lesson | None:
    """The module that teaches a rule, or the section in it; None where it has no page."""
    name, _, question = (rule.learn or "").partition("#")
    module = view.catalogue.modules.get(name)
    if module is None or module.sheet.status == "retired":
        return None
    places = Places(view)
    heading = _heading_above(view, module, question)
    title = heading or view.title_of(module)
    return Lesson(link(URI, places.of(name), github_slug(heading)), title)


def _heading_above(view: View, module: Module, question: str) -> str:
    """The section that a question stands in on the page of its module without a role; empty where it does not."""
    heading = ""
    filler = filler_for(view, URI, Places(view))
    if not view.catalogue.holds_unit(module, view.locale):
        return ""
    for piece in personal(module, view.locale, Audience((), Depth.FULL)):
        if isinstance(piece, Heading) and piece.level == 2:
            heading = plain_text(filler.pieces(piece.pieces))
        elif isinstance(piece, Question) and piece.id == question:
            return heading
    return ""
