"""The page of a role, and the path of a role at a pace."""

from collections.abc import Mapping

from houvast.model import Role
from houvast.page.calendar import CALENDAR_FILE, CalendarPath, calendar_id, calendar_of
from houvast.page.card import card_uri, has_card
from houvast.page.changed import CHANGED_FILE, changed_file
from houvast.page.experiment import leads_experiments
from houvast.page.handout import handouts_of
from houvast.page.hat import hat_uri
from houvast.page.intention import AT_THE_END, starters
from houvast.page.page import Page
from houvast.page.path_file import PATH_FILE, path_file
from houvast.page.places import path_uri
from houvast.page.provenance import provenance_of
from houvast.page.rail import Rail
from houvast.page.talk import talk_of
from houvast.page.team import takes_teams, team_uri
from houvast.page.view import View
from houvast.plan import begin_of, deadlines
from houvast.plan.schedule import schedule


def role_page(view: View, role: Role) -> Page:
    """What changes in this job, its tasks, and the way to its paths."""
    title = role.title[view.locale]
    paces = [(pace, view.paths[role.id, pace.id]) for pace in view.paces_of(role)]
    body = view.render(
        "role.html",
        uri=f"{role.id}/",
        role=role,
        paces=paces,
        preset=view.preset_of(role),
        path_uri=path_uri,
        card=card_uri(role.id) if has_card(view) else None,
        team=team_uri(role) if takes_teams(role) else None,
        talk=talk_of(view, role),
        handouts=handouts_of(view, role),
        provenance=provenance_of(view, f"roles/{role.id}", f"{role.id}/", role.names),
    )
    return Page(
        f"{role.id}/", title, role.summary[view.locale], body, {"kind": "role", "source": f"courses/{role.file}"}
    )


def path_page(view: View, rail: Rail) -> Page:
    """The learning path: sessions, steps, how far you are, what is not served, hats, other paces."""
    path, organisation = rail.path, view.catalogue.organisation
    begin = begin_of(view.catalogue, path.role)
    pluses = view.pluses_at(path.pace)
    role_title, pace_title = path.role.title[view.locale], path.pace.title[view.locale]
    other = [pace for pace in view.paces_of(path.role) if pace.id != path.pace.id]
    units = view.catalogue.units
    practices = [task for task in path.practices if view.catalogue.holds_unit(units[task.unit], view.locale)]
    body = view.render(
        "path.html",
        uri=rail.uri,
        rail=rail,
        path=path,
        other=other,
        hats=[plus.hat for plus in pluses],
        hat_uri=hat_uri,
        path_uri=path_uri,
        team=team_uri(path.role) if takes_teams(path.role) else None,
        practices=practices,
        gaps=path.gaps,
        page="path",
        asked=AT_THE_END if path.units else None,
        starters=starters(view, path.role),
        leads=leads_experiments(path.role),
        begin=begin,
        deadlines=tuple(deadlines(path, begin, organisation.by)) if begin else (),
        calendar=CALENDAR_FILE if begin and organisation.address else None,
    )
    return Page(
        rail.uri,
        f"{role_title}, {pace_title.lower()}",
        path.role.summary[view.locale],
        body,
        {"kind": "path", "elements": ["path", "again", "intention"], "source": f"courses/{path.role.file}"},
        {PATH_FILE: path_file(view, rail, pluses), CHANGED_FILE: changed_file(view, rail), **_calendar(view, rail)},
    )


def _calendar(view: View, rail: Rail) -> Mapping[str, str]:
    """The calendar file of a path, where the organisation says when it begins and where the site stands."""
    path, address = rail.path, view.address_of(rail.uri)
    begin = begin_of(view.catalogue, path.role)
    if not begin or not address:
        return {}
    written = CalendarPath(
        id=calendar_id(view.catalogue.organisation.name, path.role.id, path.pace.id),
        pace=path.pace,
        address=address,
        titles={step.step.unit: step.title for step in rail.steps},
        addresses={(step.step.unit, step.part.number): view.address_of(step.uri) for step in rail.steps},
    )
    planned = schedule(path.steps, path.pace, begin)
    return {CALENDAR_FILE: calendar_of(planned, written, view.wording).decode()}
