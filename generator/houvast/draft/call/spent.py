"""What runs came to, for the last line of a command and for `report.json`."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Spent:
    """`calls` counts every attempt; `estimated` of them are charged by our own estimate.

    `cached` and `failed` count requests. Cost and currency are None where no price is known.
    """

    calls: int
    cached: int
    failed: int
    prompt_tokens: int
    completion_tokens: int
    estimated: int
    cost: Decimal | None
    currency: str | None

    def report(self) -> dict[str, int | str | None]:
        """As it stands in `report.json`; an amount is a text, so that no digit of it is lost."""
        return {
            "calls": self.calls,
            "cached": self.cached,
            "failed": self.failed,
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "estimated": self.estimated,
            "cost": None if self.cost is None else f"{self.cost:f}",
            "currency": self.currency,
        }
