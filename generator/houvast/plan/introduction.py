"""Plan how an organisation introduces learning about AI: twelve weeks, reckoned from its dates and its paths."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from houvast.model import MILESTONES, Catalogue, Organisation, System
from houvast.plan.moments import WEEK, Moment, moments_of
from houvast.plan.path import LearningPath
from houvast.plan.schedule import Schedule, schedule
from houvast.plan.waves import begin_of

WEEKS = 12

EXPERIMENTS_IN_WEEK = 10
"""Not before this week, and not before every core is reached: an experiment needs people who can check."""

MONTHS_OF_NOTICE = relativedelta(months=3)
"""Between information of the works council and the start of a system, where CAO 39 applies: `works-council-cao-39`."""

TRAINING_PLAN: Mapping["Kind", tuple[int, int]] = {"training-plan-advice": (3, 15), "training-plan-fixed": (3, 31)}
"""Month and day: the works council advises on the yearly training plan, and it is fixed. See `training-plan-dates`."""

Kind = Literal[
    "story",
    "inform",
    "system",
    "works-council",
    "wave",
    "gates",
    "hats",
    "moment",
    "core",
    "path",
    "training-plan-advice",
    "training-plan-fixed",
    "experiments",
    "measure",
    "report",
]


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done or reached on a day: by which roles, about which AI system.

    `late` are the roles that reach a milestone after the date of the organisation, `by`. A moment is of a hat.
    """

    kind: Kind
    day: date
    roles: tuple[str, ...] = ()
    system: System | None = None
    by: date | None = None
    late: tuple[str, ...] = ()
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """What learning asks of one person of a role: minutes in each of the weeks, from week 1, and after those."""

    path: LearningPath
    begin: date
    minutes: tuple[int, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Introduction:
    """The plan: week 1 prepares, on the first day of week 2 the first begin. Actions go by day."""

    begin: date
    actions: tuple[Action, ...]
    loads: tuple[Load, ...]

    def week_of(self, day: date) -> int:
        """The number of the week a day falls in; 0 and less before the plan, more than `WEEKS` after it."""
        return (day - self.begin) // WEEK + 1

    def first_day(self, week: int) -> date:
        """The first day of a week by its number."""
        return self.begin + (week - 1) * WEEK


def introduction(catalogue: Catalogue, paths: Sequence[LearningPath], with_hats: bool) -> Introduction | None:
    """The plan for these paths, one of each role; None without a start. `with_hats` says if any hat adds something."""
    organisation = catalogue.organisation
    if organisation.start is None:
        return None
    begin = organisation.start - WEEK
    planned = {
        path.role.id: schedule(path.steps, path.pace, begin_of(catalogue, path.role) or organisation.start)
        for path in paths
    }
    actions = [
        Action("story", begin),
        *_waves(planned),
        *_milestones(organisation, planned),
        *_of_the_law(catalogue, begin),
        *_moments(catalogue),
    ]
    reached = {action.kind: action.day for action in actions}
    if with_hats and "gates" in reached:
        actions.append(Action("hats", _next_week(begin, reached["gates"])))
    ready = max(reached.get("core", begin), begin + (EXPERIMENTS_IN_WEEK - 2) * WEEK)
    experiments = _next_week(begin, ready)
    actions += [Action("experiments", experiments), Action("measure", experiments + WEEK)]
    actions.append(Action("report", experiments + 2 * WEEK))
    loads = tuple(_load(path, planned[path.role.id], begin) for path in paths)
    return Introduction(begin, tuple(sorted(actions, key=lambda action: action.day)), loads)


def _waves(planned: Mapping[str, Schedule]) -> Iterator[Action]:
    """Who begins on each day that anybody begins."""
    for day in sorted({one.begin for one in planned.values()}):
        yield Action("wave", day, tuple(role for role, one in planned.items() if one.begin == day))


def _moments(catalogue: Catalogue) -> Iterator[Action]:
    """What who wears a hat does with others, in the weeks that the hat names."""
    for hat in catalogue.hats.values():
        yield from (Action("moment", moment.day, moment=moment) for moment in moments_of(catalogue, hat))


def _milestones(organisation: Organisation, planned: Mapping[str, Schedule]) -> Iterator[Action]:
    """When the last role is through the gates, the core and the path, beside what the organisation asks."""
    for milestone in MILESTONES:
        reached = {role: one.reached[milestone] for role, one in planned.items() if milestone in one.reached}
        if not reached:
            continue
        by = organisation.by.get(milestone)
        late = tuple(role for role, day in reached.items() if by and day > by)
        yield Action(milestone, max(reached.values()), by=by, late=late)


def _of_the_law(catalogue: Catalogue, begin: date) -> Iterator[Action]:
    """What Belgian law asks: only where the catalogue holds the fact that says so."""
    if "works-council-cao-39" in catalogue.facts:
        yield Action("works-council", begin)
        for system in catalogue.organisation.systems:
            if system.begins:
                yield Action("inform", system.begins - MONTHS_OF_NOTICE, system=system)
                yield Action("system", system.begins, system=system)
    if "training-plan-dates" in catalogue.facts:
        for kind, (month, day) in TRAINING_PLAN.items():
            this_year = date(begin.year, month, day)
            yield Action(kind, this_year if this_year >= begin else date(begin.year + 1, month, day))


def earliest_after(informed: date) -> date:
    """The first day that a system may start where CAO 39 applies and the works council is informed on a day."""
    return informed + MONTHS_OF_NOTICE


def _next_week(begin: date, day: date) -> date:
    """The first day of the week after a day."""
    return begin + ((day - begin) // WEEK + 1) * WEEK


def _load(path: LearningPath, planned: Schedule, begin: date) -> Load:
    """The load of a path, in the weeks from the day the plan begins."""
    minutes = [0] * WEEKS
    after = 0
    for dated in planned.sessions:
        week = (dated.day - begin) // WEEK
        if week < WEEKS:
            minutes[week] += dated.session.minutes
        else:
            after += dated.session.minutes
    return Load(path, planned.begin, tuple(minutes), after)
