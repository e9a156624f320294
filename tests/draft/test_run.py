"""A run obeys the endpoint, its budget and its user, and never loses or repeats what was accepted."""

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from houvast.draft.call.budget import Budget, budget_of
from houvast.draft.call.cache import Cache
from houvast.draft.call.clock import Clock
from houvast.draft.call.config import Config
from houvast.draft.call.estimate import estimate
from houvast.draft.call.faults import EXIT_BUDGET, EXIT_ENDPOINT, EXIT_INTERRUPTED, EXIT_QUOTA, Stopped
from houvast.draft.call.request import Answer, Failure, Prompt, Request
from houvast.draft.call.run import Runner
from tests.draft.fault_plays import FAULTS
from tests.draft.fault_server import FaultServer
from tests.draft.played import Asked, Play, Played

PROMPT = Prompt("number/v1", "Say the number that the data holds. Write JSON.")
PATIENCE = 30
TODAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Number(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    number: int


Outcome = Answer[Number] | Failure[Number]


def numbers(count: int, max_tokens: int = 50) -> list[Request[Number]]:
    return [Request(f"n-{n}", "brief.yml", PROMPT, {"number": n}, Number, max_tokens) for n in range(count)]


def number_of(asked: Asked) -> int:
    return int(str(asked.data["number"]))


def echo(asked: Asked) -> dict[str, object]:
    return {"number": number_of(asked)}


def slowly(seconds: float) -> Callable[[Asked], object]:
    """The right number, after a while."""

    def answer(asked: Asked) -> dict[str, object]:
        time.sleep(seconds)
        return echo(asked)

    return answer


@dataclass
class FakeClock:
    """A clock that only moves when somebody sleeps. `slept` holds the seconds of each sleep."""

    at: float = 1000.0
    slept: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds
        await asyncio.sleep(0)

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep, today=lambda: TODAY, chance=lambda: 0.0)


@dataclass
class Bench:
    """A folder, an endpoint, and what a run told."""

    folder: Path
    server: FaultServer
    time: FakeClock = field(default_factory=FakeClock)
    told: list[Outcome] = field(default_factory=list)
    runner: Runner | None = None

    def config(self, concurrency: int = 4) -> Config:
        return config_of(self.server.address, concurrency)

    def run(
        self,
        requests: list[Request[Number]],
        *,
        concurrency: int = 4,
        budget: Budget | None = None,
        refresh: bool = False,
        cache_only: bool = False,
    ) -> list[Outcome]:
        config = self.config(concurrency)
        with Cache(self.folder / "cache.sqlite") as cache:
            self.runner = Runner(
                config,
                None,
                cache,
                budget or budget_of(config),
                refresh=refresh,
                cache_only=cache_only,
                failed=self.folder / "failed",
                clock=self.time.clock,
            )
            return self.runner.run(requests, self.told.append)

    @property
    def kept(self) -> int:
        """How many of a thousand numbers are in the cache."""
        with Cache(self.folder / "cache.sqlite") as cache:
            return estimate(numbers(1000), self.config(), cache).cached


def config_of(address: str, concurrency: int = 4, deadline: float = 4) -> Config:
    return Config.model_validate(
        {
            "endpoint": {"profile": "vllm", "base_url": address, "model": "small-model", "deadline_seconds": deadline},
            "limits": {"concurrency": concurrency},
            "prices": {"small-model": {"in": "1", "out": "2", "currency": "EUR", "date": "2026-11-22"}},
        }
    )


Begin = Callable[..., Bench]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Begin]:
    """A bench whose endpoint plays a script, and then answers well."""
    with ExitStack() as stack:

        def begin(*script: str | Play, always: str = "good") -> Bench:
            return Bench(tmp_path, stack.enter_context(FaultServer(*script, always=always, answer=echo).running()))

        yield begin


def values(outcomes: list[Outcome]) -> list[int | str]:
    """The number of each answer, or the name of what failed."""
    return [one.value.number if isinstance(one, Answer) else one.fault.name for one in outcomes]


