"""The record, a statement of participation: the frame of the page, and beside it the versions of what was learnt."""

import json

from houvast.page.page import Meta, Page, link
from houvast.page.progress import PROGRESS_FILE, PROGRESS_URI
from houvast.page.view import View
from houvast.plan import path_version, unit_version

RECORD_URI = "record/"
VERSIONS_FILE = "versions.json"

SAID = (
    *("also", "begun", "done", "file", "guided", "made", "minutes", "no_path", "open", "period", "period_one"),
    *("skipped", "total", "version"),
)
"""What the page says by script: `record_` before each is its key."""


def record_page(view: View) -> Page:
    """What a learner keeps or hands on, made in the learner's browser; without script, words say so."""
    words = {name: view.wording.words[f"record_{name}"] for name in SAID}
    courses = f"{link(RECORD_URI, PROGRESS_URI)}{PROGRESS_FILE}"
    body = view.render("record.html", uri=RECORD_URI, file=VERSIONS_FILE, courses=courses, words=words)
    meta: Meta = {"kind": "record", "elements": ["record"]}
    title, lead = view.wording("record"), view.wording("record_lead")
    return Page(RECORD_URI, title, lead, body, meta, {VERSIONS_FILE: versions_file(view)})


def versions_file(view: View) -> str:
    """The content version of every path, and of each of its units."""
    paths = {
        f"{path.role.id}/{path.pace.id}": {
            "version": path_version(view.catalogue, path.role, path.units),
            "units": {name: unit_version(view.catalogue, view.catalogue.units[name], path.role) for name in path.units},
        }
        for path in view.paths.values()
        if path.role in view.roles
    }
    return json.dumps(paths, separators=(",", ":"), sort_keys=True) + "\n"
