"""A batch meets the same cache: what it brought is never asked again, and what it did not bring still can be."""

import json
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from houvast.draft.call.batch import Batches, Sent
from houvast.draft.call.batch_collect import Collected
from houvast.draft.call.batch_state import read_state
from houvast.draft.call.budget import Budget, budget_of
from houvast.draft.call.cache import Cache
from houvast.draft.call.faults import EXIT_BUDGET, EXIT_ENDPOINT, Stopped
from houvast.draft.call.request import Answer, Failure
from houvast.draft.call.run import Runner
from tests.draft.batch_plays import BatchPlays
from tests.draft.calling import KEY
from tests.draft.fault_server import FaultServer
from tests.draft.played import Played
from tests.draft.test_run import Number, Outcome, config_of, echo, numbers, values


@dataclass
class Desk:
    """A folder, an endpoint with batches, and what was told."""

    folder: Path
    server: FaultServer
    cache: Cache
    plays: BatchPlays
    told: list[Outcome] = field(default_factory=list)

    @property
    def state(self) -> Path:
        return self.folder / "draft-batch.json"

    def batches(self, most_requests: int = 50_000) -> Batches:
        return Batches(
            config_of(self.server.address),
            KEY,
            self.cache,
            state=self.state,
            failed=self.folder / "failed",
            most_requests=most_requests,
        )

    def submit(self, count: int, budget: Budget | None = None) -> Sent:
        return self.batches().submit(numbers(count), budget or Budget("small-model"))

    def collect(self, count: int) -> Collected:
        return self.batches().collect(numbers(count), self.told.append)

    def run(self, count: int) -> list[Outcome]:
        config = config_of(self.server.address)
        return Runner(config, KEY, self.cache, budget_of(config)).run(numbers(count), lambda outcome: None)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with FaultServer(answer=echo).running() as server, Cache(tmp_path / "cache.sqlite") as cache:
        yield Desk(tmp_path, server, cache, BatchPlays(server))


def test_after_a_batch_a_run_asks_nothing(desk: Desk) -> None:
    assert desk.submit(20) == Sent(("batch_1",), requests=20, cached=0, waiting=0)
    desk.plays.end("batch_1")
    assert desk.collect(20) == Collected(accepted=20, failed=0, unasked=0, under_way=0)
    assert sorted(values(desk.told), key=int) == list(range(20))
    assert values(desk.run(20)) == list(range(20))
    assert desk.server.calls == 0


def test_a_line_is_what_a_call_would_send(desk: Desk) -> None:
    desk.submit(2)
    lines = desk.plays.lines("batch_1")
    desk.run(2)
    sent = sorted(json.dumps(asked.body, sort_keys=True) for asked in desk.server.asked)
    assert sorted(json.dumps(line["body"], sort_keys=True) for line in lines) == sent
    assert {(line["method"], line["url"]) for line in lines} == {("POST", "/v1/chat/completions")}
    assert {len(str(line["custom_id"])) for line in lines} == {64}
    assert desk.plays.uploads == [{"purpose": "batch"}]
    assert desk.plays.batches["batch_1"]["completion_window"] == "24h"
    assert desk.plays.batches["batch_1"]["endpoint"] == "/v1/chat/completions"


def test_what_is_kept_or_under_way_is_not_sent_again(desk: Desk) -> None:
    desk.run(3)
    assert desk.submit(5) == Sent(("batch_1",), requests=2, cached=3, waiting=0)
    assert desk.submit(6) == Sent(("batch_2",), requests=1, cached=3, waiting=2)
    assert desk.submit(6) == Sent((), requests=0, cached=3, waiting=3)


def test_the_same_request_is_sent_once(desk: Desk) -> None:
    sent = desk.batches().submit([*numbers(2), *numbers(2)], Budget("small-model"))
    assert sent.requests == 2
    desk.plays.end("batch_1")
    came = desk.batches().collect([*numbers(2), *numbers(2)], desk.told.append)
    assert came.accepted == 2
    assert len(desk.told) == 4


