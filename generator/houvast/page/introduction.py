"""The page of the introduction plan: twelve weeks, what is done in each, and what learning asks of each role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from houvast.model import EVERYONE, Fact
from houvast.page.introduction_calendar import INTRODUCTION_FILE, introduction_calendar
from houvast.page.page import Meta, Page
from houvast.page.places import path_uri
from houvast.page.view import View
from houvast.plan import WEEKS, Action, Introduction, earliest_after, introduction

INTRODUCTION_URI = "introduction/"

FACTS = {
    "works-council": ("works-council-cao-39", "important-consequences-cao-39"),
    "training-plan-advice": ("training-plan", "training-plan-dates"),
}
"""The facts that an action of each kind rests on."""


@dataclass(frozen=True, slots=True)
class Told:
    """An action in words."""

    day: str
    title: str
    do: str
    more: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Weeks:
    """A stretch of the plan under one heading: a week with its first day in words, or all before or after the weeks."""

    title: str
    begins: str
    told: tuple[Told, ...]


def introduction_of(view: View) -> Introduction | None:
    """The plan of the organisation, with each role at its suggested pace; None without a start, or for the public."""
    if view.catalogue.organisation.is_public:
        return None
    paths = [view.paths[role.id, view.preset_of(role).id] for role in view.roles]
    return introduction(view.catalogue, paths, any(plus.steps for plus in view.pluses.values()))


def introduction_page(view: View, plan: Introduction) -> Page:
    """The plan by week, and the minutes of each role."""
    wording = view.wording
    told = [(action, _told(view, plan, action)) for action in plan.actions if _is_held(view, action)]
    last = plan.first_day(WEEKS + 1) - timedelta(days=1)
    title = wording("intro", weeks=WEEKS)
    lead = wording("intro_lead", **{"from": view.date(plan.begin), "to": view.date(last)})
    address = view.address_of(INTRODUCTION_URI)
    body = view.render(
        "introduction.html",
        uri=INTRODUCTION_URI,
        title=title,
        lead=lead,
        calendar=INTRODUCTION_FILE if address else None,
        stretches=list(_stretches(view, plan, told)),
        loads=plan.loads,
        weeks=range(1, WEEKS + 1),
        path_uri=path_uri,
    )
    files = {}
    if address:
        events = [(action, one.title, one.do) for action, one in told]
        files[INTRODUCTION_FILE] = introduction_calendar(view.catalogue.organisation.name, plan, events, address)
    meta: Meta = {"kind": "introduction", "source": "courses/organisation.yml"}
    return Page(INTRODUCTION_URI, title, lead, body, meta, files)


def _stretches(view: View, plan: Introduction, told: Sequence[tuple[Action, Told]]) -> Iterator[Weeks]:
    """What comes before the plan, each of its weeks, and what comes after; weeks without an action are told too."""
    wording = view.wording
    placed = [(plan.week_of(action.day), one) for action, one in told]
    if before := tuple(one for week, one in placed if week < 1):
        yield Weeks(wording("intro_before"), "", before)
    for number in range(1, WEEKS + 1):
        begins = wording("intro_from", day=view.date(plan.first_day(number)))
        yield Weeks(wording("intro_week", number=number), begins, tuple(one for week, one in placed if week == number))
    if after := tuple(one for week, one in placed if week > WEEKS):
        yield Weeks(wording("intro_after", weeks=WEEKS), "", after)


def _is_held(view: View, action: Action) -> bool:
    """Whether this locale has words for an action: a hat may be there in some locales alone."""
    return action.moment is None or view.catalogue.holds_hat(action.moment.hat, view.locale)


def _told(view: View, plan: Introduction, action: Action) -> Told:
    wording, kind = view.wording, action.kind
    if moment := action.moment:
        title = wording("intro_moment", hat=moment.hat.title[view.locale], title=moment.week.title[view.locale])
        return Told(view.date(action.day), title, moment.week.do[view.locale])
    do: str = kind
    if kind == "wave":
        do = "wave_first" if action.day == view.catalogue.organisation.start else "wave_next"
    values = {
        "roles": _roles(view, action.roles),
        "system": action.system.name if action.system else "",
        "day": view.date(action.day),
        "earliest": view.date(earliest_after(action.day)),
        "number": len({(task.unit, task.practice.prepares) for load in plan.loads for task in load.path.practices}),
    }
    return Told(
        view.date(action.day),
        wording(f"intro_{kind}", **values),
        wording(f"intro_{do}_do", **values),
        tuple(_more(view, plan, action)),
        view.facts(FACTS.get(kind, ())),
    )


def _more(view: View, plan: Introduction, action: Action) -> Iterator[str]:
    """What the catalogue and the dates of the organisation add to an action."""
    wording, organisation = view.wording, view.catalogue.organisation
    if action.kind == "story":
        names = ", ".join(system.name for system in organisation.systems)
        yield wording("intro_story_systems", systems=names) if names else wording("intro_story_none")
    if action.kind == "hats":
        for plus in view.pluses_at(plan.loads[0].path.pace):
            if plus.steps:
                minutes = wording("minutes", minutes=sum(step.minutes for step in plus.steps))
                yield f"{plus.hat.title[view.locale]}: {minutes}"
    if action.by:
        yield wording(
            "intro_late" if action.late else "intro_by", by=view.date(action.by), roles=_roles(view, action.late)
        )


def _roles(view: View, names: tuple[str, ...]) -> str:
    """The titles of roles that have a page in this locale, by title; that of everyone only where it is alone."""
    held = [role for role in view.roles if role.id in names]
    return ", ".join(role.title[view.locale] for role in held if role.id != EVERYONE or len(held) == 1)
