"""What a brief needs from the courses, and the ways in which its stages can be asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from houvast import pipeline
from houvast.draft.brief import Brief
from houvast.draft.call.cache import Cache
from houvast.draft.call.config import Config
from houvast.draft.call.estimate import Estimate
from houvast.draft.call.key import cache_key, target_of
from houvast.draft.call.request import Answer, Request
from houvast.draft.call.run import Runner
from houvast.draft.checking import problems_of
from houvast.draft.flow import Flow, Result
from houvast.draft.folder import packaged_unit
from houvast.draft.personal import personal_data
from houvast.draft.recipe import Context
from houvast.draft.refusal import CannotDraft
from houvast.draft.sources import NoSuchSource, passages
from houvast.draft.wire import Wire

Tell = Callable[[Result], None]


class NotYet(Exception):
    """A stage is not in the cache; these are its requests."""

    def __init__(self, requests: Sequence[Request[Wire]]) -> None:
        super().__init__(f"{len(requests)} requests have no answer yet")
        self.requests = tuple(requests)
        self.later = (0, 0)
        """How many calls come after these, at least and at most."""


@dataclass(frozen=True)
class Wishes:
    """How somebody wants it done."""

    critique: bool = True
    votes: bool = True
    translation: bool = True
    personal_data: bool = False


def context_of(courses: Path, brief: Brief, today: date, wishes: Wishes, context_tokens: int | None = None) -> Context:
    """What the requests of a brief are made from. Raises CannotDraft, and CoursesHaveErrors."""
    checked = pipeline.check_courses(courses)
    if checked.catalogue is None or checked.reading.checked is None:
        raise pipeline.CoursesHaveErrors(checked)
    read = checked.reading.checked
    texts = {file: read.texts[shown] for file, shown in read.paths.items() if shown in read.texts}
    folder = Path(brief.file).parent
    try:
        held = passages(brief.sources, checked.catalogue, brief.locale, folder)
    except NoSuchSource as problem:
        raise CannotDraft(str(problem)) from None
    if not wishes.personal_data:
        _refuse_personal(brief, {passage.id: passage.text for passage in held})
    if brief.unit is None:
        _refuse_taken(checked.catalogue.units.keys() | checked.catalogue.audiences, brief.id)
    return Context(brief, checked.catalogue, held, texts, today, context_tokens)


def _refuse_personal(brief: Brief, sources: Mapping[str, str]) -> None:
    for name, text in {brief.file: f"{brief.need} {brief.title or ''}", **sources}.items():
        if kinds := list(personal_data(text)):
            raise CannotDraft(
                f"{name} seems to hold {', '.join(kinds)}, which would be sent to the endpoint: take it out, or say "
                "--allow-personal-data if it is nobody's, or is allowed there"
            )


def _refuse_taken(taken: frozenset[str] | set[str], name: str) -> None:
    if name in taken:
        raise CannotDraft(f"`{name}` is there already: give the brief another `id`, or name it as `unit`")


def flow_of(
    courses: Path,
    context: Context,
    ask: Callable[[Sequence[Request[Wire]]], Sequence[Result]],
    agree: Callable[[str], bool],
    wishes: Wishes,
) -> Flow:
    """The way of a brief, asked in one of the ways below."""
    catalogue = context.catalogue
    others = [one for one in catalogue.locales if one != context.brief.locale and catalogue.is_whole(one)]
    whole = packaged_unit(courses, context)
    translates = wishes.translation and context.brief.kind != "translation"
    return Flow(
        context,
        ask,
        agree,
        lambda files, items: problems_of(courses, {**whole, **files}, items),
        wants_critique=wishes.critique and context.brief.kind != "translation",
        wants_votes=wishes.votes,
        translate_to=others if translates else (),
    )


def asked_by(runner: Runner, tell: Tell) -> Callable[[Sequence[Request[Wire]]], Sequence[Result]]:
    """Ask at once."""
    return lambda requests: runner.run(requests, tell)


def asked_of(config: Config, cache: Cache) -> Callable[[Sequence[Request[Wire]]], Sequence[Result]]:
    """Take every answer from the cache; raises NotYet at the first stage that is not all there."""
    target = target_of(config)

    def ask(requests: Sequence[Request[Wire]]) -> Sequence[Result]:
        kept = [cache.get(cache_key(target, request), request.wire) for request in requests]
        if not all(kept):
            raise NotYet(requests)
        pairs = zip(requests, kept, strict=True)
        return [Answer(request, held[0], held[1], True) for request, held in pairs if held]

    return ask


@dataclass(frozen=True)
class Reckoned:
    """What a run would take: the stage that comes now, and how many calls come after it at least and at most."""

    stage: Estimate
    later_low: int
    later_high: int