def test_before_it_is_done_there_is_nothing_to_collect(desk: Desk) -> None:
    desk.submit(4)
    for status in ("validating", "in_progress", "finalizing", "cancelling"):
        desk.plays.go("batch_1", status)
        assert desk.collect(4) == Collected(0, 0, 0, under_way=1)
        assert [(one.batch, one.status, one.is_over) for one in desk.batches().status()] == [("batch_1", status, False)]
    desk.plays.end("batch_1")
    (told,) = desk.batches().status()
    assert (told.status, told.total, told.completed, told.failed, told.is_over) == ("completed", 4, 4, 0, True)


def test_of_an_expired_batch_the_finished_part_is_kept(desk: Desk) -> None:
    desk.submit(10)
    desk.plays.end("batch_1", "expired", undone=4)
    assert desk.collect(10) == Collected(accepted=6, failed=4, unasked=0, under_way=0)
    assert [name for name in values(desk.told) if isinstance(name, str)] == ["expired"] * 4
    assert desk.submit(10).requests == 4
    assert values(desk.run(10)) == list(range(10))
    assert desk.server.calls == 4


def test_a_line_that_fails_fails_alone(desk: Desk) -> None:
    desk.server.answer = lambda asked: echo(asked) if asked.data["number"] != 1 else {"colour": "blue"}
    desk.submit(5)
    desk.plays.end("batch_1", refused=1)
    assert desk.collect(5) == Collected(accepted=3, failed=2, unasked=0, under_way=0)
    names = {one.request.item: one.fault.name for one in desk.told if isinstance(one, Failure)}
    assert names == {"n-1": "other-shape", "n-4": "bad-request"}
    (laid_by,) = (desk.folder / "failed").glob("n-1-*.txt")
    assert laid_by.read_text() == '{"colour": "blue"}'


def test_a_key_that_comes_back_is_laid_by_nowhere(desk: Desk) -> None:
    desk.server.answer = lambda asked: {"colour": KEY.get_secret_value()}
    desk.submit(1)
    desk.plays.end("batch_1")
    desk.collect(1)
    (laid_by,) = (desk.folder / "failed").glob("*.txt")
    assert laid_by.read_text() == '{"colour": "[hidden]"}'


def test_lines_that_never_came_back_fail(desk: Desk) -> None:
    desk.submit(3)
    desk.plays.end("batch_1")
    desk.plays.files[str(desk.plays.batches["batch_1"]["output_file_id"])] = b'\xff\n{"custom_id": 4}\n[]\n{"half": \n'
    assert desk.collect(3) == Collected(accepted=0, failed=3, unasked=0, under_way=0)


def test_a_refused_batch_says_why(desk: Desk) -> None:
    desk.submit(2)
    desk.plays.batches["batch_1"] |= {
        "status": "failed",
        "errors": {
            "object": "list",
            "data": [{"code": "x", "message": f"Too much enqueued for {KEY.get_secret_value()}"}],
        },
    }
    assert desk.collect(2).failed == 2
    failed = desk.told[0]
    assert isinstance(failed, Failure)
    assert failed.fault.sentence == (
        "127.0.0.1 refused the batch. Too much enqueued for [hidden] Submit again, or run without --batch."
    )
    assert desk.submit(2).requests == 2


def test_a_batch_that_is_gone_is_told_and_forgotten(desk: Desk) -> None:
    desk.submit(2)
    desk.plays.batches.clear()
    assert [one.status for one in desk.batches().status()] == ["gone"]
    assert desk.collect(2).failed == 2
    assert read_state(desk.state) == ()


def test_answers_for_other_drafts_stay_to_be_collected(desk: Desk) -> None:
    desk.submit(6)
    desk.plays.end("batch_1")
    assert desk.collect(2) == Collected(accepted=2, failed=0, unasked=4, under_way=0)
    assert desk.collect(6) == Collected(accepted=4, failed=0, unasked=0, under_way=0)
    assert desk.collect(6) == Collected(0, 0, 0, 0)


def test_what_was_collected_does_not_stay_at_the_endpoint(desk: Desk) -> None:
    desk.submit(3)
    desk.plays.end("batch_1", "expired", undone=1)
    assert len(desk.plays.files) == 3
    desk.collect(3)
    assert desk.plays.files == {}


def test_a_large_set_goes_in_several_files(desk: Desk) -> None:
    sent = desk.batches(most_requests=4).submit(numbers(10), Budget("small-model"))
    assert sent.batches == ("batch_1", "batch_2", "batch_3")
    for batch in sent.batches:
        desk.plays.end(batch)
    assert desk.collect(10).accepted == 10


