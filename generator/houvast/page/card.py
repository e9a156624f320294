"""The card of a role for the wall, one page of A4: what may go in where, what never, what to ask, whom to call."""

from dataclasses import dataclass

from houvast.model import Role, Task
from houvast.page.may_i import MAY_I_URI
from houvast.page.page import Meta, Page
from houvast.page.view import View


@dataclass(frozen=True, slots=True)
class Line:
    """A task, and in a few words where or how."""

    title: str
    how: str


def card_uri(role: str) -> str:
    """Where the card of a role stands."""
    return f"{role}/card/"


def has_card(view: View) -> bool:
    """Whether there are cards: all that they say is of the house, so a public site has none."""
    return not view.catalogue.organisation.is_public


def card_page(view: View, role: Role) -> Page:
    """The card of a role: yes, ask first, no, each with a sign and in words."""
    catalogue, systems = view.catalogue, view.catalogue.organisation.systems
    uri = card_uri(role.id)
    sheets = catalogue.may_i.sheets
    go, ask, never = _sorted(view, role.tasks)
    body = view.render(
        "card.html",
        uri=uri,
        role=role,
        go=go,
        ask=ask,
        never=never,
        held=[(system, [sheet for sheet in sheets if system.may_hold(sheet.id)]) for system in systems],
        out=[sheet for sheet in sheets if not any(system.may_hold(sheet.id) for system in systems)],
        asked_uses=[use for use in catalogue.may_i.uses if use.risk in {"high", "transparency"}],
        banned_uses=[use for use in catalogue.may_i.uses if use.risk == "prohibited"],
        address=view.address_of(MAY_I_URI),
    )
    title = view.wording("card_title", role=role.title[view.locale])
    meta: Meta = {"kind": "card", "elements": ["card"], "source": "courses/may-i.yml"}
    return Page(uri, title, view.wording("may_i_lead"), body, meta)


def _sorted(view: View, tasks: tuple[Task, ...]) -> tuple[list[Line], list[Line], list[Line]]:
    """The tasks of a role under yes, ask first and no, by their risk and by the systems that may hold their data."""
    go: list[Line] = []
    ask: list[Line] = []
    never: list[Line] = []
    systems = view.catalogue.organisation.systems
    for task in tasks:
        title = task.title[view.locale]
        fitting = [system.name for system in systems if system.may_hold(task.data)]
        if task.risk == "prohibited" or (task.risk == "other" and not fitting):
            never.append(Line(title, view.wording("card_none")))
        elif task.risk != "other":
            ask.append(Line(title, view.wording(f"card_{task.risk}")))
        elif len(fitting) == len(systems):
            go.append(Line(title, view.wording("card_any_tool")))
        else:
            ask.append(Line(title, view.wording("card_only", tools=", ".join(fitting))))
    return go, ask, never
