"""No run takes more than it may: room is taken before a call, and given back by what the call used."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from houvast.draft.call.budget import Budget, OverBudget, budget_of, money, tokens_at_most
from houvast.draft.call.config import Config, Price
from houvast.draft.call.faults import EXIT_BUDGET, Stopped


def priced(prompt: str, completion: str, currency: str) -> Price:
    """A price per million tokens."""
    return Price(prompt=Decimal(prompt), completion=Decimal(completion), currency=currency, date=date(2026, 11, 22))


PRICE = priced("0.15", "0.60", "USD")


def test_calls_are_counted_whatever_came_of_them() -> None:
    budget = Budget("small", max_calls=3)
    budget.reserve(10, 10).release()
    budget.reserve(10, 10).keep()
    budget.reserve(10, 10).settle(1, 1)
    with pytest.raises(OverBudget) as over:
        budget.reserve(10, 10)
    assert over.value.fault.sentence == (
        "All 3 calls that this run may make are made. "
        "What is done is kept: run the same command again with a higher --max-calls to go on."
    )


def test_a_call_holds_what_it_may_take_until_it_is_settled() -> None:
    budget = Budget("small", max_tokens=100)
    held = budget.reserve(30, 50)
    with pytest.raises(OverBudget, match="may take 40 tokens, and 20 of 100 are left"):
        budget.reserve(20, 20)
    held.settle(10, 10)
    assert not budget.is_in_flight
    budget.reserve(40, 40)
    assert budget.is_in_flight


def test_the_last_token_and_the_last_cent_may_be_used() -> None:
    Budget("small", max_tokens=100).reserve(60, 40)
    Budget("small", max_cost=Decimal("0.75"), price=PRICE).reserve(1_000_000, 1_000_000)
    with pytest.raises(OverBudget):
        Budget("small", max_tokens=99).reserve(60, 40)
    with pytest.raises(OverBudget):
        Budget("small", max_cost=Decimal("0.75"), price=PRICE).reserve(1_000_001, 1_000_000)


def test_an_untold_usage_leaves_the_estimate_charged() -> None:
    budget = Budget("small", price=PRICE)
    budget.reserve(2_000_000, 1_000_000).settle(None, 5)
    charged = budget.charged
    assert (charged.calls, charged.prompt_tokens, charged.completion_tokens) == (1, 2_000_000, 1_000_000)
    assert charged.estimated == 1
    assert charged.cost == Decimal("0.90")


def test_cost_is_exact() -> None:
    """Ten calls of 1 token at 0.1 a million are a millionth, which no float would say."""
    budget = Budget("small", price=priced("0.1", "0.1", "EUR"))
    for _ in range(10):
        budget.reserve(5, 5).settle(1, 0)
    assert budget.charged.cost == Decimal("0.000001")


def test_the_cost_of_the_next_call_is_told() -> None:
    budget = Budget("small", max_cost=Decimal("1"), price=PRICE)
    budget.reserve(0, 1_500_000).settle(0, 1_500_000)
    with pytest.raises(OverBudget) as over:
        budget.reserve(1_000_000, 1_000)
    assert over.value.fault.sentence == (
        "The next call may cost 0.1506 USD, and 0.10 of 1.00 USD is left. "
        "What is done is kept: run the same command again with a higher --max-cost to go on."
    )


def test_more_used_than_reserved_leaves_no_room_and_no_nonsense() -> None:
    budget = Budget("small", max_tokens=100)
    budget.reserve(10, 10).settle(10, 500)
    with pytest.raises(OverBudget, match="and 0 of 100 are left"):
        budget.reserve(1, 1)


def test_a_limit_in_money_needs_a_price() -> None:
    with pytest.raises(Stopped, match=r"no price of `small` is known\. Add it to `prices` in draft\.yml") as stopped:
        Budget("small", max_cost=Decimal("5"))
    assert stopped.value.exit_code == EXIT_BUDGET


def test_limits_of_a_run_go_before_those_of_the_file() -> None:
    config = Config.model_validate(
        {
            "endpoint": {"profile": "openai", "model": "small"},
            "limits": {"max_calls": 5, "max_tokens": 50},
            "prices": {"small": {"in": "0.15", "out": "0.60", "currency": "USD", "date": "2026-11-22"}},
        }
    )
    with pytest.raises(OverBudget, match="of 50 are left"):
        budget_of(config).reserve(30, 30)
    with pytest.raises(OverBudget, match="of 40 are left"):
        budget_of(config, max_tokens=40).reserve(30, 30)
    with pytest.raises(OverBudget, match=r"of 0\.00 USD is left"):
        budget_of(config, max_tokens=100, max_cost=Decimal(0)).reserve(30, 30)


def test_no_limit_is_no_limit() -> None:
    budget = Budget("small")
    for _ in range(100):
        budget.reserve(10**9, 10**9)
    assert budget.charged.cost is None


def test_many_at_once_never_take_more_than_there_is() -> None:
    budget = Budget("small", max_calls=1000, max_tokens=5_000)

    def take(_: int) -> bool:
        try:
            budget.reserve(5, 5).keep()
        except OverBudget:
            return False
        return True

    with ThreadPoolExecutor(8) as crew:
        taken = sum(crew.map(take, range(2_000)))
    assert taken == 500
    assert budget.charged.prompt_tokens + budget.charged.completion_tokens == 5_000


@pytest.mark.parametrize(
    ("amount", "said"),
    [("1", "1.00"), ("0.1506", "0.1506"), ("12.5", "12.50"), ("0.0000004", "0.00"), ("100", "100.00")],
)
def test_amounts_are_short(amount: str, said: str) -> None:
    assert money(Decimal(amount)) == said


def test_tokens_are_never_told_too_few() -> None:
    assert [tokens_at_most(characters) for characters in (0, 1, 3, 4)] == [0, 1, 1, 2]
