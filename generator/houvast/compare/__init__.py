"""What a change to the courses means for learners: two catalogues in, a tree of values out. Form only, no opinion."""

from houvast.compare.catalogues import compare_catalogues
from houvast.compare.change import (
    Changes,
    EntryChange,
    PathChange,
    QuestionChange,
    Setting,
    Size,
    TextChange,
    UnitChange,
    UnitMinutes,
)
from houvast.compare.full import format_full, format_paths
from houvast.compare.markdown import format_markdown
from houvast.compare.paths import PathForm, compare_forms, compare_paths, forms_of
from houvast.compare.program import as_json
from houvast.compare.saved import saved_path

__all__ = [
    "Changes",
    "EntryChange",
    "PathChange",
    "PathForm",
    "QuestionChange",
    "Setting",
    "Size",
    "TextChange",
    "UnitChange",
    "UnitMinutes",
    "as_json",
    "compare_catalogues",
    "compare_forms",
    "compare_paths",
    "format_full",
    "format_markdown",
    "format_paths",
    "forms_of",
    "saved_path",
]
