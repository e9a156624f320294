"""Team sessions: one screen, one case at a time, a facilitator with a sheet; per unit a page, and a list of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from houvast.model import Catalogue, ChoiceForm, Depth, Module, Question, Role, Scenario, Unit
from houvast.model.markup import Paragraph
from houvast.page.aloud import length_in
from houvast.page.fill import filler_for
from houvast.page.html import blocks_html, inline_html
from houvast.page.page import Meta, Page
from houvast.page.places import Places, library_unit_uri, unit_uri
from houvast.page.talk import TALK_URI, guides_of
from houvast.page.view import View
from houvast.plan import (
    SECONDS_A_CASE,
    SECONDS_AROUND,
    WITHOUT_ROLE,
    Audience,
    LearningPath,
    minutes_of,
    personal,
    resolutions,
    team_cases,
)

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class TeamSession:
    """A module as a team takes it: its cases in order."""

    module: Module
    cases: tuple[Question, ...]
    uri: str

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return minutes_of(self.cases)


def takes_teams(role: Role) -> bool:
    """Whether this role has team sessions of its own: it learns the essentials alone, on the floor or on the ward."""
    return role.depth == "essentials"


def team_uri(role: Role | None) -> str:
    """Where the list of team sessions stands, of a role or for everybody."""
    return f"{role.id}/team/" if role else "team/"


def team_session(catalogue: Catalogue, locale: str, unit: Unit, role: Role | None) -> TeamSession | None:
    """The team session of a unit in a locale; None for a scenario, what is no module of paths, and too few cases."""
    if not isinstance(unit, Module) or not unit.is_reviewed or not catalogue.holds_unit(unit, locale):
        return None
    cases = team_cases(unit, locale, _audience(role), length_in(catalogue))
    return TeamSession(unit, cases, f"{team_uri(role)}{unit.id}/") if cases else None


def _audience(role: Role | None) -> Audience:
    return Audience.of(role, Depth.named(role.depth)) if role else WITHOUT_ROLE


def team_pages(view: View) -> Iterator[Page]:
    """The team sessions for everybody, and those of each role that takes them."""
    units = sorted(view.units, key=lambda unit: unit.sheet.title[view.locale].casefold())
    yield from _pages(view, units, None)
    for role in (role for role in view.roles if takes_teams(role)):
        path = view.paths[role.id, view.preset_of(role).id]
        yield from _pages(view, [view.catalogue.units[name] for name in path.units], path)


def _pages(view: View, units: Sequence[Unit], path: LearningPath | None) -> Iterator[Page]:
    role = path.role if path else None
    found = [(unit, team_session(view.catalogue, view.locale, unit, role)) for unit in units]
    sessions = [session for _, session in found if session]
    lacking = [unit for unit, session in found if not session] if path else []
    yield _list_page(view, sessions, lacking, path)
    for session in sessions:
        yield _session_page(view, session, path)


def _list_page(view: View, sessions: list[TeamSession], lacking: list[Unit], path: LearningPath | None) -> Page:
    role = path.role if path else None
    uri = team_uri(role)
    title = view.wording("team_list_role", role=role.title[view.locale]) if role else view.wording("team_list")
    body = view.render(
        "team-list.html",
        uri=uri,
        trail=_trail(view, role)[:-1],
        title=title,
        sessions=sessions,
        scenarios=[(view.title_of(unit), unit_uri(view, unit, path)) for unit in lacking if isinstance(unit, Scenario)],
        lacking=[view.title_of(unit) for unit in lacking if isinstance(unit, Module)],
        talk=TALK_URI if guides_of(view) else None,
        seconds=SECONDS_A_CASE,
        around=SECONDS_AROUND // 60,
    )
    return Page(uri, title, view.wording("team_lead"), body, {"kind": "team"})


def _trail(view: View, role: Role | None) -> list[tuple[str, str]]:
    above = (f"{role.id}/", role.title[view.locale]) if role else ("library/", view.wording("library"))
    return [("", view.wording("home")), above, (team_uri(role), view.wording("team_list"))]


def _session_page(view: View, session: TeamSession, path: LearningPath | None) -> Page:
    role, module = path.role if path else None, session.module
    shown = personal(module, view.locale, _audience(role))
    filler = filler_for(view, session.uri, Places(view, path))
    hook = next((block for block in shown if isinstance(block, Paragraph)), None)
    title = module.sheet.title[view.locale]
    body = view.render(
        "team.html",
        uri=session.uri,
        trail=_trail(view, role),
        list=team_uri(role),
        module=module,
        role=role,
        minutes=session.minutes,
        hook=inline_html(filler.pieces(hook.pieces)) if hook else "",
        cases=[
            _case(filler.question(question)) | {"at": _clock(SECONDS_AROUND // 2 + number * SECONDS_A_CASE)}
            for number, question in enumerate(session.cases)
        ],
        ends_at=_clock(SECONDS_AROUND // 2 + len(session.cases) * SECONDS_A_CASE),
        sentences=[inline_html(filler.pieces(strong.pieces)) for strong in resolutions(shown)],
    )
    everybody = team_session(view.catalogue, view.locale, module, None)
    meta: Meta = {
        "kind": "team",
        "canonical": everybody.uri if everybody else library_unit_uri(module.id),
        "source": f"courses/{module.file(view.locale)}",
        "elements": ["team"],
    }
    return Page(session.uri, view.wording("team_of", title=title), module.sheet.summary[view.locale], body, meta)


def _case(question: Question) -> Values:
    """A case whose placeholders are filled, with a letter for each option."""
    if not isinstance(question.form, ChoiceForm):
        raise ValueError(f"`{question.id}` is no choice")
    options: list[Values] = [
        {
            "letter": letter,
            "text": inline_html(option.pieces),
            "rationale": blocks_html(option.rationale),
            "right": option.correct,
        }
        for letter, option in zip("ABCD", question.form.options, strict=False)
    ]
    return {
        "stem": inline_html(question.stem),
        "case": blocks_html(question.case),
        "options": options,
        "key": next(option for option in options if option["right"]),
        "others": [option for option in options if not option["right"]],
    }


def _clock(seconds: int) -> str:
    """Minutes and seconds into the session: `2:30`."""
    return f"{seconds // 60}:{seconds % 60:02}"