def test_answers_come_in_the_order_of_the_requests(bench: Begin) -> None:
    here = bench()
    two = threading.Barrier(2, timeout=PATIENCE)

    def answer(asked: Asked) -> object:
        two.wait()
        return slowly(0.02 * (5 - number_of(asked) % 5))(asked)

    here.server.answer = answer
    assert values(here.run(numbers(10))) == list(range(10))
    assert sorted(values(here.told), key=str) == sorted(range(10), key=str)
    assert here.server.calls == 10
    assert 1 < here.server.most_at_once <= 4


def test_a_second_run_asks_nothing(bench: Begin) -> None:
    here = bench()
    first = here.run(numbers(5))
    again = here.run(numbers(5))
    assert here.server.calls == 5
    assert values(again) == values(first)
    assert [one.is_cached for one in again if isinstance(one, Answer)] == [True] * 5
    assert [one.call for one in again if isinstance(one, Answer)] == [
        one.call for one in first if isinstance(one, Answer)
    ]
    assert here.runner and (here.runner.spent.calls, here.runner.spent.cached) == (0, 5)


def test_an_answer_tells_how_it_came_about(bench: Begin) -> None:
    here = bench("500", always="good")
    (answer,) = here.run(numbers(1))
    assert isinstance(answer, Answer)
    call = answer.call
    assert (call.prompt, call.attempts, call.seed, call.date) == ("number/v1", 2, 1, TODAY.date())
    assert (call.model_reported, call.system_fingerprint, call.request_id) == ("small-model-2026", "fp_1", "req_2")
    assert call.prompt_tokens > 0 and not call.is_estimate


def test_the_same_call_is_made_once(bench: Begin) -> None:
    here = bench()
    outcomes = here.run([*numbers(2), *numbers(2)])
    assert values(outcomes) == [0, 1, 0, 1]
    assert [one.is_cached for one in outcomes if isinstance(one, Answer)] == [False, False, True, True]
    assert here.server.calls == 2
    assert here.runner and here.runner.spent.cached == 2


def test_refresh_asks_again_once(bench: Begin) -> None:
    here = bench()
    here.run(numbers(3))
    here.server.answer = lambda asked: {"number": 7}
    assert values(here.run(numbers(3), refresh=True)) == [7, 7, 7]
    assert here.server.calls == 6
    assert values(here.run(numbers(3))) == [7, 7, 7]
    assert here.server.calls == 6


def test_refresh_asks_once_in_all_rounds_of_a_run(bench: Begin) -> None:
    here = bench()
    config = here.config()
    with Cache(here.folder / "cache.sqlite") as cache:
        runner = Runner(config, None, cache, budget_of(config), refresh=True)
        assert values(runner.run(numbers(2), here.told.append)) == [0, 1]
        assert values(runner.run(numbers(3), here.told.append)) == [0, 1, 2]
    assert here.server.calls == 3


def test_cache_only_asks_nobody_and_fails_what_is_not_kept(bench: Begin) -> None:
    here = bench()
    here.run(numbers(2))
    outcomes = here.run(numbers(4), cache_only=True)
    assert values(outcomes) == [0, 1, "not-cached", "not-cached"]
    assert here.server.calls == 2
    failed = outcomes[2]
    assert isinstance(failed, Failure) and "--cache-only" in failed.fault.sentence


