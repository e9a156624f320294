"""Read `courses/`: text becomes shapes, and every mistake becomes a finding at its place."""

from houvast.source.allowance import Allowance
from houvast.source.checked import Checked, Reading, is_packaged
from houvast.source.courses import Drafts, draft_ids, read_courses
from houvast.source.layers import DRAFT_SHEET, DRAFTED, DRAFTS, PROVENANCE
from houvast.source.rules import RULES
from houvast.source.site_pages import read_site_pages
from houvast.source.wording import known_locales, read_wording

__all__ = [
    "DRAFTED",
    "DRAFTS",
    "DRAFT_SHEET",
    "PROVENANCE",
    "RULES",
    "Allowance",
    "Checked",
    "Drafts",
    "Reading",
    "draft_ids",
    "is_packaged",
    "known_locales",
    "read_courses",
    "read_site_pages",
    "read_wording",
]
