"""A picture of the courses: a drawing that lessons and scenarios show, in any locale."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """`pictures/<name>.svg`: an SVG that holds shapes and words, and nothing that runs or loads."""

    name: str
    svg: str
    width: int
    """In CSS pixels, as its `viewBox` says."""
    height: int
    """In CSS pixels, as its `viewBox` says."""
