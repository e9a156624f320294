"""From a brief to a draft: outline, a person's yes, parts, gates, critique, at most two revisions, files.

The flow asks in stages, and each stage needs all of the one before. How a stage is asked (at once, from the cache
alone, by a batch of tomorrow, or only reckoned) is not its business.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Protocol

from houvast.draft.call.request import Answer, Failure, Request
from houvast.draft.gates import judge
from houvast.draft.gates.arguable import arguable
from houvast.draft.gates.judged import Judged
from houvast.draft.gates.length_cue import RULE as LENGTH_CUE
from houvast.draft.gates.length_cue import length_cues
from houvast.draft.kinds import recipe_for
from houvast.draft.recipe import Context, Made, Part, Recipe, prompt, told_sources
from houvast.draft.refusal import CannotDraft, SaidNo
from houvast.draft.translating import translation_files, translation_parts
from houvast.draft.vote import VOTES, vote_requests, voted
from houvast.draft.wire import NO_SOURCE, Critique, DraftedQuestion, Wire, said_in
from houvast.model.drafted import Call, Claim, DraftedItem, GateResult, Missing

MOST_REVISIONS = 2
CRITIQUE_TOKENS = 300

Result = Answer[Wire] | Failure[Wire]
Problems = Mapping[str, Sequence[str]]
"""What is wrong with items, by their id, in words."""


class Asking(Protocol):
    """How a stage is asked: results come in the order of the requests."""

    def __call__(self, requests: Sequence[Request[Wire]], /) -> Sequence[Result]:
        """Ask them all."""
        ...


@dataclass
class Item:
    """A part on its way: its newest answer, and all that is known of it."""

    part: Part
    value: Wire | None = None
    calls: list[Call] = field(default_factory=list)
    reason: str = ""
    gates: tuple[GateResult, ...] = ()
    critique: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()

    @property
    def errors(self) -> list[str]:
        """What gates forbid, in words."""
        return [gate.message for gate in self.gates if gate.severity == "error"]


@dataclass(frozen=True)
class Drafted:
    """What came of a brief: the files, and what is known of each part."""

    files: Mapping[str, str]
    items: tuple[DraftedItem, ...]
    missing: tuple[Missing, ...]


class Flow:
    """One brief on its way to a draft."""

    def __init__(
        self,
        context: Context,
        ask: Asking,
        agree: Callable[[str], bool],
        check: Callable[[Mapping[str, str], Sequence[Item]], Problems],
        *,
        wants_critique: bool = True,
        wants_votes: bool = True,
        revisions: int = MOST_REVISIONS,
        translate_to: Sequence[str] = (),
    ) -> None:
        self.context = context
        self.recipe: Recipe = recipe_for(context)
        self.ask = ask
        self.agree = agree
        self.check = check
        self.wants_critique = wants_critique
        self.wants_votes = wants_votes
        self.revisions = revisions
        self.translate_to = translate_to
        """The outline, where its own words stand in the files."""
        self.passages = {passage.id: passage for passage in context.passages}

    def draft(self) -> Drafted:
        """Go the whole way. Raises CannotDraft where nothing can be made, SaidNo, and what `ask` raises."""
        planned = self._outline()
        outline = planned.value if planned else None
        found = [f"! {gate.message}" for gate in planned.gates] if planned else []
        shown = (self.recipe.shown(outline), *found, self.context.told_choice() if outline else "")
        if not self.agree("\n".join(filter(None, shown))):
            raise SaidNo
        items = [Item(part) for part in self.recipe.parts(outline)]
        if not items:
            raise CannotDraft("the outline holds nothing to write: say more in `need`, or give more sources")
        self._write(items)
        self._judge(items, lambda: self.recipe.files(outline, _made(items)))
        files = dict(self.recipe.files(outline, _made(items)))
        originals = self.recipe.to_translate(outline, _made(items))
        for locale in self.translate_to:
            originals = {file: files[file] if file.endswith(".yml") else text for file, text in originals.items()}
            translations = [Item(part) for part in translation_parts(self.recipe, originals, locale)]
            self._write(translations)
            self._judge(translations, None)
            made = translation_files(self.recipe, originals, locale, _made(translations))
            files |= self.recipe.placed(locale, files, made)
            items += translations
        if not any(item.value for item in items):
            raise CannotDraft(f"nothing came: {items[0].reason}")
        if planned and self.recipe.shows_outline:
            items.insert(0, planned)
        return Drafted(files, tuple(map(_told, _came(items))), tuple(map(_missing, _lacking(items))))

    def later(self, stage: Sequence[Request[Wire]]) -> tuple[int, int]:
        """How many calls come after a stage, at least and at most, as far as the brief tells."""
        name = stage[0].prompt.id.partition("/")[0]
        is_outline = name.endswith("-outline")
        if name in {"critique", "revision", "vote"}:
            return 0, MOST_REVISIONS * len(stage)
        parts = self.context.brief.number if is_outline else len(stage)
        asks = self.context.brief.kind in {"questions", "module"}
        low = parts * (is_outline + self.wants_critique + VOTES * (self.wants_votes and asks))
        return low, low + parts * (MOST_REVISIONS + len(self.translate_to))

    def _outline(self) -> Item | None:
        """The outline, judged like any part: its words stand in the files too."""
        request = self.recipe.outline()
        if request is None:
            return None
        item = Item(Part("outline", "text", self.recipe.main_file, request))
        unfit: list[str] = []
        for _ in range(1 + self.revisions):
            (result,) = self.ask([request])
            self._take(item, result)
            if item.value is None:
                raise CannotDraft(f"there is no outline: {item.reason}")
            unfit = self.recipe.wrong_in(item.value)
            if not (wrong := [*unfit, *item.errors]):
                break
            request = revision(item.part.request, item.value, wrong)
        if unfit:
            raise CannotDraft(f"the outline cannot be used: {unfit[0]}; say more in `need`, or take a larger model")
        return item

    def _write(self, items: Sequence[Item]) -> None:
        for item, result in zip(items, self.ask([item.part.request for item in items]), strict=True):
            self._take(item, result)

    def _take(self, item: Item, result: Result) -> None:
        if isinstance(result, Failure):
            item.reason = result.fault.sentence
            return
        item.value = result.value
        item.calls.append(result.call)
        item.gates = judge(self._judged(item, result.request))

    def _judged(self, item: Item, request: Request[Wire]) -> Judged:
        assert item.value is not None
        sent = item.part.sent
        locale = item.part.id.split("-")[0] if sent else self.context.brief.locale
        allowed = f"{self.context.brief.need} {self.context.brief.title or ''}"
        asked = json.dumps(item.part.request.data, ensure_ascii=False)
        return Judged(item.value, locale, self.passages, request.canary, allowed, sent, asked, request.prompt.text)

    def _judge(self, items: list[Item], files: Callable[[], Mapping[str, str]] | None) -> None:
        """Critique once, revise at most twice what gates, rules or critique find, then vote."""
        came = list(_came(items))
        said = self._criticise(came) if files else {}
        before: dict[str, list[str]] = {}
        for _ in range(self.revisions):
            found = self.check(files(), came) if files else {}
            cues = {name: [f"{cue.message}: {LENGTH_CUE.way_out}"] for name, cue in _length_cues(came).items()}
            wrong = {
                item.part.id: [
                    *item.errors,
                    *chain.from_iterable(by.get(item.part.id, ()) for by in (found, cues, said)),
                ]
                for item in came
            }
            asked = [item for item in came if wrong[item.part.id] and wrong[item.part.id] != before.get(item.part.id)]
            if not asked:
                break
            before = wrong
            self._revise(asked, wrong)
            said = {}
        left = _length_cues(came)
        for item in came:
            if cue := left.get(item.part.id):
                item.gates = (*item.gates, cue)
        self._vote(came)

    def _criticise(self, items: Sequence[Item]) -> dict[str, Sequence[str]]:
        if not self.wants_critique:
            return {}
        said: dict[str, Sequence[str]] = {}
        for item, result in zip(items, self.ask([self._critique(item) for item in items]), strict=True):
            if isinstance(result, Answer) and isinstance(result.value, Critique) and result.value.verdict == "revise":
                item.critique = tuple(problem for problem in result.value.problems if problem.strip())
                said[item.part.id] = item.critique
        return said

    def _critique(self, item: Item) -> Request[Wire]:
        assert item.value is not None
        data = {"item": item.value.model_dump(), "write_in": self.context.language, "sources": self._cited(item)}
        told = f"critique of {item.part.request.item}"
        return Request(told, self.context.brief.file, prompt("critique/v1"), data, Critique, CRITIQUE_TOKENS)

    def _cited(self, item: Item) -> list[dict[str, str]]:
        """The passages that an answer names; all that were sent where it names none."""
        sent = item.part.request.choices.get("source", ())
        named = {said.source for said in said_in(item.value)}.intersection(sent) - {NO_SOURCE}
        return told_sources([passage for passage in self.context.passages if passage.id in (named or sent)])

    def _revise(self, items: Sequence[Item], wrong: Problems) -> None:
        requests = [revision(item.part.request, item.value, wrong[item.part.id]) for item in items if item.value]
        for item, result in zip(items, self.ask(requests), strict=True):
            if isinstance(result, Answer):
                kept, gates, errors = item.value, item.gates, len(item.errors)
                self._take(item, result)
                if len(item.errors) > errors:
                    item.value, item.gates = kept, gates

    def _vote(self, items: Sequence[Item]) -> None:
        asked = [item for item in items if isinstance(item.value, DraftedQuestion)] if self.wants_votes else []
        requests = [request for item in asked for request in vote_requests(self.context, item.part, item.value)]
        results = self.ask(requests) if requests else ()
        for item in asked:
            assert isinstance(item.value, DraftedQuestion)
            held = [result for result in results if result.request.item.endswith(f" on {item.part.request.item}")]
            item.votes = voted(item.value, held)
            item.gates = (*item.gates, *arguable(item.value, item.votes))


def revision(request: Request[Wire], value: Wire, problems: Sequence[str]) -> Request[Wire]:
    """Ask for an answer again, with what is wrong with it."""
    data = {**request.data, "item": value.model_dump(), "problems": list(problems)}
    return replace(request, item=f"revision of {request.item}", prompt=prompt("revision/v1"), data=data)


def _length_cues(items: Sequence[Item]) -> dict[str, GateResult]:
    return length_cues({item.part.id: item.value for item in items if isinstance(item.value, DraftedQuestion)})


def _came(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.value is not None]


def _lacking(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.value is None]


def _made(items: Sequence[Item]) -> list[Made]:
    return [Made(item.part, item.value) for item in items]


def _told(item: Item) -> DraftedItem:
    assert item.value is not None
    stated = [said for said in said_in(item.value) if said.source != NO_SOURCE and said.quote.strip()]
    return DraftedItem(
        id=item.part.id,
        kind=item.part.kind,
        file=item.part.file,
        claims=tuple(Claim(sentence=said.text, source=said.source, quote=said.quote) for said in stated),
        gates=item.gates,
        critique=item.critique,
        votes=item.votes,
        calls=tuple(item.calls),
    )


def _missing(item: Item) -> Missing:
    return Missing(id=item.part.id, reason=item.reason or "nothing came")
