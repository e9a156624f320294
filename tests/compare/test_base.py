"""The base of a comparison: read from git without touching anything, and a clear word where it is not there."""

import shutil
from pathlib import Path

import pytest

from houvast.history import NoSuchBase, courses_at
from tests.compare.courses import commit, diff, edit, git, told, write

LESSON = "modules/look-twice/nl.md"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_courses_as_they_were(courses: Path) -> None:
    before = files(courses)
    commit(courses)
    edit(courses, LESSON, "Tel na.", "Tel alles na.")
    write(courses, "modules/look-twice/notes.txt", "not committed")
    git(courses, "add", "--all")
    state = git(courses, "status", "--porcelain"), files(courses)
    with courses_at("main", courses) as folder:
        assert files(folder) == before
        made = folder
    assert not made.exists()
    assert (git(courses, "status", "--porcelain"), files(courses)) == state


def test_courses_at_the_top_of_a_repository(courses: Path) -> None:
    git(courses, "init", "--quiet", "--initial-branch=main")
    commit(courses / "roles")
    edit(courses, "modules/own-story/module.yml", "owner: learning", "owner: other")
    assert "owner: from learning to other" in told(courses)


def test_nothing_is_run(courses: Path) -> None:
    """Neither a hook nor a filter: what stands in history is data."""
    ran = courses.parent / "ran"
    before = (courses / LESSON).read_bytes()
    commit(courses)
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        hook = courses.parent / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
        hook.chmod(0o755)
    write(courses.parent, ".gitattributes", "*.md filter=shout export-ignore\n")
    git(courses, "config", "filter.shout.smudge", f"touch '{ran}'; tr a-z A-Z")
    with courses_at("HEAD", courses) as folder:
        assert (folder / LESSON).read_bytes() == before
    assert not ran.exists()


def test_links_stay_behind(courses: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    (courses / "modules/look-twice/de.md").symlink_to(secret)
    (courses / "modules/stolen").symlink_to(tmp_path)
    commit(courses)
    with courses_at("HEAD", courses) as folder:
        assert not any(path.is_symlink() for path in folder.rglob("*"))
        assert not (folder / "modules/look-twice/de.md").exists()
        assert not (folder / "modules/stolen").exists()


def test_a_path_that_leaves_the_folder_stays_behind(courses: Path) -> None:
    """Git's own commands make no such tree; another program can."""
    commit(courses)
    blob = git(courses, "hash-object", "-w", "--stdin", given=b"out")
    inner = bytes.fromhex(git(courses, "rev-parse", "HEAD:courses/roles"))
    entries = (
        b"100644 ..\0" + bytes.fromhex(blob) + b"100644 a\\b.yml\0" + bytes.fromhex(blob) + b"40000 roles\0" + inner
    )
    folder = git(courses, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=entries)
    up = b"40000 ..\0" + bytes.fromhex(folder) + b"40000 roles\0" + inner
    tree = git(courses, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=up)
    top = b"40000 courses\0" + bytes.fromhex(tree)
    root = git(courses, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=top)
    made = git(courses, "commit-tree", root, "-m", "By hand")
    with courses_at(made, courses) as held:
        assert sorted(files(held.parent)) == ["courses/roles/clerk.yml", "courses/roles/operator.yml"]


BAD = {
    "nope": "git knows no `nope` here",
    "-x": "`-x` is no git reference",
    "--output=x": "`--output=x` is no git reference",
    "": "`` is no git reference",
    "HEAD~9": "git knows no `HEAD~9` here",
    "HEAD:courses": "git knows no `HEAD:courses` here",
    "empty": "there is no folder courses at `empty`",
    "file": "there is no folder courses at `file`",
}


@pytest.mark.parametrize("base", BAD)
def test_a_base_that_is_not_there(base: str, courses: Path) -> None:
    commit(courses)
    git(courses, "tag", "empty", git(courses, "commit-tree", git(courses, "mktree"), "-m", "Empty"))
    blob = git(courses, "hash-object", "-w", "--stdin", given=b"no folder")
    tree = git(courses, "mktree", given=f"100644 blob {blob}\tcourses\n".encode())
    git(courses, "tag", "file", git(courses, "commit-tree", tree, "-m", "A file"))
    with pytest.raises(NoSuchBase) as caught, courses_at(base, courses):
        pass
    assert BAD[base] in str(caught.value)
    if not base.startswith("-"):
        result = diff(courses, base)
        assert result.exit_code == 2
        assert BAD[base] in result.stderr


def test_no_repository(courses: Path) -> None:
    result = diff(courses, "main")
    assert result.exit_code == 2
    assert f"git has no history of {courses}" in result.stderr


def test_a_folder_without_courses(courses: Path, tmp_path: Path) -> None:
    result = diff(courses, str(tmp_path))
    assert result.exit_code == 2
    assert f"the folder {tmp_path} holds no courses: there is no organisation.yml in it" in result.stderr


def test_no_courses_now(tmp_path: Path) -> None:
    result = diff(tmp_path / "nowhere", "main")
    assert result.exit_code == 2
    assert f"there is no folder {tmp_path / 'nowhere'}" in result.stderr


def test_git_is_not_here(courses: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commit(courses)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = diff(courses, "main")
    assert result.exit_code == 2
    assert "git is not on this machine" in result.stderr


def test_history_that_is_not_all_here(courses: Path) -> None:
    commit(courses)
    name = git(courses, "rev-parse", f"HEAD:courses/{LESSON}")
    shutil.rmtree(courses.parent / ".git/objects" / name[:2])
    result = diff(courses, "HEAD")
    assert result.exit_code == 2
    assert "git does not hold all files of that time here" in result.stderr


def test_the_environment_of_a_hook(courses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(courses)
    monkeypatch.setenv("GIT_DIR", ".git")
    assert told(courses) == "Nothing changed for learners.\n"


def test_errors_are_told_per_side(courses: Path) -> None:
    edit(courses, "paces/slow.yml", "depth: extra", "dept: extra")
    commit(courses)
    edit(courses, "paces/slow.yml", "dept: extra", "depth: extra")
    then = diff(courses)
    assert then.exit_code == 1
    assert "The courses of `HEAD` have 2 errors and 0 warnings: mend them, or" in then.stderr
    commit(courses)
    edit(courses, LESSON, "- [x] De namen.", "- [ ] De namen.")
    now = diff(courses)
    assert now.exit_code == 1
    assert f"The courses in {courses} have errors:" in now.stderr
    assert "error Q104" in now.stderr
    assert "The courses of `HEAD`" not in now.stderr
