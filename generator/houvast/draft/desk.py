"""What one run of drafting works with: the endpoint, what is kept, the budget, and the wishes of who asks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from houvast.draft.brief import Brief
from houvast.draft.call.batch import Batches
from houvast.draft.call.budget import Budget, budget_of
from houvast.draft.call.cache import CACHE, Cache
from houvast.draft.call.config import Config
from houvast.draft.call.estimate import estimate
from houvast.draft.call.read_config import read_config
from houvast.draft.call.request import Request
from houvast.draft.call.run import Runner
from houvast.draft.call.secret import key_of
from houvast.draft.flow import Drafted, Result
from houvast.draft.folder import differences, refuse_edited, write_draft
from houvast.draft.recipe import Context
from houvast.draft.session import NotYet, Reckoned, Wishes, asked_by, asked_of, context_of, flow_of
from houvast.draft.wire import Wire

Agree = Callable[[str], bool]
Tell = Callable[[Result], None]


@dataclass(frozen=True)
class Limits:
    """What this run may cost, where it is not as draft.yml says."""

    calls: int | None = None
    tokens: int | None = None
    cost: Decimal | None = None


@dataclass(frozen=True)
class Outcome:
    """A draft that was written, and how it differs from files that are there."""

    folder: Path
    drafted: Drafted
    differences: tuple[str, ...]


@dataclass(frozen=True)
class Desk:
    """One run: several briefs share its budget and what it keeps."""

    courses: Path
    config: Config
    cache: Cache
    budget: Budget
    wishes: Wishes
    today: date
    cache_only: bool = False
    refresh: bool = False

    def runner(self) -> Runner:
        """What asks at once. A key is needed only where somebody is asked."""
        key = None if self.cache_only else key_of(self.config.endpoint)
        return Runner(self.config, key, self.cache, self.budget, refresh=self.refresh, cache_only=self.cache_only)

    def batches(self) -> Batches:
        """What asks by tomorrow."""
        return Batches(self.config, key_of(self.config.endpoint), self.cache)

    def draft(self, brief: Brief, runner: Runner, agree: Agree, tell: Tell) -> Outcome:
        """Draft and write. Raises CannotDraft, SaidNo, Stopped and OSError; then nothing is written."""
        refuse_edited(self.courses, brief.id)
        context = self._context(brief)
        drafted = flow_of(self.courses, context, asked_by(runner, tell), agree, self.wishes).draft()
        endpoint = self.config.endpoint
        folder = write_draft(self.courses, context, drafted, endpoint.host, endpoint.model)
        return Outcome(folder, drafted, tuple(differences(context.texts, drafted.files)))

    def _context(self, brief: Brief) -> Context:
        return context_of(self.courses, brief, self.today, self.wishes, self.config.endpoint.context_tokens)

    def reckon(self, brief: Brief) -> Reckoned | None:
        """What the rest of a draft takes, as far as it can be known; None where all is kept. Sends nothing."""
        try:
            self._kept(brief)
        except NotYet as stage:
            here = estimate(stage.requests, self.config, self.cache, refresh=self.refresh)
            return Reckoned(here, *stage.later)
        return None

    def waiting(self, briefs: Sequence[Brief]) -> Iterator[Request[Wire]]:
        """The requests of the stage that each brief has come to."""
        for brief in briefs:
            try:
                self._kept(brief)
            except NotYet as stage:
                yield from stage.requests

    def _kept(self, brief: Brief) -> Drafted:
        context = self._context(brief)
        flow = flow_of(self.courses, context, asked_of(self.config, self.cache), lambda outline: True, self.wishes)
        try:
            return flow.draft()
        except NotYet as stage:
            stage.later = flow.later(stage.requests)
            raise


@contextmanager
def open_desk(
    courses: Path, config: Path, wishes: Wishes, today: date, limits: Limits, *, cache_only: bool, refresh: bool
) -> Iterator[Desk]:
    """Read draft.yml and open what is kept. Raises BadConfig and Stopped."""
    read = read_config(config)
    budget = budget_of(read, max_calls=limits.calls, max_tokens=limits.tokens, max_cost=limits.cost)
    with Cache(CACHE) as cache:
        yield Desk(courses, read, cache, budget, wishes, today, cache_only, refresh)