def test_what_is_kept_needs_neither_network_nor_the_package(bench: Begin) -> None:
    """Reading, counting and --cache-only work where `openai` is not installed."""
    here = bench()
    here.run(numbers(2))
    code = (
        "import sys\n"
        "sys.modules['openai'] = sys.modules['httpx2'] = None\n"
        "from pathlib import Path\n"
        "from houvast.draft.call.batch import Batches\n"
        "from houvast.draft.call.budget import budget_of\n"
        "from houvast.draft.call.cache import Cache\n"
        "from houvast.draft.call.estimate import estimate\n"
        "from houvast.draft.call.run import Runner\n"
        "from tests.draft.test_run import config_of, numbers, values\n"
        "config = config_of(sys.argv[1])\n"
        "with Cache(Path(sys.argv[2])) as cache:\n"
        "    runner = Runner(config, None, cache, budget_of(config), cache_only=True)\n"
        "    print(values(runner.run(numbers(3), lambda outcome: None)), estimate(numbers(3), config, cache).calls)\n"
    )
    arguments = [sys.executable, "-c", code, here.server.address, str(here.folder / "cache.sqlite")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[0, 1, 'not-cached'] 1\n", "")


def test_a_server_that_recovers_is_tried_again(bench: Begin) -> None:
    here = bench("500", "500")
    assert values(here.run(numbers(1))) == [0]
    assert here.server.calls == 3
    assert here.time.slept == [0.5, 1.0]


def test_an_item_fails_after_three_tries_and_the_others_go_on(bench: Begin) -> None:
    here = bench("500", "500", "500")
    assert values(here.run(numbers(3), concurrency=1))[1:] == [1, 2]
    assert here.server.calls == 5
    assert here.runner and here.runner.spent.failed == 1


def test_three_items_in_a_row_that_wear_out_end_the_run(bench: Begin) -> None:
    here = bench("good", always="500")
    with pytest.raises(Stopped, match="3 items in a row failed") as stopped:
        here.run(numbers(20), concurrency=1)
    assert stopped.value.exit_code == EXIT_ENDPOINT
    assert here.server.calls == 1 + 3 * 3
    assert here.kept == 1
    assert len(here.told) == 4


def test_items_that_fail_by_themselves_do_not_end_the_run(bench: Begin) -> None:
    here = bench(*["refusal"] * 5)
    assert values(here.run(numbers(6), concurrency=1)) == [*["refusal"] * 5, 5]


def test_a_wait_is_obeyed_and_the_item_comes_through(bench: Begin) -> None:
    here = bench("429-wait-1")
    assert values(here.run(numbers(3), concurrency=1)) == [0, 1, 2]
    assert here.server.calls == 4
    assert here.time.slept == [1.0]


def test_a_wait_without_an_end_is_our_own_back_off(bench: Begin) -> None:
    here = bench("429", "429")
    assert values(here.run(numbers(1))) == [0]
    assert here.time.slept == [0.5, 1.0]


def test_a_shared_wait_is_kept_by_every_worker(bench: Begin) -> None:
    """With the real clock: nobody calls within the second that the endpoint asked for."""
    here = bench(*["429-wait-1"] * 4)
    here.server.answer = slowly(0.05)
    config = here.config()
    with Cache(here.folder / "cache.sqlite") as cache:
        runner = Runner(config, None, cache, budget_of(config))
        assert values(runner.run(numbers(8), here.told.append)) == list(range(8))
    heard, later = here.server.asked[:4], here.server.asked[4:]
    assert min(asked.at for asked in later) - max(asked.at for asked in heard) > 0.9
    assert len(later) == 8


def test_four_waits_at_once_halve_once(bench: Begin) -> None:
    four, two = (threading.Barrier(size, timeout=PATIENCE) for size in (4, 2))
    inside: list[Asked] = []
    most = 0

    def wait(asked: Asked) -> Played:
        four.wait()
        return FAULTS["429-wait-0.2"](asked)

    def answer(asked: Asked) -> dict[str, object]:
        nonlocal most
        inside.append(asked)
        most = max(most, len(inside))
        two.wait()
        inside.remove(asked)
        return echo(asked)

    here = bench(*[wait] * 4)
    here.server.answer = answer
    assert values(here.run(numbers(12))) == list(range(12))
    assert most == 2


def test_a_wait_of_an_hour_fails_the_item_and_says_when(bench: Begin) -> None:
    here = bench("429-wait-hour")
    outcomes = here.run(numbers(2), concurrency=1)
    failed = outcomes[0]
    assert isinstance(failed, Failure)
    assert failed.fault.sentence.endswith("Run the same command again after 2026-11-22 10:30: what is done is kept.")
    assert values(outcomes)[1] == 1
    assert here.server.calls == 2
    assert here.time.slept == []


def test_an_endpoint_that_only_says_wait_wears_an_item_out(bench: Begin) -> None:
    here = bench(always="429-wait-1")
    with pytest.raises(Stopped, match="3 items in a row failed"):
        here.run(numbers(9), concurrency=1)
    assert here.server.calls == 3 * 7


def test_an_empty_purse_at_the_endpoint_stops_at_once(bench: Begin) -> None:
    here = bench("good", always="429-quota")
    with pytest.raises(Stopped) as stopped:
        here.run(numbers(20), concurrency=1)
    assert stopped.value.exit_code == EXIT_QUOTA
    assert here.server.calls == 2
    assert here.kept == 1


def test_what_is_under_way_when_a_run_stops_is_kept(bench: Begin) -> None:
    here = bench("good", "good", "good", "401")
    here.server.answer = slowly(0.3)
    with pytest.raises(Stopped) as stopped:
        here.run(numbers(20))
    assert stopped.value.exit_code == EXIT_ENDPOINT
    assert here.server.calls == 4
    assert here.kept == 3
    assert len(here.told) == 3


def test_who_waits_when_a_run_stops_asks_no_more(bench: Begin) -> None:
    here = bench("500", "401")
    config = here.config(2)
    clock = Clock(sleep=lambda seconds: asyncio.sleep(20))
    with Cache(here.folder / "cache.sqlite") as cache, pytest.raises(Stopped):
        Runner(config, None, cache, budget_of(config), clock=clock).run(numbers(9), here.told.append)
    assert here.server.calls == 2


def test_a_wrong_shape_is_asked_again_with_a_remark(bench: Begin) -> None:
    here = bench("other-shape")
    assert values(here.run(numbers(1))) == [0]
    messages = here.server.asked[1].body["messages"]
    assert isinstance(messages, list)
    assert [said["role"] for said in messages] == ["system", "user", "assistant", "user"]
    assert messages[:2] == here.server.asked[0].body["messages"]
    assert messages[2]["content"] == '{"colour": "blue"}'
    assert "your_answer_was_refused_because" in json.loads(messages[3]["content"])


def test_after_two_repairs_the_item_fails_and_its_answer_is_laid_by(bench: Begin) -> None:
    here = bench(*["other-shape"] * 3)
    outcomes = here.run(numbers(2), concurrency=1)
    assert here.server.calls == 4
    assert isinstance(outcomes[0], Failure) and values(outcomes)[1] == 1
    (laid_by,) = (here.folder / "failed").glob("*.txt")
    assert laid_by.name.startswith("n-0-")
    assert laid_by.read_text() == '{"colour": "blue"}'
    assert stat.S_IMODE(laid_by.stat().st_mode) == 0o600
    assert (here.folder / "failed/.gitignore").read_text() == "*\n"


def test_an_answer_that_is_cut_off_gets_twice_the_room_once(bench: Begin) -> None:
    here = bench("length")
    assert values(here.run(numbers(1))) == [0]
    assert [asked.body["max_tokens"] for asked in here.server.asked] == [50, 100]
    here = bench("length", "length")
    assert values(here.run(numbers(2)[1:])) == ["length"]
    assert here.server.calls == 2


def test_twice_the_room_only_where_the_budget_has_it(bench: Begin) -> None:
    here = bench("length")
    (failed,) = here.run(numbers(1), budget=Budget("small-model", max_calls=1))
    assert isinstance(failed, Failure) and failed.fault.name == "length"
    assert "does not fit in the budget" in failed.fault.sentence
    assert here.server.calls == 1


def test_each_try_has_another_seed(bench: Begin) -> None:
    here = bench("500", "500")
    here.run(numbers(1))
    assert [asked.body["seed"] for asked in here.server.asked] == [0, 1, 2]


@pytest.mark.parametrize("concurrency", [1, 4, 16])
def test_a_budget_of_calls_is_used_to_the_last_and_no_further(bench: Begin, concurrency: int) -> None:
    here = bench()
    with pytest.raises(Stopped, match=r"All 7 calls .* higher --max-calls") as stopped:
        here.run(numbers(20), concurrency=concurrency, budget=Budget("small-model", max_calls=7))
    assert stopped.value.exit_code == EXIT_BUDGET
    assert here.server.calls == 7
    assert here.kept == 7
    assert len(here.run(numbers(20))) == 20
    assert here.server.calls == 20


def test_room_that_comes_free_is_used(bench: Begin) -> None:
    """Each call may take much more than it does: a run waits for those under way rather than stop."""
    here = bench()
    config = here.config()
    with Cache(here.folder / "none.sqlite") as cache:
        each = estimate(numbers(1, max_tokens=5000), config, cache).tokens_high
    assert values(here.run(numbers(8, 5000), budget=Budget("small-model", max_tokens=each + 1500))) == list(range(8))
    assert here.server.most_at_once == 1


def test_money_stops_a_run_too(bench: Begin) -> None:
    here = bench()
    budget = budget_of(here.config(), max_cost=Decimal("0.001"))
    with pytest.raises(Stopped, match="EUR is left") as stopped:
        here.run(numbers(200), budget=budget)
    assert stopped.value.exit_code == EXIT_BUDGET
    assert here.runner
    spent = here.runner.spent
    assert spent.calls == here.server.calls == here.kept
    assert spent.cost is not None and 0 < spent.cost <= Decimal("0.001")


def test_what_a_run_came_to_is_told(bench: Begin) -> None:
    here = bench("no-usage")
    here.run(numbers(3), concurrency=1)
    assert here.runner
    spent = here.runner.spent
    assert (spent.calls, spent.cached, spent.failed, spent.estimated) == (3, 0, 0, 1)
    assert spent.cost == (spent.prompt_tokens + 2 * spent.completion_tokens) / Decimal(1_000_000)
    report = spent.report()
    assert json.loads(json.dumps(report)) == report
    assert (report["currency"], report["cost"]) == ("EUR", f"{spent.cost:f}")


def test_a_dry_run_sends_nothing(bench: Begin) -> None:
    here = bench()
    here.run(numbers(3))
    with Cache(here.folder / "cache.sqlite") as cache:
        told = estimate([*numbers(10), *numbers(10)], here.config(), cache)
        anew = estimate(numbers(10), here.config(), cache, refresh=True)
    assert here.server.calls == 3 and here.server.other == []
    assert (told.calls, told.cached) == (7, 3)
    assert (anew.calls, anew.cached) == (10, 0)
    assert told.cost_low is not None and told.cost_high is not None
    assert 0 < told.tokens_low < told.tokens_high and 0 < told.cost_low < told.cost_high
    assert here.runner


def test_a_dry_run_never_says_too_little(bench: Begin) -> None:
    here = bench()
    with Cache(here.folder / "cache.sqlite") as cache:
        told = estimate(numbers(5), here.config(), cache)
    here.run(numbers(5))
    assert here.runner
    spent = here.runner.spent
    assert spent.prompt_tokens + spent.completion_tokens <= told.tokens_high


def test_who_listens_may_fail_and_nothing_is_lost(bench: Begin) -> None:
    here = bench()

    def tell(outcome: Outcome) -> None:
        raise BrokenPipeError

    config = here.config(1)
    with Cache(here.folder / "cache.sqlite") as cache, pytest.raises(BrokenPipeError):
        Runner(config, None, cache, budget_of(config)).run(numbers(5), tell)
    assert here.kept == here.server.calls == 1


# What another process runs: 200 items at concurrency 4.
RUN = """
import sys
from pathlib import Path
from houvast.draft.call.faults import Stopped
from houvast.draft.call.budget import budget_of
from houvast.draft.call.cache import Cache
from houvast.draft.call.run import Runner
from tests.draft.test_run import config_of, numbers
config = config_of(sys.argv[1], deadline=60)
with Cache(Path(sys.argv[2]) / "cache.sqlite") as cache:
    runner = Runner(config, None, cache, budget_of(config))
    try:
        runner.run(numbers(200), lambda outcome: print(outcome.request.item, flush=True))
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        sys.exit(stopped.exit_code)
"""


def another_process(here: Bench) -> "subprocess.Popen[str]":
    arguments = [sys.executable, "-c", RUN, here.server.address, str(here.folder)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def calls_when_quiet(server: FaultServer) -> int:
    """How many calls there were, once what a killed process had sent has arrived."""
    calls = -1
    while calls != server.calls:
        calls = server.calls
        time.sleep(0.5)
    return calls


def test_a_run_of_200_that_is_killed_goes_on_where_it_was(bench: Begin) -> None:
    """No answer that was accepted is lost or asked again. What was under way at the kill may be: at most 4."""
    here = bench()
    ends = threading.Event()
    here.server.answer = lambda asked: echo(asked) if number_of(asked) < 120 or ends.wait(30) else None
    with another_process(here) as first:
        assert first.stdout and first.stderr
        told = [first.stdout.readline().strip() for _ in range(100)]
        os.kill(first.pid, signal.SIGKILL)
        told += first.stdout.read().split()
        assert (first.wait(10), first.stderr.read()) == (-9, "")
    ends.set()
    before, kept = calls_when_quiet(here.server), here.kept
    assert len(told) <= kept < 200, "what was told was kept"
    assert before - kept <= 4, "only what was under way is not kept"
    assert values(here.run(numbers(200))) == list(range(200))
    assert here.server.calls == before + 200 - kept
    here.run(numbers(200))
    assert here.server.calls == before + 200 - kept


def test_who_interrupts_a_run_waits_for_nothing_and_loses_nothing(bench: Begin) -> None:
    here = bench()
    ends = threading.Event()
    here.server.answer = lambda asked: echo(asked) if number_of(asked) < 20 or ends.wait(30) else None
    with another_process(here) as first:
        assert first.stdout and first.stderr
        told = [first.stdout.readline().strip() for _ in range(20)]
        os.kill(first.pid, signal.SIGINT)
        code, said = first.wait(10), first.stderr.read()
        assert first.stdout.read() == ""
    ends.set()
    assert code == EXIT_INTERRUPTED
    assert said == "Interrupted. All answers until now are kept: run the same command again to go on.\n"
    assert here.kept == len(told) == 20
    assert here.server.calls <= 24
    asked = here.server.calls
    assert values(here.run(numbers(40))) == list(range(40))
    assert here.server.calls == asked + 20


def test_an_endpoint_that_is_not_there_ends_the_run_with_its_address(bench: Begin) -> None:
    here = bench()
    gone = f"http://127.0.0.1:{unused_port()}/v1"
    config = config_of(gone)
    with Cache(here.folder / "cache.sqlite") as cache, pytest.raises(Stopped, match=gone) as stopped:
        Runner(config, None, cache, budget_of(config), clock=here.time.clock).run(numbers(20), here.told.append)
    assert stopped.value.exit_code == EXIT_ENDPOINT
    assert here.told == []


def unused_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def test_an_endpoint_without_seeds_is_sent_and_credited_none(bench: Begin) -> None:
    here = bench()
    endpoint = here.config().endpoint.model_copy(update={"supports_seed": False})
    config = here.config().model_copy(update={"endpoint": endpoint})
    with Cache(here.folder / "cache.sqlite") as cache:
        (answer,) = Runner(config, None, cache, budget_of(config)).run(numbers(1), here.told.append)
    assert "seed" not in here.server.asked[0].body
    assert isinstance(answer, Answer) and answer.call.seed is None
