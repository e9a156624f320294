"""What was drafted, and a person who decides: lists, shows, takes decisions, and takes over what was accepted."""

from houvast.review.decide import CannotDecide, Decided, Reviewer, decide, find_item, place_of
from houvast.review.findings import Before, findings_with
from houvast.review.finish import CannotFinish, finish, git_commands
from houvast.review.sheet import NoDraft, folder_of, read_sheet
from houvast.review.show import plain, shown
from houvast.review.standing import Standing, is_slug, standings, teams

__all__ = [
    "Before",
    "CannotDecide",
    "CannotFinish",
    "Decided",
    "NoDraft",
    "Reviewer",
    "Standing",
    "decide",
    "find_item",
    "findings_with",
    "finish",
    "folder_of",
    "git_commands",
    "is_slug",
    "place_of",
    "plain",
    "read_sheet",
    "shown",
    "standings",
    "teams",
]
