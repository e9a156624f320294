"""Read `courses/`: text becomes shapes, and every mistake becomes a finding at its place."""

from houvast.source.allowance import Allowance
from houvast.source.checked import Checked, Reading, is_packaged
from houvast.source.courses import read_courses
from houvast.source.rules import RULES
from houvast.source.site_pages import read_site_pages
from houvast.source.wording import known_locales, read_wording

__all__ = [
    "RULES",
    "Allowance",
    "Checked",
    "Reading",
    "is_packaged",
    "known_locales",
    "read_courses",
    "read_site_pages",
    "read_wording",
]
