"""Give the courses of a base: a folder as it is, a git reference in a temporary folder."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from houvast.history.git import NoSuchBase, tree_of, write_tree

__all__ = ["NoSuchBase", "courses_at"]

ORGANISATION = "organisation.yml"


@contextmanager
def courses_at(base: str, courses: Path) -> Iterator[Path]:
    """The folder with the courses of `base`: `base` itself if it holds courses, else what git has of `courses` there.

    Raises NoSuchBase, with words for whoever called. What git has is gone after the block.
    """
    if not courses.is_dir():
        raise NoSuchBase(f"there is no folder {courses}; name the courses with `--courses DIR`")
    if base and (Path(base) / ORGANISATION).is_file():
        yield Path(base)
        return
    if not base or base.startswith("-"):
        raise NoSuchBase(f"`{base}` is no git reference; name one such as `main` or `HEAD~3`, or a folder with courses")
    try:
        tree = tree_of(base, courses)
    except NoSuchBase as problem:
        if Path(base).is_dir():
            raise NoSuchBase(f"the folder {base} holds no courses: there is no {ORGANISATION} in it") from None
        raise problem
    with tempfile.TemporaryDirectory(prefix="houvast-") as made:
        folder = Path(made) / "courses"
        folder.mkdir()
        write_tree(tree, courses, folder)
        yield folder
