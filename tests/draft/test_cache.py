"""An accepted answer is kept for good, under everything that the model saw, and read by nobody else."""

import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from houvast.draft.call.cache import Cache
from houvast.draft.call.faults import EXIT_ENDPOINT, Stopped
from houvast.draft.call.key import Target, cache_key
from houvast.draft.call.request import Prompt, Request
from houvast.model.drafted import Call

SHA = "0" * 64
KEY = "a" * 64


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid")
    colour: str


class Number(BaseModel):
    model_config = ConfigDict(extra="forbid")
    number: int


def call(key: str = KEY) -> Call:
    return Call(
        prompt="colour/v1",
        prompt_sha256=SHA,
        schema_sha256=SHA,
        input_sha256=SHA,
        date=date(2026, 11, 22),
        prompt_tokens=10,
        completion_tokens=5,
        cache_key=key,
    )


def request(
    prompt: str = "Name a colour.",
    data: str = "sky",
    wire: type[BaseModel] = Colour,
    max_tokens: int = 100,
    choices: Mapping[str, tuple[str, ...]] | None = None,
    sample: int = 0,
    item: str = "q-1",
) -> Request[BaseModel]:
    return Request(
        item, "brief.yml", Prompt("colour/v1", prompt), {"of": data}, wire, max_tokens, choices or {}, sample
    )


TARGET = Target("api.example.eu", "small", {"temperature": 0.2, "schema_mode": "json_schema"})


def test_what_is_put_is_read_again_by_another_run(tmp_path: Path) -> None:
    path = tmp_path / ".houvast/draft-cache.sqlite"
    with Cache(path) as cache:
        assert cache.get(KEY, Colour) is None
        cache.put(KEY, Colour(colour="blauw"), call())
    with Cache(path) as cache:
        assert cache.get(KEY, Colour) == (Colour(colour="blauw"), call())


def test_a_later_answer_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put(KEY, Colour(colour="blue"), call())
        cache.put(KEY, Colour(colour="grey"), call())
        assert cache.get(KEY, Colour) == (Colour(colour="grey"), call())


def test_what_no_longer_has_the_right_shape_is_asked_again(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put(KEY, Colour(colour="blue"), call())
        assert cache.get(KEY, Number) is None


def test_only_its_owner_reads_it_and_git_leaves_it_out(tmp_path: Path) -> None:
    path = tmp_path / ".houvast/draft-cache.sqlite"
    with Cache(path) as cache:
        cache.put(KEY, Colour(colour="blue"), call())
        files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
        assert len(files) == 3
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    assert subprocess.run([*git, "status", "--short"], check=True, capture_output=True).stdout == b""


def test_a_folder_that_was_there_is_not_hidden_from_git(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite"):
        assert not (tmp_path / ".gitignore").exists()


def test_a_file_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.touch(0o644)
    Cache(path).__exit__(None, None, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_runs_use_it_at_once(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as one, Cache(tmp_path / "cache.sqlite") as other:
        for number in range(20):
            (one if number % 2 else other).put(f"{number:064x}", Number(number=number), call(f"{number:064x}"))
        kept = [one.get(f"{number:064x}", Number) for number in range(20)]
    assert [row[0].number for row in kept if row] == list(range(20))


def test_an_answer_survives_a_kill_right_after(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from houvast.draft.call.cache import Cache\n"
        "from tests.draft.test_cache import KEY, Colour, call\n"
        "Cache(Path(sys.argv[1])).put(KEY, Colour(colour='blue'), call())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == -9
    with Cache(path) as cache:
        assert cache.get(KEY, Colour) == (Colour(colour="blue"), call())


def test_a_file_that_is_no_cache_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(Stopped, match=r"cache\.sqlite cannot be used: file is not a database.*move the file away") as e:
        Cache(path)
    assert e.value.exit_code == EXIT_ENDPOINT
    assert path.read_text().startswith("Dear diary")


def test_a_cache_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    rows = sqlite3.connect(path)
    rows.execute("PRAGMA user_version=99")
    rows.close()
    with pytest.raises(Stopped, match="another version of Houvast"):
        Cache(path)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="cannot be used: Is a directory"):
        Cache(tmp_path)


def test_the_key_is_the_same_whoever_reckons_it() -> None:
    """A key that changes by itself would make every kept answer worthless: it is written down here."""
    assert cache_key(TARGET, request()) == cache_key(
        Target("api.example.eu", "small", {"schema_mode": "json_schema", "temperature": 0.2}), request(item="q-2")
    )
    assert cache_key(TARGET, request()) == "80b987bec26361027ff710b58e2e034dd5d6f4f5d950be7ca430344afb90f820"


@pytest.mark.parametrize(
    ("target", "other"),
    [
        (Target("127.0.0.1", TARGET.model, TARGET.params), request()),
        (Target(TARGET.host, "large", TARGET.params), request()),
        (Target(TARGET.host, TARGET.model, {**TARGET.params, "temperature": 0.3}), request()),
        (TARGET, request(prompt="Name two colours.")),
        (TARGET, request(data="sea")),
        (TARGET, request(wire=Number)),
        (TARGET, request(max_tokens=200)),
        (TARGET, request(choices={"colour": ("blue", "grey")})),
        (TARGET, request(sample=1)),
    ],
)
def test_all_that_the_model_is_asked_with_makes_another_key(target: Target, other: Request[BaseModel]) -> None:
    assert cache_key(target, other) != cache_key(TARGET, request())


def test_a_cache_holds_the_answer_and_how_it_came_about_alone(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put(KEY, Colour(colour="blue"), call())
    rows = sqlite3.connect(tmp_path / "cache.sqlite")
    ((key, wire, made),) = rows.execute("SELECT * FROM answer").fetchall()
    rows.close()
    assert key == KEY
    assert json.loads(wire) == {"colour": "blue"}
    assert json.loads(made) == call().model_dump(mode="json")
