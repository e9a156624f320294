"""My progress: the frame of the page, and beside it what of the courses an answer belongs to. The browser fills it."""

import json
import textwrap
from collections.abc import Iterator

from houvast.model import Module, Question, Scenario, Unit, questions_in
from houvast.model.markup import plain_text
from houvast.page.fill import Filler, filler_for
from houvast.page.page import Meta, Page, link
from houvast.page.places import Places, library_unit_uri, path_uri
from houvast.page.question import is_counted
from houvast.page.scenario import scenario_hash
from houvast.page.view import View
from houvast.plan import WITHOUT_ROLE, personal

PROGRESS_URI = "progress/"
PROGRESS_FILE = "progress.json"
LONGEST_STEM = 110
"""The longest that a question is called by, in characters."""

SAID = (
    *("again", "aside", "back_in", "competency", "count", "due", "erase_told", "erased", "file", "foreign"),
    *("head_again", "head_open", "head_right", "known", "last", "merged", "new_one", "new", "newer_file", "no_last"),
    *("no_path", "nothing_new", "not_kept", "not_ours", "older", "open", "refused", "settings", "some", "too_large"),
    "undone",
)
"""What the page says by script: `progress_` before each is its key."""
TAKEN = (
    *("told_one", "told", "picture", "nothing", "too_long", "not_loaded", "asks", "asks_one", "known", "unknown"),
    *("broken", "newer", "foreign"),
)
"""What it says of a QR code: `take_` before each is its key, here and in the browser."""


def progress_page(view: View) -> Page:
    """What a learner did and what is still to do, filled in the learner's browser; without script, words say so."""
    words = {name: view.wording.words[f"progress_{name}"] for name in SAID}
    words |= {f"take_{name}": view.wording.words[f"take_{name}"] for name in TAKEN}
    body = view.render("progress.html", uri=PROGRESS_URI, file=PROGRESS_FILE, words=words)
    meta: Meta = {"kind": "progress", "elements": ["progress-page"]}
    title, lead = view.wording("progress"), view.wording("progress_lead")
    return Page(PROGRESS_URI, title, lead, body, meta, {PROGRESS_FILE: progress_file(view)})


def progress_file(view: View) -> str:
    """Every unit with what counts in it, every competency, and every path."""
    competencies = view.catalogue.competencies.competencies
    filler = filler_for(view, PROGRESS_URI, Places(view))
    content = {
        "competencies": [{"id": name, "title": held.title[view.locale]} for name, held in competencies.items()],
        "units": [_unit(view, unit, filler) for unit in view.units],
        "paths": list(_paths(view)),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _paths(view: View) -> Iterator[dict[str, str]]:
    for role in view.roles:
        for pace in view.paces_of(role):
            yield {
                "path": f"{role.id}/{pace.id}",
                "role": role.title[view.locale],
                "pace": pace.title[view.locale],
                "href": link(PROGRESS_URI, path_uri(role.id, pace.id)),
            }


def _unit(view: View, unit: Unit, filler: Filler) -> dict[str, object]:
    return {
        "id": unit.id,
        "title": unit.sheet.title[view.locale],
        "href": link(PROGRESS_URI, library_unit_uri(unit.id)),
        "competencies": list(dict.fromkeys(target.competency for target in unit.targets)),
        "gate": isinstance(unit, Module) and unit.sheet.gate,
        "items": [_scenario(view, unit)] if isinstance(unit, Scenario) else list(_items(view, unit, filler)),
    }


def _scenario(view: View, scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "hash": scenario_hash(view, scenario),
        "measures": list(dict.fromkeys(target.competency for target in scenario.targets)),
        "critical": False,
        "stem": scenario.sheet.title[view.locale],
        "library": True,
    }


def _items(view: View, module: Module, filler: Filler) -> Iterator[dict[str, object]]:
    """The questions of a lesson and of all its variants; `library` says that a reader without a role sees it."""
    shown = personal(module, view.locale, WITHOUT_ROLE)
    in_library = {piece.id for piece in shown if isinstance(piece, Question)}
    variants = (held.slots for (_, locale), held in module.variants.items() if locale == view.locale)
    contents = (module.lessons[view.locale].content, *variants)
    held = {question.id: question for content in contents for question in questions_in(content)}
    for question in (question for question in held.values() if is_counted(question)):
        target = question.measures or next(iter(module.targets), None)
        yield {
            "id": question.id,
            "hash": view.catalogue.source_questions[question.id].hash,
            "measures": [target.competency] if target else [],
            "critical": question.critical,
            "stem": _short(plain_text(filler.pieces(question.stem))),
            "library": question.id in in_library,
        }


def _short(text: str) -> str:
    return textwrap.shorten(text, LONGEST_STEM, placeholder=" …")
