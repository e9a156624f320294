"""With a real model questions come end to end, in Dutch and in English: of the right shape, with origins, as drafts.

What the model writes is not judged: the smallest one that obeys a schema writes poor questions, and the gates say so.
"""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import SecretStr

from houvast import pipeline
from houvast.draft.brief import Brief
from houvast.draft.call.budget import Budget
from houvast.draft.call.cache import Cache
from houvast.draft.call.config import Config
from houvast.draft.call.faults import EXIT_BUDGET, Stopped
from houvast.draft.call.run import Runner
from houvast.draft.flow import Drafted, Flow
from houvast.draft.folder import write_draft
from houvast.draft.recipe import Context
from houvast.draft.sources import passages
from houvast.model.drafted import DraftSheet
from houvast.source.shape import shaped
from houvast.source.yaml import read_yaml

MODEL = "qwen2.5-coder-0.5b-instruct"
KEY = SecretStr("a-key-of-this-test")
CONTEXT = 4096
TO_LOAD = 120
"""Seconds that the server may take until it answers."""
MOST_CALLS = 12
"""An outline and two questions, and each of them again where the model lost its way."""
COURSES = Path("courses")
UNIT = "trust-but-check"
NEED = {
    "nl": "Aankopers vragen wat de wet wil als ze offertes met een chatassistent vergelijken.",
    "en": "Purchasing officers ask what the law wants when they compare offers with a chat assistant.",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the model answers."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    script = str(Path(__file__).with_name("serve.py"))
    command = [os.environ["HOUVAST_TEST_SERVER"], script, os.environ["HOUVAST_TEST_MODEL"], str(CONTEXT)]
    with log.open("w") as told:
        server = subprocess.Popen([*command, KEY.get_secret_value()], stdout=subprocess.PIPE, stderr=told, text=True)
        assert server.stdout is not None
        try:
            ready, _, _ = select.select([server.stdout], [], [], TO_LOAD)
            said = server.stdout.readline().split() if ready else []
            assert said[:1] == ["LISTENING"], f"the model's server does not answer: {log.read_text()[-500:]}"
            yield said[1]
        finally:
            server.terminate()
            server.wait(timeout=30)
            server.stdout.close()


@dataclass
class Desk:
    """A copy of the courses, and an endpoint."""

    courses: Path
    cache: Path
    config: Config

    def draft(self, locale: str, budget: Budget) -> tuple[Context, Drafted, Runner]:
        """Two questions, in one language, without critique, votes and revisions: those take a small model too long."""
        brief = Brief.model_validate({
            "file": "brief.yml", "id": f"more-questions-{locale}", "kind": "questions", "unit": UNIT, "number": 2,
            "locale": locale, "need": NEED[locale], "sources": ("fact.ai-act-article-4",),
        })  # fmt: skip
        checked = pipeline.check_courses(self.courses)
        assert checked.catalogue is not None and checked.reading.checked is not None
        read = checked.reading.checked
        texts = {file: read.texts[shown] for file, shown in read.paths.items() if shown in read.texts}
        held = passages(brief.sources, checked.catalogue, locale, self.courses)
        context = Context(brief, checked.catalogue, held, texts, date(2026, 11, 22), CONTEXT)
        with Cache(self.cache) as cache:
            runner = Runner(self.config, KEY, cache, budget, failed=self.cache.with_name("failed"))
            flow = Flow(
                context,
                lambda requests: runner.run(requests, lambda result: None),
                lambda shown: bool(shown),
                lambda files, items: {},
                wants_critique=False,
                wants_votes=False,
                revisions=0,
            )
            return context, flow.draft(), runner


@pytest.fixture
def desk(tmp_path: Path, address: str) -> Desk:
    """Nothing on it yet."""
    courses = tmp_path / "courses"
    shutil.copytree(COURSES, courses)
    endpoint = {"profile": "llama-cpp", "base_url": f"{address}/v1", "model": MODEL, "context_tokens": CONTEXT}
    config = Config.model_validate({"endpoint": endpoint})
    return Desk(courses, tmp_path / "private" / "cache.sqlite", config)


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_questions_of_a_real_model_come_as_a_draft_with_its_origins(desk: Desk, locale: str) -> None:
    before = _digests(desk.courses)
    with pytest.raises(Stopped) as stopped:
        desk.draft(locale, Budget(MODEL, max_tokens=100))
    assert stopped.value.exit_code == EXIT_BUDGET
    assert "--max-tokens" in stopped.value.fault.sentence

    context, drafted, runner = desk.draft(locale, Budget(MODEL, max_calls=MOST_CALLS))
    assert runner.spent.prompt_tokens > 0
    assert (runner.spent.cached, runner.spent.estimated) == (0, 0)
    assert not drafted.missing
    write_draft(desk.courses, context, drafted, desk.config.endpoint.host, MODEL)

    sheet = _sheet(desk.courses / "drafts" / context.brief.id)
    assert sheet.status == "draft"
    assert (sheet.endpoint, sheet.model_requested) == ("127.0.0.1", MODEL)
    assert sheet.items == drafted.items
    assert [item.kind for item in sheet.items] == ["question", "question"]
    for item in sheet.items:
        (call,) = item.calls
        assert call.prompt.startswith("question/")
        assert "qwen" in call.model_reported.casefold()
        assert call.completion_tokens > 0
        assert f"id: {item.id};" in drafted.files[item.file]
        assert all(claim.source == "fact.ai-act-article-4" for claim in item.claims)

    _, again, second = desk.draft(locale, Budget(MODEL, max_calls=0))
    assert second.spent.calls == 0
    assert again == drafted

    after = _digests(desk.courses)
    assert {file: after.get(file) for file in before} == before
    assert all(file.startswith(f"drafts/{context.brief.id}/") for file in after.keys() - before.keys())
    assert pipeline.check_courses(desk.courses).catalogue is not None


def _sheet(folder: Path) -> DraftSheet:
    located, findings = read_yaml((folder / "draft.yml").read_text(encoding="utf-8"), "draft.yml")
    assert located is not None and not findings
    sheet, wrong = shaped(DraftSheet, located, id=folder.name, file="draft.yml")
    assert sheet is not None and not wrong
    return sheet


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
