"""The pages that every site has: home, library, story."""

from markupsafe import Markup

from houvast.model import EVERYONE, Depth
from houvast.page.fill import filler_for
from houvast.page.handout import HANDOUTS_URI, handouts_of
from houvast.page.introduction import INTRODUCTION_URI, introduction_of
from houvast.page.journey import journey_of
from houvast.page.page import Meta, Page
from houvast.page.places import Places, library_unit_uri, path_uri
from houvast.page.question import question_html
from houvast.page.view import View


def home_page(view: View) -> Page:
    """One sentence why, one case to try, and the way to your own job."""
    organisation = view.catalogue.organisation
    presets = [(role, view.paths[role.id, view.preset_of(role).id]) for role in view.roles]
    jobs = [(role, path) for role, path in presets if role.id != EVERYONE]
    everyone = next((path_uri(role.id, path.pace.id) for role, path in presets if role.id == EVERYONE), None)
    body = view.render(
        "home.html", uri="", organisation=organisation, jobs=jobs, everyone=everyone, first_case=_first_case(view)
    )
    meta: Meta = {"kind": "home", "elements": ["question", "filter"]}
    return Page("", view.wording("home_title"), view.wording("home_lead"), body, meta)


def _first_case(view: View) -> Markup:
    """The question that the organisation opens with, or nothing."""
    for module in view.catalogue.modules.values():
        for _, question in module.placed_questions(view.locale):
            if question.id == view.catalogue.organisation.first_case:
                filled = filler_for(view, "", Places(view)).question(question)
                return question_html(view, filled, view.wording("try_case"))
    return Markup("")


def library_page(view: View) -> Page:
    """All units, with a filter where there is JavaScript, and by phase of the employee journey."""
    units = sorted(view.units, key=lambda unit: unit.sheet.title[view.locale].casefold())
    taught = {target.competency for unit in units for target in unit.targets}
    competencies = [
        (name, competency.title[view.locale])
        for name, competency in view.catalogue.competencies.competencies.items()
        if name in taught
    ]
    body = view.render(
        "library.html",
        uri="library/",
        units=[(unit, unit.minutes(Depth.FULL)) for unit in units],
        competencies=competencies,
        journey=journey_of(view, units),
        unit_uri=library_unit_uri,
        handouts=HANDOUTS_URI if handouts_of(view) else None,
    )
    meta: Meta = {"kind": "library", "elements": ["filter"]}
    return Page("library/", view.wording("library"), view.wording("library_lead"), body, meta)


def story_page(view: View) -> Page:
    """The organisation's own story."""
    organisation = view.catalogue.organisation
    body = view.render(
        "story.html",
        uri="story/",
        organisation=organisation,
        introduction=INTRODUCTION_URI if introduction_of(view) else None,
    )
    title = view.wording("story_title", organisation=organisation.name)
    description = organisation.story.why_now[view.locale] if organisation.story else view.wording("no_story")
    return Page("story/", title, description, body, {"kind": "story", "source": "courses/organisation.yml"})
