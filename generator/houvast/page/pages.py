"""All pages of one locale."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from houvast.page.about import about_page
from houvast.page.board import board_pages
from houvast.page.card import card_page, has_card
from houvast.page.experiment import experiment_page
from houvast.page.glossary import glossary_page
from houvast.page.handout import handout_pages
from houvast.page.hat import hat_page
from houvast.page.home import home_page, library_page, story_page
from houvast.page.html import pictures_in
from houvast.page.introduction import introduction_of, introduction_page
from houvast.page.may_i import may_i_page
from houvast.page.page import Page
from houvast.page.progress import progress_page
from houvast.page.provenance import draft_told
from houvast.page.rail import rail_of
from houvast.page.record import record_page
from houvast.page.review import review_page
from houvast.page.role import path_page, role_page
from houvast.page.talk import talk_pages
from houvast.page.team import team_pages, team_session
from houvast.page.unit import hat_unit_page, library_unit_page, personal_unit_page
from houvast.page.view import View


def pages_of(view: View) -> Iterator[Page]:
    """Every page of the locale of this view; one that other locales lack says in which it is.

    A page of a file that comes with Houvast names no source: who reads it cannot change that file.
    """
    packaged = {f"courses/{file}" for file in view.catalogue.packaged}
    drafted = {
        f"courses/{file}": f"courses/drafts/{sheet.id}/{file}"
        for sheet in view.catalogue.drafts.values()
        for file in sheet.files
    }
    for page in _pages_of(view):
        meta = {key: value for key, value in page.meta.items() if key != "source" or value not in packaged}
        if (source := str(meta.get("source"))) in drafted:
            meta["source"] = drafted[source]
        if told := draft_told(view, page.uri):
            meta["draft"] = told
        locales = [locale for locale in view.catalogue.locales if _is_there(view, page, locale)]
        if len(locales) < len(view.catalogue.locales):
            meta["locales"] = locales
        yield replace(page, meta=meta, files={**page.files, **_pictures_on(view, page)})


def _pictures_on(view: View, page: Page) -> Mapping[str, str]:
    """The files of the pictures that a page shows: they stand beside it."""
    return {f"{name}.svg": view.catalogue.pictures[name].svg for name in pictures_in(page.body)}


def _is_there(view: View, page: Page, locale: str) -> bool:
    """Whether a locale has a page at this address too."""
    catalogue = view.catalogue
    names = page.uri.strip("/").split("/")
    role, unit = catalogue.roles.get(names[0]), catalogue.units.get(names[-1])
    hat = catalogue.hats.get(names[1]) if names[0] == "hats" else None
    handout = catalogue.handouts.get(names[1]) if names[0] == "handouts" and names[1:] else None
    if unit and "team" in names[:2] and not team_session(catalogue, locale, unit, role):
        return False
    return (
        (role is None or catalogue.holds_role(role, locale))
        and (hat is None or catalogue.holds_hat(hat, locale))
        and (handout is None or catalogue.holds_handout(handout, locale))
        and (unit is None or catalogue.holds_unit(unit, locale))
    )


def _pages_of(view: View) -> Iterator[Page]:
    yield home_page(view)
    yield story_page(view)
    yield library_page(view)
    if plan := introduction_of(view):
        yield introduction_page(view, plan)
    yield may_i_page(view)
    yield progress_page(view)
    yield experiment_page(view)
    yield from board_pages(view)
    yield record_page(view)
    yield glossary_page(view)
    for site_page in view.site_pages:
        yield about_page(view, site_page)
    for unit in view.units:
        yield library_unit_page(view, unit)
    for role in view.roles:
        yield role_page(view, role)
        if has_card(view):
            yield card_page(view, role)
    paces = {path.pace.id: path.pace for path in view.paths.values()}
    for plus in view.pluses_at(next(iter(paces.values()))) if paces else ():
        yield hat_page(view, plus)
        for unit in (view.catalogue.units[name] for name in plus.units):
            if view.catalogue.holds_unit(unit, view.locale):
                yield hat_unit_page(view, unit, plus.hat)
    yield from team_pages(view)
    yield from talk_pages(view)
    yield from handout_pages(view)
    for path in view.paths.values():
        if path.role not in view.roles:
            continue
        rail = rail_of(view, path)
        yield path_page(view, rail)
        if path.pace.reviews:
            yield review_page(view, rail)
        for unit in (view.catalogue.units[name] for name in path.units):
            if view.catalogue.holds_unit(unit, view.locale):
                yield personal_unit_page(view, unit, rail)
