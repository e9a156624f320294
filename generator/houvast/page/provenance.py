"""How what stands on a page was drafted: by which model, from which sources, and who reviewed it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from houvast.model import DraftedItem, DraftSheet, DraftSource, thing_of
from houvast.page.page import link
from houvast.page.places import library_unit_uri
from houvast.page.view import View

Linked = tuple[str, str | None]
"""The title of a source, and its address where it has one."""

ORGANISATION = "document."


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of one draft, in words."""

    what: str
    how: str
    sources: tuple[Linked, ...]
    reviewed: str
    changed: str


def provenance_of(view: View, thing: str, uri: str, names: Iterable[str]) -> list[Told]:
    """What there is to tell of the drafts of a thing, such as `roles/planner`, for who is called by these names."""
    catalogue = view.catalogue
    held = (*catalogue.provenance.values(), *catalogue.drafts.values())
    return [_told(view, sheet, thing, uri) for sheet in held if _is_shown(sheet, thing, view.locale, set(names))]


def _is_shown(sheet: DraftSheet, thing: str, locale: str, names: set[str]) -> bool:
    """Whether a reader of a locale meets anything of it: a translation, or the text of one role, is not for all."""
    files = [file for file in sheet.files if thing_of(file) == thing]
    if sheet.kind == "translation":
        files = [file for file in files if file.endswith((f"/{locale}.md", f".{locale}.md"))]
    return any("/for/" not in file or file.rpartition("/")[2].partition(".")[0] in names for file in files)


def _told(view: View, sheet: DraftSheet, thing: str, uri: str) -> Told:
    items = [item for item in sheet.items if thing_of(item.file) == thing]
    models = dict.fromkeys(call.model_reported or sheet.model_requested for item in items for call in item.calls)
    model = ", ".join(models) or sheet.model_requested
    return Told(
        what=_what(view, sheet, items),
        how=view.wording("drafted_how", model=model, date=view.date(sheet.drafted)),
        sources=tuple(dict.fromkeys(_source(view, source, uri) for source in sheet.sources)),
        reviewed=_reviewed(view, sheet),
        changed=_changed(view, items),
    )


def _what(view: View, sheet: DraftSheet, items: list[DraftedItem]) -> str:
    if sheet.kind == "questions":
        number = sum(item.kind == "question" for item in items)
        return view.wording("drafted_one_question") if number == 1 else view.wording("drafted_questions", number=number)
    return view.wording("drafted_translation" if sheet.kind == "translation" else "drafted_whole")


def _source(view: View, source: DraftSource, uri: str) -> Linked:
    """A source with its address: of a fact where it stands, of a module its page. A public site names no document."""
    kind, _, name = source.id.partition(".")
    if kind == "fact" and name in view.catalogue.facts:
        held = view.catalogue.facts[name].source
        return held.title[view.locale] if view.locale in held.title.locales else source.title, held.url
    unit = view.catalogue.units.get(name.partition("#")[0]) if kind == "module" else None
    if unit and unit in view.units:
        return unit.sheet.title[view.locale], link(uri, library_unit_uri(unit.id))
    if source.id.startswith(ORGANISATION) and view.catalogue.organisation.is_public:
        return view.wording("drafted_own_document"), None
    return source.title, None


def _reviewed(view: View, sheet: DraftSheet) -> str:
    if sheet.status == "draft" or not sheet.reviewed or not sheet.reviewed_by:
        return view.wording("drafted_open", number=len(sheet.open_items))
    return view.wording("drafted_reviewed", team=_team(view, sheet.reviewed_by), date=view.date(sheet.reviewed))


def _team(view: View, team: str) -> str:
    """The name of a team where the organisation tells it; a public site names none."""
    organisation = view.catalogue.organisation
    if organisation.is_public:
        return view.wording("drafted_team")
    contact = organisation.contacts.get(team)
    return contact.name[view.locale] if contact and view.locale in contact.name.locales else team


def _changed(view: View, items: list[DraftedItem]) -> str:
    """How many parts a person edited and rejected; empty while nothing is decided."""
    decided = Counter(item.decision.decision for item in items if item.decision)
    if not decided:
        return ""
    return view.wording(
        "drafted_changed",
        all=decided.total(),
        accepted=decided["accepted"],
        edited=decided["edited"],
        rejected=decided["rejected"],
    )


def draft_told(view: View, uri: str) -> str:
    """What every page of something that nobody reviewed says at its top; empty for all others."""
    for thing, is_draft in _things_of(view, uri):
        if is_draft:
            return view.wording("is_draft")
        held = [sheet for sheet in view.catalogue.drafts.values() if thing in sheet.things]
        asked = {item.id for sheet in held for item in sheet.open_items if item.kind == "question"}
        if asked and all(sheet.kind == "questions" for sheet in held):
            return view.wording("is_draft_questions", ids=", ".join(sorted(asked)))
        if held:
            return view.wording("is_draft_part")
    return ""


def _things_of(view: View, uri: str) -> Iterator[tuple[str, bool]]:
    """What a page is of, by its address, and whether that is a draft: a unit, then the role or hat it stands under."""
    catalogue, names = view.catalogue, uri.strip("/").split("/")
    if unit := catalogue.units.get(names[-1]):
        yield thing_of(unit.sheet.file), unit.sheet.status == "draft"
    for name in names[:2]:
        if name in catalogue.roles:
            yield f"roles/{name}", catalogue.roles[name].status == "draft"
        if name in catalogue.hats and names[0] == "hats":
            yield f"hats/{name}", catalogue.hats[name].status == "draft"
        if name in catalogue.handouts and names[0] == "handouts":
            yield f"handouts/{name}", False
