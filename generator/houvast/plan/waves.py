"""Who begins when: the waves of an organisation, and the day a role begins on."""

from datetime import date, timedelta

from houvast.model import EVERYONE, Catalogue, Hat, Role, Wave

FIRST = ("hr", "learning", "executive", "leads-people")
"""Who begins first where the organisation says nothing: those who get the questions of all others."""

BETWEEN = timedelta(weeks=2)
"""After so long the others follow."""


def waves_of(catalogue: Catalogue) -> tuple[Wave, ...]:
    """The waves by day, as the organisation sets them; without a start there are none.

    Where it sets none, who gets the questions goes first; if there is nobody like that, all begin on the start.
    """
    start = catalogue.organisation.start
    if catalogue.organisation.waves or start is None:
        return catalogue.organisation.waves
    if not any(_is_in(FIRST, role) for role in catalogue.roles.values()):
        return (_wave((EVERYONE,), start),)
    return _wave(FIRST, start), _wave((EVERYONE,), start + BETWEEN)


def begin_of(catalogue: Catalogue, learner: Role | Hat) -> date | None:
    """The day a role or hat begins: with the first wave that names it, or else with the last; None without a start."""
    waves = waves_of(catalogue)
    named = (wave.begin for wave in waves if _is_in(wave.for_, learner))
    return next(named, waves[-1].begin if waves else None)


def _is_in(names: tuple[str, ...], learner: Role | Hat) -> bool:
    return not set(names).isdisjoint(learner.names)


def _wave(names: tuple[str, ...], begin: date) -> Wave:
    return Wave.model_validate({"for": names, "begin": begin})
