"""Read a folder out of git's history with its plumbing alone: no checkout, no hooks, no filters, no links."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

REGULAR = frozenset({"100644", "100755"})
"""The modes of plain files. Links and submodules have others, and are left behind."""


class NoSuchBase(Exception):
    """The base of a comparison is not there, or cannot be read. The message says why, and the way out."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file in a tree: its path from the top of that tree, and git's name for its content."""

    path: PurePosixPath
    name: str


def tree_of(reference: str, courses: Path) -> str:
    """Git's name for the folder `courses` at a reference; raises NoSuchBase."""
    if _git(courses, "rev-parse", "--is-inside-work-tree") != "true":
        why = _complaint(courses)
        raise NoSuchBase(f"git has no history of {courses}{why}; name a folder with courses instead of `{reference}`")
    commit = _git(courses, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if not commit:
        raise NoSuchBase(f"git knows no `{reference}` here; see `git branch --all`, or fetch it first")
    folder = (_git(courses, "rev-parse", "--show-prefix") or "").rstrip("/")
    tree = _git(courses, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{folder}")
    if not tree or _git(courses, "cat-file", "-t", tree) != "tree":
        raise NoSuchBase(f"there is no folder {folder or courses} at `{reference}`; name a later one")
    return tree


def write_tree(tree: str, repository: Path, folder: Path) -> None:
    """Write the plain files of a tree into an empty folder; raises NoSuchBase where git does not hold them all."""
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=repository, env=_env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise NoSuchBase("git cannot be spoken to")
        for blob in _blobs(tree, repository):
            content = _content(blob, process.stdin, process.stdout)
            path = folder / blob.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        process.stdin.close()


def _blobs(tree: str, repository: Path) -> Iterator[Blob]:
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", tree)
    if listed is None:
        raise NoSuchBase(INCOMPLETE)
    for line in filter(None, listed.split("\0")):
        facts, _, path = line.partition("\t")
        mode, _, name = facts.split(" ")
        if mode in REGULAR and _stays_inside(path):
            yield Blob(PurePosixPath(path), name)


def _stays_inside(path: str) -> bool:
    """Whether a path in a tree leads nowhere else; a tree made by hand can hold `..`."""
    return all(part not in {"", ".", ".."} and not set(part) & {"\\", ":"} for part in path.split("/"))


INCOMPLETE = "git does not hold all files of that time here; run `git fetch --unshallow`, and try again"


def _content(blob: Blob, ask: IO[bytes], answer: IO[bytes]) -> bytes:
    ask.write(f"{blob.name}\n".encode())
    ask.flush()
    header = answer.readline().split()
    if len(header) != 3 or header[1] != b"blob":
        raise NoSuchBase(INCOMPLETE)
    content = answer.read(int(header[2]))
    answer.read(1)
    return content


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says in a folder, without the line end; None where it refuses."""
    run = _run(folder, *arguments)
    return os.fsdecode(run.stdout).removesuffix("\n") if run.returncode == 0 else None


def _complaint(folder: Path) -> str:
    """Why git refuses a folder, such as one that somebody else owns."""
    lines = os.fsdecode(_run(folder, "rev-parse", "--is-inside-work-tree").stderr).splitlines()
    return f" ({lines[0]})" if lines else ""


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, env=_env(), capture_output=True, check=False)
    except FileNotFoundError:
        raise NoSuchBase("git is not on this machine; name a folder with courses instead of a reference") from None


def _env() -> dict[str, str]:
    """The environment without what a git hook sets: the folder alone says which repository is meant."""
    return {name: value for name, value in os.environ.items() if name not in {"GIT_DIR", "GIT_WORK_TREE"}}
