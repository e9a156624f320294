"""Conversation guides: a sheet to print for who talks about a module with a team, and a list of them."""

from collections.abc import Iterator
from typing import TypeGuard

from houvast.model import EVERYONE, Hat, Module, Role, Unit
from houvast.page.page import Meta, Page
from houvast.page.places import library_unit_uri
from houvast.page.view import View

TALK_URI = "talk/"

LEADS_PEOPLE = "leads-people"
"""The hat whose page, and those of roles that wear it, link the guides."""

TIPS = ("listen", "unknown", "safe", "agree")
"""How to lead such a conversation: keys of the words of the site."""


def talk_uri(module: str) -> str:
    """Where the conversation guide of a module stands."""
    return f"{TALK_URI}{module}/"


def has_talk(unit: Unit) -> TypeGuard[Module]:
    """Whether this is a reviewed module with a conversation guide."""
    return isinstance(unit, Module) and unit.is_reviewed and unit.sheet.talk is not None


def guides_of(view: View) -> list[Module]:
    """The modules with a conversation guide in this locale, by title."""
    modules = [unit for unit in view.units if has_talk(unit)]
    return sorted(modules, key=lambda module: module.sheet.title[view.locale].casefold())


def talk_of(view: View, learner: Role | Hat) -> str | None:
    """Where the guides stand for somebody who leads people; None for others, and where there are none."""
    return TALK_URI if LEADS_PEOPLE in learner.names and guides_of(view) else None


def talk_pages(view: View) -> Iterator[Page]:
    """The list of guides, and each of them."""
    guides = guides_of(view)
    body = view.render(
        "talk-list.html",
        uri=TALK_URI,
        trail=_trail(view)[:-1],
        guides=[(module, talk_uri(module.id)) for module in guides],
        tips=TIPS,
    )
    yield Page(TALK_URI, view.wording("talk_list"), view.wording("talk_lead"), body, {"kind": "talk"})
    for module in guides:
        yield _guide_page(view, module)


def _guide_page(view: View, module: Module) -> Page:
    uri, title = talk_uri(module.id), view.wording("talk_of", title=module.sheet.title[view.locale])
    body = view.render(
        "talk.html",
        uri=uri,
        trail=_trail(view),
        title=title,
        module=module,
        audience=_audience(view, module),
        unit=library_unit_uri(module.id),
    )
    meta: Meta = {"kind": "talk", "source": f"courses/{module.sheet.file}"}
    return Page(uri, title, module.sheet.summary[view.locale], body, meta)


def _audience(view: View, module: Module) -> str:
    """For whom the guide is, and for whom its module is where not for everybody, in words."""
    names = [name for name in module.sheet.audiences if name != EVERYONE]
    titles = ", ".join(view.audience_titles(names))
    return view.wording("talk_for", audiences=titles) if titles else view.wording("talk_for_all")


def _trail(view: View) -> list[tuple[str, str]]:
    return [("", view.wording("home")), ("library/", view.wording("library")), (TALK_URI, view.wording("talk_list"))]
