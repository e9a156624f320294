"""What a run would take, before anything is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel

from houvast.draft.call.ask import characters
from houvast.draft.call.budget import cost_of, tokens_at_most
from houvast.draft.call.cache import Cache
from houvast.draft.call.config import Config
from houvast.draft.call.key import cache_key, target_of
from houvast.draft.call.request import Request

_CHARACTERS_A_TOKEN = 5
"""Of plain English, the shortest to count; Dutch and JSON take more tokens."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Calls to make and answers that are kept. Tokens and cost are for one attempt a call; repairs come on top.

    Low: 5 characters a token and answers of half the length allowed. High: what the budget would hold, 3 characters a
    token and answers as long as allowed. Cost and currency are None where no price is known.
    """

    calls: int
    cached: int
    tokens_low: int
    tokens_high: int
    cost_low: Decimal | None
    cost_high: Decimal | None
    currency: str | None


def estimate(
    requests: Iterable[Request[BaseModel]], config: Config, cache: Cache, *, refresh: bool = False
) -> Estimate:
    """What these requests would take now. Sends nothing."""
    target = target_of(config)
    asked = {cache_key(target, request): request for request in requests}
    missing = [one for key, one in asked.items() if refresh or cache.get(key, one.wire) is None]
    low = sum(characters(one) // _CHARACTERS_A_TOKEN for one in missing), sum(one.max_tokens // 2 for one in missing)
    high = sum(tokens_at_most(characters(one)) for one in missing), sum(one.max_tokens for one in missing)
    price = config.price
    return Estimate(
        calls=len(missing),
        cached=len(asked) - len(missing),
        tokens_low=sum(low),
        tokens_high=sum(high),
        cost_low=cost_of(price, *low) if price else None,
        cost_high=cost_of(price, *high) if price else None,
        currency=price.currency if price else None,
    )