@pytest.mark.parametrize("budget", [Budget("m", max_calls=4), Budget("m", max_tokens=500)])
def test_a_batch_that_does_not_fit_in_the_budget_is_not_sent(desk: Desk, budget: Budget) -> None:
    with pytest.raises(Stopped, match="does not fit in the budget, and nothing was sent") as stopped:
        desk.submit(5, budget)
    assert stopped.value.exit_code == EXIT_BUDGET
    assert desk.server.other == []


def test_a_submission_that_never_heard_its_name_is_not_sent_twice(desk: Desk) -> None:
    """The endpoint made the batch, and the connection broke before it could say so."""
    create = desk.server.routes["POST", "/v1/batches"]
    desk.server.routes["POST", "/v1/batches"] = lambda asked: create(asked) and Played(b"{}", cut=0)
    with pytest.raises(Stopped):
        desk.submit(3)
    desk.server.routes["POST", "/v1/batches"] = create
    assert desk.submit(3) == Sent((), requests=0, cached=0, waiting=3)
    assert list(desk.plays.batches) == ["batch_1"]
    desk.plays.end("batch_1")
    assert desk.collect(3).accepted == 3


def test_a_submission_that_failed_can_be_made_again(desk: Desk) -> None:
    create = desk.server.routes["POST", "/v1/batches"]
    desk.server.routes["POST", "/v1/batches"] = lambda asked: Played({"error": {"message": "no"}}, 500)
    with pytest.raises(Stopped) as stopped:
        desk.submit(3)
    assert stopped.value.exit_code == EXIT_ENDPOINT
    desk.server.routes["POST", "/v1/batches"] = create
    assert desk.submit(3).requests == 3
    assert len(desk.plays.files) == 1, "what was sent in vain is not left there"


def test_an_endpoint_without_batches_says_what_to_do(desk: Desk) -> None:
    desk.server.routes.pop(("POST", "/v1/files"))
    with pytest.raises(
        Stopped, match=r"127\.0\.0\.1 takes no batches: run the same command without --batch"
    ) as stopped:
        desk.submit(3)
    assert stopped.value.exit_code == EXIT_ENDPOINT
    assert not desk.state.exists()


@pytest.mark.parametrize(
    "page", [Played(b"<h1>Sign in</h1>", content_type="text/html"), Played([1]), Played({"id": 4})]
)
def test_something_else_than_a_batch_is_told(desk: Desk, page: Played) -> None:
    desk.server.routes["POST", "/v1/files"] = lambda asked: page
    with pytest.raises(Stopped, match="something else than a batch"):
        desk.submit(1)


def test_batches_of_another_endpoint_are_left_alone(desk: Desk) -> None:
    desk.submit(2)
    written = desk.state.read_text().replace("127.0.0.1", "other.example.eu")
    desk.state.write_text(written)
    assert desk.batches().status() == []
    assert desk.collect(2) == Collected(0, 0, 0, 0)
    assert desk.submit(2).batches == ("batch_2",)
    assert len(read_state(desk.state)) == 2


def test_what_is_under_way_is_for_its_owner_alone(desk: Desk) -> None:
    desk.submit(2)
    assert stat.S_IMODE(desk.state.stat().st_mode) == 0o600
    text = desk.state.read_text()
    assert KEY.get_secret_value() not in text
    assert "number" not in text


def test_a_state_that_cannot_be_read_is_told_and_left_alone(desk: Desk) -> None:
    desk.state.write_text("{")
    with pytest.raises(Stopped, match="says which batches are under way"):
        desk.submit(2)
    assert desk.state.read_text() == "{"
    assert desk.plays.files == {}


def test_a_batch_tells_how_its_answers_came_about(desk: Desk) -> None:
    desk.submit(1)
    desk.plays.end("batch_1")
    desk.collect(1)
    (answer,) = desk.told
    assert isinstance(answer, Answer)
    assert answer.value == Number(number=0)
    assert (answer.call.attempts, answer.call.seed, answer.call.request_id) == (1, 0, "req_b")
    assert answer.call.prompt_tokens > 0 and not answer.call.is_estimate
