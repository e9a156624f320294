"""One request carried to its end: tried again, waited for, repaired, each attempt within the budget."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from pydantic import BaseModel

from houvast.draft.call.budget import Budget, OverBudget, Reservation, tokens_at_most
from houvast.draft.call.clock import Clock
from houvast.draft.call.faults import EXIT_BUDGET, EXIT_ENDPOINT, CallFault, Fault, Stopped, Verdict
from houvast.draft.call.halt import Halt
from houvast.draft.call.key import shape_of
from houvast.draft.call.pace import Pace
from houvast.draft.call.record import call_of, seed_of
from houvast.draft.call.reply import Asks, Reply
from houvast.draft.call.request import Request
from houvast.draft.call.validated import validated
from houvast.model.drafted import Call

TRIES, REPAIRS, WAITS = 3, 2, 6
"""How often a request is tried, its answer repaired, and a wait obeyed, before the item fails."""
LONGEST_WAIT = 120.0
"""Seconds that a run waits because an endpoint asks it to; longer is for another day."""

W = TypeVar("W", bound=BaseModel)
More = tuple[Mapping[str, str], ...]


class ItemFailed(Exception):
    """The request brought nothing. `is_worn_out`: every try ended in a fault that may pass."""

    def __init__(self, fault: Fault, raw: str, is_worn_out: bool) -> None:
        super().__init__(fault.sentence)
        self.fault = fault
        self.raw = raw
        self.is_worn_out = is_worn_out


@dataclass(frozen=True, slots=True)
class Accepted(Generic[W]):
    """An answer of the right shape, and how it came about."""

    value: W
    call: Call


@dataclass(slots=True)
class _Course:
    """How far one request has come."""

    max_tokens: int
    is_doubled: bool = False
    more: More = ()
    attempts: int = 0
    tries: int = 1
    repairs: int = 0
    waits: int = 0


@dataclass
class Asking:
    """What all requests of a run share: who is asked, the slots, the budget, and the end."""

    asks: Asks
    pace: Pace
    budget: Budget
    halt: Halt
    clock: Clock
    takes_seed: bool
    """Whether the endpoint takes one: then each attempt has its own."""
    _settled: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(self, request: Request[W], key: str) -> Accepted[W]:
        """Ask until there is an answer. Raises ItemFailed, and Stopped where no other item would fare better."""
        course = _Course(request.max_tokens)
        while True:
            begun, held = await self._begin(request, course)
            course.attempts += 1
            seed = seed_of(request, course.attempts) if self.takes_seed else None
            try:
                reply = await self._attempt(request, course, seed, held)
                value = validated(request, reply)
            except CallFault as fault:
                await self._bear(fault, course, begun)
            else:
                call = call_of(
                    request,
                    reply,
                    key,
                    estimate=(held.prompt_tokens, held.completion_tokens),
                    seed=seed,
                    attempts=course.attempts,
                    today=self.clock.today().date(),
                )
                return Accepted(value, call)

    async def _begin(self, request: Request[W], course: _Course) -> tuple[int, Reservation]:
        """Wait for a slot and for room in the budget; with a call under way there may be more room soon."""
        prompt = tokens_at_most(characters(request, course.more))
        while True:
            with self.halt.resting():
                begun = await self.pace.enter()
            try:
                return begun, self.budget.reserve(prompt, course.max_tokens)
            except OverBudget as over:
                self.pace.leave()
                if not self.budget.is_in_flight:
                    raise self._out_of(over, course) from over
                with self.halt.resting():
                    await self._settled.wait()

    @staticmethod
    def _out_of(over: OverBudget, course: _Course) -> Exception:
        """A longer answer is a favour to one item; anything else ends the run."""
        if course.is_doubled:
            sentence = f"The answer was cut off, and a longer one does not fit in the budget. {over.fault.sentence}"
            return ItemFailed(Fault("length", sentence), "", is_worn_out=False)
        return Stopped(EXIT_BUDGET, over.fault)

    async def _attempt(self, request: Request[W], course: _Course, seed: int | None, held: Reservation) -> Reply:
        """One attempt, settled whatever comes of it."""
        try:
            reply = await self.asks.attempt(request, course.more, course.max_tokens, seed)
        except CallFault as fault:
            (held.keep if fault.charge else held.release)()
            raise
        except BaseException:
            held.keep()
            raise
        else:
            held.settle(reply.prompt_tokens, reply.completion_tokens)
            return reply
        finally:
            self.pace.leave()
            self._settled.set()
            self._settled = asyncio.Event()

    async def _bear(self, caught: CallFault, course: _Course, begun: int) -> None:
        """Make ready for another attempt, or raise what ends the item or the run."""
        fault = caught.fault
        if fault.name == "length" and not course.is_doubled:
            course.is_doubled, course.max_tokens = True, 2 * course.max_tokens
        elif caught.verdict is Verdict.STOP:
            raise Stopped(caught.exit_code, fault)
        elif caught.verdict is Verdict.REPAIR and course.repairs < REPAIRS:
            course.repairs += 1
            course.more = _remark(caught)
        elif caught.verdict is Verdict.RETRY and course.tries < TRIES:
            with self.halt.resting():
                await self.clock.sleep(self._back_off(course.tries - 1))
            course.tries += 1
        elif caught.verdict is Verdict.WAIT and caught.wait <= LONGEST_WAIT and course.waits < WAITS:
            self.pace.slow_down(begun, caught.wait or self._back_off(course.waits))
            course.waits += 1
        else:
            raise self._failed(caught, course)

    def _failed(self, caught: CallFault, course: _Course) -> Exception:
        """What ends the item, or the run where the endpoint cannot be had at all."""
        said = caught.fault.sentence
        if caught.verdict is Verdict.WAIT and caught.wait > LONGEST_WAIT:
            when = self.clock.today() + timedelta(seconds=caught.wait)
            said = f"{said} Run the same command again after {when:%Y-%m-%d %H:%M}: what is done is kept."
        elif course.attempts > 1:
            said = f"{said} (Tried {course.attempts} times.)"
        fault = Fault(caught.fault.name, said)
        is_worn_out = caught.verdict in {Verdict.RETRY, Verdict.WAIT}
        if is_worn_out and caught.exit_code == EXIT_ENDPOINT:
            return Stopped(EXIT_ENDPOINT, fault)
        return ItemFailed(fault, caught.raw, is_worn_out)

    def _back_off(self, earlier: int) -> float:
        """Seconds before the next try: half a second, doubled each time, up to a quarter less by chance."""
        return 0.5 * 2.0**earlier * (1 - 0.25 * self.clock.chance())


def characters(request: Request[BaseModel], more: More = ()) -> int:
    """How much is sent: the messages and the shape of the answer."""
    messages = sum(len(message["content"]) for message in (*request.messages, *more))
    return messages + len(shape_of(request))


def _remark(caught: CallFault) -> More:
    """The answer as it came, and what was wrong with it, as data."""
    remark = {"your_answer_was_refused_because": caught.remark, "now": "Answer again, whole, in the shape asked for."}
    return (
        {"role": "assistant", "content": caught.raw[:8000] or "{}"},
        {"role": "user", "content": json.dumps(remark, ensure_ascii=False)},
    )
