"""Workflows read and nothing else, save one job; they run what is pinned, and take no text of a stranger as code."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
BIN = Path(sys.executable).parent

PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
DANGEROUS = {"pull_request_target", "workflow_run", "issue_comment"}
"""Events that give a stranger's work the rights of the repository."""

MAY_WRITE = {
    "proposal.yml": {"contents", "pull-requests"},
    "pages.yml": {"pages", "id-token"},
    "weekly.yml": {"issues"},
}


class Step(BaseModel):
    model_config = ConfigDict(extra="ignore")
    uses: str = ""
    run: str = ""
    given: dict[str, str] = Field(default_factory=dict, alias="with")


class Job(BaseModel):
    model_config = ConfigDict(extra="ignore")
    permissions: dict[str, str]
    timeout: int = Field(alias="timeout-minutes")
    steps: list[Step]

    @property
    def writes(self) -> set[str]:
        return {name for name, right in self.permissions.items() if right != "read"}


class Workflow(BaseModel):
    model_config = ConfigDict(extra="ignore")
    on: dict[str, object]
    permissions: dict[str, str]
    concurrency: dict[str, str]
    jobs: dict[str, Job]


def read(path: Path) -> Workflow:
    # With the base loader `on` stays a word; YAML 1.1 makes it true.
    return Workflow.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def jobs() -> Iterator[tuple[str, Job]]:
    for path in WORKFLOWS:
        yield from ((path.name, job) for job in read(path).jobs.values())


def run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([BIN / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--quiet", "--offline", "--persona=regular", "--no-progress", path)


def jactionlint(path: Path) -> subprocess.CompletedProcess[str]:
    return run("jactionlint", f"--shellcheck={BIN / 'shellcheck'}", "--strict-exit", path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.name for path in WORKFLOWS])
def test_a_workflow_has_no_rights_but_those_of_a_job(path: Path) -> None:
    workflow = read(path)
    assert workflow.permissions == {}
    assert not set(workflow.on) & DANGEROUS
    for job in workflow.jobs.values():
        assert job.writes <= MAY_WRITE.get(path.name, set())
        assert job.timeout <= 60


def test_a_pull_request_gets_read_rights_and_no_secrets() -> None:
    for path in WORKFLOWS:
        if "pull_request" in read(path).on:
            assert all(job.permissions == {"contents": "read"} for job in read(path).jobs.values())
            text = path.read_text(encoding="utf-8")
            assert "secrets." not in text and "github.token" not in text


def test_every_action_is_pinned_by_its_commit() -> None:
    lines = [line.strip() for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines()]
    used = [line.removeprefix("- ") for line in lines if "uses:" in line]
    assert len(used) > 8
    assert [line for line in used if not PINNED.match(line)] == []


def test_nothing_of_a_stranger_is_put_into_a_script() -> None:
    scripts = [step.run for _, job in jobs() for step in job.steps if step.run]
    assert len(scripts) > 8
    assert [script for script in scripts if "${{" in script] == []


def test_a_checkout_keeps_no_credentials() -> None:
    checkouts = [step for _, job in jobs() for step in job.steps if step.uses.startswith("actions/checkout@")]
    assert len(checkouts) >= 4
    assert all(step.given.get("persist-credentials") == "false" for step in checkouts)


def test_the_job_that_may_push_runs_no_code_of_the_repository() -> None:
    pushing = [job for _, job in jobs() if "contents" in job.writes]
    assert len(pushing) == 1
    for step in pushing[0].steps:
        assert not re.search(r"\b(make|pip|python3?|npm|houvast)\b", step.run)
        assert not step.uses.startswith("./")


def test_our_workflows_are_clean() -> None:
    told = zizmor(ROOT / ".github")
    assert told.returncode == 0, told.stdout + told.stderr
    for path in WORKFLOWS:
        told = jactionlint(path)
        assert told.returncode == 0, told.stdout


PLANTED = """\
name: planted
on: {issues: {types: [opened]}}
permissions: {}
concurrency: {group: planted, cancel-in-progress: true}
jobs:
  say:
    name: Say
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - env:
          TITLE: ${{ github.event.issue.title }}
        run: SCRIPT
"""


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    path = tmp_path / ".github/workflows/planted.yml"
    path.parent.mkdir(parents=True)
    return path


def test_a_workflow_that_passes_text_by_the_environment_is_clean(planted: Path) -> None:
    planted.write_text(PLANTED.replace("SCRIPT", """'echo "$TITLE"'"""), encoding="utf-8")
    assert (zizmor(planted).returncode, jactionlint(planted).returncode) == (0, 0)


def test_text_of_a_stranger_in_a_script_is_found(planted: Path) -> None:
    planted.write_text(PLANTED.replace("SCRIPT", 'echo "${{ github.event.issue.title }}"'), encoding="utf-8")
    told = zizmor(planted)
    assert told.returncode != 0
    assert "template-injection" in told.stdout
    assert jactionlint(planted).returncode == 1


def test_an_action_by_its_tag_is_found(planted: Path) -> None:
    planted.write_text(PLANTED.replace("run: SCRIPT", "uses: actions/cache@v4"), encoding="utf-8")
    assert "unpinned-uses" in zizmor(planted).stdout


def test_a_careless_script_is_found(planted: Path) -> None:
    planted.write_text(PLANTED.replace("SCRIPT", "rm -r $TITLE"), encoding="utf-8")
    told = jactionlint(planted)
    assert told.returncode == 1
    assert "SC2086" in told.stdout
