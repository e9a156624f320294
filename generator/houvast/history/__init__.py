"""The courses as they were: a folder, or what a git reference holds."""

from houvast.history.base import NoSuchBase, courses_at

__all__ = ["NoSuchBase", "courses_at"]
