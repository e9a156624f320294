"""The pages that every site has: home, library, story."""

from houvast.page.page import Page
from houvast.page.rail import path_uri
from houvast.page.unit import library_unit_uri
from houvast.page.view import View


def home_page(view: View) -> Page:
    """Why, and the way to your own job."""
    organisation = view.catalogue.organisation
    jobs = [(role, view.paths[role.id, view.preset_of(role).id]) for role in view.roles]
    body = view.render("home.html", uri="", organisation=organisation, jobs=jobs, path_uri=path_uri)
    description = view.wording("home_lead", organisation=organisation.name)
    return Page("", view.wording("home_title"), description, body, {"kind": "home"})


def library_page(view: View) -> Page:
    """All units, with a filter where there is JavaScript."""
    modules = [module for module in view.catalogue.modules.values() if module.sheet.status != "retired"]
    modules.sort(key=lambda module: module.sheet.title[view.locale].casefold())
    taught = {target.competency for module in modules for target in module.sheet.teaches}
    competencies = [
        (name, competency.title[view.locale])
        for name, competency in view.catalogue.competencies.competencies.items()
        if name in taught
    ]
    body = view.render(
        "library.html", uri="library/", modules=modules, competencies=competencies, unit_uri=library_unit_uri
    )
    meta: dict[str, str | list[str]] = {"kind": "library", "elements": ["library"]}
    return Page("library/", view.wording("library"), view.wording("library_lead"), body, meta)


def story_page(view: View) -> Page:
    """The organisation's own story."""
    organisation = view.catalogue.organisation
    body = view.render("story.html", uri="story/", organisation=organisation)
    title = view.wording("story_title", organisation=organisation.name)
    description = organisation.story.why_now[view.locale]
    return Page("story/", title, description, body, {"kind": "story", "source": "courses/organisation.yml"})
