"""The page of a role, and the path of a role at a pace."""

from houvast.model import Role
from houvast.page.hat import hat_uri
from houvast.page.page import Page
from houvast.page.path_file import PATH_FILE, path_file
from houvast.page.places import path_uri
from houvast.page.rail import Rail
from houvast.page.view import View
from houvast.plan import deadlines


def role_page(view: View, role: Role) -> Page:
    """What changes in this job, its tasks, and the way to its paths."""
    title = role.title[view.locale]
    paces = [(pace, view.paths[role.id, pace.id]) for pace in view.paces_of(role)]
    body = view.render(
        "role.html", uri=f"{role.id}/", role=role, paces=paces, preset=view.preset_of(role), path_uri=path_uri
    )
    return Page(
        f"{role.id}/", title, role.summary[view.locale], body, {"kind": "role", "source": f"courses/{role.file}"}
    )


def path_page(view: View, rail: Rail) -> Page:
    """The learning path: sessions, steps, how far you are, what is not served, hats, other paces."""
    path, organisation = rail.path, view.catalogue.organisation
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
        practices=practices,
        gaps=path.gaps,
        deadlines=tuple(deadlines(path, organisation.start, organisation.by)) if organisation.start else (),
    )
    return Page(
        rail.uri,
        f"{role_title}, {pace_title.lower()}",
        path.role.summary[view.locale],
        body,
        {"kind": "path", "elements": ["path"], "source": f"courses/{path.role.file}"},
        {PATH_FILE: path_file(view, rail, pluses)},
    )
