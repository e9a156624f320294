"""Handouts: a page each, made to be printed, and a list of them."""

from collections.abc import Iterator

from houvast.model import EVERYONE, Handout, Hat, Role
from houvast.model.markup import Text
from houvast.page.fill import filler_for
from houvast.page.lesson import elements_for_facts, facts_in
from houvast.page.markdown import blocks_markdown, inline_markdown
from houvast.page.page import Meta, Page
from houvast.page.places import Places
from houvast.page.sources import sources_of
from houvast.page.view import View

HANDOUTS_URI = "handouts/"


def handout_uri(handout: str) -> str:
    """Where a handout stands."""
    return f"{HANDOUTS_URI}{handout}/"


def handouts_of(view: View, learner: Role | Hat | None = None) -> list[tuple[Handout, str]]:
    """The handouts in this locale for somebody, or all of them, by title; each with where it stands."""
    catalogue, locale = view.catalogue, view.locale
    held = (one for one in catalogue.handouts.values() if catalogue.holds_handout(one, locale))
    meant = [one for one in held if learner is None or set(learner.names) & set(one.sheet.audiences)]
    meant.sort(key=lambda handout: handout.sheet.title[locale].casefold())
    return [(handout, handout_uri(handout.id)) for handout in meant]


def handout_pages(view: View) -> Iterator[Page]:
    """The list of handouts, and each of them."""
    handouts = handouts_of(view)
    body = view.render("handout-list.html", uri=HANDOUTS_URI, trail=_trail(view)[:-1], handouts=handouts)
    title, lead = view.wording("handout_list"), view.wording("handout_lead")
    yield Page(HANDOUTS_URI, title, lead, body, {"kind": "handout"})
    for handout, uri in handouts:
        yield _handout_page(view, handout, uri)


def _handout_page(view: View, handout: Handout, uri: str) -> Page:
    sheet, text = handout.sheet, handout.texts[view.locale]
    facts = facts_in(text.blocks)
    parts = (
        view.render("crumbs.html", uri=uri, trail=_trail(view)),
        f"# {inline_markdown((Text(sheet.title[view.locale]),))}",
        view.render("handout-lead.html", handout=handout, audience=_audience(view, handout)),
        blocks_markdown(filler_for(view, uri, Places(view)).blocks(text.blocks)),
        view.render("sources.html", sheet=sheet, sources=sources_of(view, sheet.sources, facts)),
    )
    meta: Meta = {
        "kind": "handout",
        "source": f"courses/{text.file}",
        "elements": list(elements_for_facts(view.facts(facts))),
    }
    return Page(uri, sheet.title[view.locale], sheet.summary[view.locale], "\n\n".join(parts), meta)


def _audience(view: View, handout: Handout) -> str:
    """For whom a handout is, in words."""
    if EVERYONE in handout.sheet.audiences:
        return view.wording("handout_for_all")
    return view.wording("handout_for", audiences=", ".join(view.audience_titles(handout.sheet.audiences)))


def _trail(view: View) -> list[tuple[str, str]]:
    above = [("", view.wording("home")), ("library/", view.wording("library"))]
    return [*above, (HANDOUTS_URI, view.wording("handout_list"))]
