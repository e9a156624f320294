"""What a run may cost: taken before each call, settled by what the endpoint says it used."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from threading import Lock

from houvast.draft.call.config import Config, Price
from houvast.draft.call.faults import EXIT_BUDGET, Fault, Stopped

_MILLION = Decimal(1_000_000)
_GO_ON = "What is done is kept: run the same command again with a higher {option} to go on."


def cost_of(price: Price, prompt_tokens: int, completion_tokens: int) -> Decimal:
    """What these tokens cost."""
    return (price.prompt * prompt_tokens + price.completion * completion_tokens) / _MILLION


class OverBudget(Exception):
    """The next call could cost more than is left."""

    def __init__(self, sentence: str, option: str) -> None:
        super().__init__(sentence)
        self.fault = Fault("budget", f"{sentence} {_GO_ON.format(option=option)}")


@dataclass(frozen=True, slots=True)
class Charged:
    """What was charged until now, `estimated` of the calls by our own estimate. No price, no cost."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    estimated: int
    cost: Decimal | None


@dataclass(frozen=True, slots=True, eq=False)
class Reservation:
    """Room for one call. It is settled once, in one of three ways; until then it counts as charged in full."""

    prompt_tokens: int
    completion_tokens: int
    _settle: Callable[["Reservation", int, int, bool], None]

    def settle(self, prompt_tokens: int | None, completion_tokens: int | None) -> None:
        """The call took these tokens; where the endpoint does not say, the estimate stays charged."""
        if prompt_tokens is None or completion_tokens is None:
            self.keep()
        else:
            self._settle(self, prompt_tokens, completion_tokens, False)

    def keep(self) -> None:
        """Nobody knows what the call took: the estimate stays charged."""
        self._settle(self, self.prompt_tokens, self.completion_tokens, True)

    def release(self) -> None:
        """The endpoint did no work for it: only the call itself counts."""
        self._settle(self, 0, 0, False)


class Budget:
    """Hard limits over all calls of a run; None is no limit. Reserving is safe from several tasks and threads.

    Raises Stopped for a limit in money where no price is known: what costs nobody knows what cannot be kept below it.
    """

    def __init__(
        self,
        model: str,
        *,
        max_calls: int | None = None,
        max_tokens: int | None = None,
        max_cost: Decimal | None = None,
        price: Price | None = None,
    ) -> None:
        if max_cost is not None and price is None:
            raise Stopped(EXIT_BUDGET, _no_price(model))
        self.price = price
        self._limits = (max_calls, max_tokens, max_cost)
        self._open: set[Reservation] = set()
        self._calls = self._prompt = self._completion = self._estimated = 0
        self._lock = Lock()

    @property
    def is_in_flight(self) -> bool:
        """Whether a call is under way, so that there may be more room soon."""
        return bool(self._open)

    @property
    def charged(self) -> Charged:
        """What was charged, with what is under way in full."""
        with self._lock:
            return self._charged()

    def _charged(self) -> Charged:
        prompt = self._prompt + sum(held.prompt_tokens for held in self._open)
        completion = self._completion + sum(held.completion_tokens for held in self._open)
        cost = cost_of(self.price, prompt, completion) if self.price else None
        return Charged(self._calls, prompt, completion, self._estimated + len(self._open), cost)

    def reserve(self, prompt_tokens: int, completion_tokens: int) -> Reservation:
        """Take room for one call of at most so many tokens. Raises OverBudget where there is not enough."""
        with self._lock:
            self._refuse(prompt_tokens, completion_tokens)
            held = Reservation(prompt_tokens, completion_tokens, self._settle)
            self._calls += 1
            self._open.add(held)
            return held

    def _refuse(self, prompt_tokens: int, completion_tokens: int) -> None:
        """Raise OverBudget where such a call does not fit."""
        now, tokens = self._charged(), prompt_tokens + completion_tokens
        max_calls, max_tokens, max_cost = self._limits
        if max_calls is not None and now.calls >= max_calls:
            raise OverBudget(f"All {max_calls} calls that this run may make are made.", "--max-calls")
        if max_tokens is not None and (left := max_tokens - now.prompt_tokens - now.completion_tokens) < tokens:
            said = f"The next call may take {tokens} tokens, and {max(left, 0)} of {max_tokens} are left."
            raise OverBudget(said, "--max-tokens")
        if max_cost is not None and self.price is not None and now.cost is not None:
            cost, room = cost_of(self.price, prompt_tokens, completion_tokens), max(max_cost - now.cost, Decimal(0))
            if cost > room:
                said = (
                    f"The next call may cost {money(cost)} {self.price.currency}, "
                    f"and {money(room)} of {money(max_cost)} {self.price.currency} is left."
                )
                raise OverBudget(said, "--max-cost")

    def _settle(self, held: Reservation, prompt_tokens: int, completion_tokens: int, is_estimate: bool) -> None:
        with self._lock:
            self._open.remove(held)
            self._prompt += prompt_tokens
            self._completion += completion_tokens
            self._estimated += is_estimate


def budget_of(
    config: Config,
    *,
    max_calls: int | None = None,
    max_tokens: int | None = None,
    max_cost: Decimal | None = None,
) -> Budget:
    """The limits of draft.yml, or those that are given for this run. Raises Stopped as Budget does."""
    limits = config.limits
    return Budget(
        config.endpoint.model,
        max_calls=limits.max_calls if max_calls is None else max_calls,
        max_tokens=limits.max_tokens if max_tokens is None else max_tokens,
        max_cost=limits.max_cost if max_cost is None else max_cost,
        price=config.price,
    )


def money(amount: Decimal) -> str:
    """An amount with as many decimals as it needs, at least two and at most six."""
    text = f"{amount:.6f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals:0<2}"


def tokens_at_most(characters: int) -> int:
    """An upper bound of the tokens of a text: 3 characters a token, where Dutch takes 3.35 and English 5."""
    return -(-characters // 3)


def _no_price(model: str) -> Fault:
    sentence = (
        f"A limit in money cannot be kept: no price of `{model}` is known. "
        f"Add it to `prices` in draft.yml (per million tokens), or use --max-tokens."
    )
    return Fault("price-unknown", sentence)
