"""Courses in a git repository of their own, to change."""

import subprocess
from pathlib import Path

from typer.testing import CliRunner, Result

from houvast.cli import app


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    command = ["git", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True).stdout.decode().strip()


def commit(courses: Path) -> None:
    """Make the folder above the courses a repository, if it is none, and commit all that stands there."""
    top = courses.parent
    if not (top / ".git").exists():
        git(top, "init", "--quiet", "--initial-branch=main")
        git(top, "config", "user.name", "Test")
        git(top, "config", "user.email", "test@example.org")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=A version", "--no-verify")


def edit(courses: Path, file: str, old: str, new: str) -> None:
    path = courses / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def write(courses: Path, file: str, text: str) -> None:
    path = courses / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def diff(courses: Path, base: str = "HEAD", *options: str) -> Result:
    result = CliRunner().invoke(app, ["diff", base, "--courses", str(courses), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(courses: Path, base: str = "HEAD", *options: str) -> str:
    result = diff(courses, base, *options)
    assert result.exit_code == 0, result.output
    return result.stdout
