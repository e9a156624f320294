"""What the tests of drafting share: a desk with a pretended model at it, and briefs."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from houvast.cli import app
from tests.draft.fault_server import FaultServer
from tests.draft.writer import write

KEY = "sk-test-0123456789abcdef"
CONFIG = "endpoint: {{profile: vllm, base_url: '{address}', model: small-model, deadline_seconds: 5}}\n"

BRIEFS: dict[str, dict[str, object]] = {
    "questions": {"unit": "look-twice", "number": 3, "sources": ["module.look-twice"]},
    "module": {"title": "Brieven nakijken", "targets": ["judge 1"], "number": 4, "sources": ["module.look-twice"]},
    "role": {"title": "Briefwisselaar", "cluster": "office", "pace": "slow", "number": 3},
    "hat": {"title": "Briefkijker", "targets": ["judge 1"], "number": 2},
    "scenario": {"title": "Een brief op tafel", "targets": ["judge 1"], "audiences": ["office"]},
    "translation": {"unit": "look-twice", "to": "en"},
}


class Desk:
    """A folder to work in, with courses, a config, and a command."""

    def __init__(self, folder: Path, courses: Path, server: FaultServer) -> None:
        self.folder = folder
        self.courses = courses
        self.server = server
        (folder / "draft.yml").write_text(CONFIG.format(address=server.address), encoding="utf-8")

    def brief(self, kind: str, **more: object) -> Path:
        """A brief of this kind, in a file."""
        told = {
            "kind": kind,
            "id": f"letters-{kind}",
            "need": "Mensen lezen brieven niet meer.",
            **BRIEFS[kind],
            **more,
        }
        path = self.folder / f"{told['id']}.yml"
        path.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        return path

    def draft(self, kind: str, *options: str, **more: object) -> Result:
        """Draft it, with a yes to every outline."""
        return self.run("draft", kind, str(self.brief(kind, **more)), "--yes", "--today", "2026-11-22", *options)

    def run(self, *arguments: str, answer: str | None = None) -> Result:
        """Call `houvast` in this folder."""
        return CliRunner().invoke(app, [*arguments, "--courses", str(self.courses)], input=answer)

    def files(self, name: str) -> dict[str, str]:
        """What stands in the folder of a draft."""
        folder = self.courses / "drafts" / name
        return {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(autouse=True)
def no_running_loop() -> Iterator[None]:
    """A process that ran browser tests before has Playwright's loop marked as running: drafting starts its own."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture
def make_desk(tmp_path: Path, courses: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[FaultServer], Desk]:
    """Sets a desk up around a server that runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOUVAST_DRAFT_KEY", KEY)
    return lambda server: Desk(tmp_path, courses, server)


@pytest.fixture
def desk(make_desk: Callable[[FaultServer], Desk]) -> Iterator[Desk]:
    """A desk with a model that writes well."""
    with FaultServer(answer=write).running() as server:
        yield make_desk(server)
