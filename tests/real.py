"""The courses that come with Houvast, read once by each process that runs tests, and pages of any catalogue."""

from functools import cache
from pathlib import Path

from houvast.model import Catalogue
from houvast.page import Page
from houvast.pipeline import Selection, catalogue_of, locale_sites

COURSES = Path(__file__).parent.parent / "courses"
Pages = dict[tuple[str, str], Page]


@cache
def real_catalogue() -> Catalogue:
    """The catalogue of the real courses. Nobody changes it: `dataclasses.replace` makes another."""
    return catalogue_of(COURSES)


def pages_of(catalogue: Catalogue, role: str | None = None, pace: str | None = None) -> Pages:
    """The pages of a catalogue by locale and address: all, or those of the paths of one role or pace and of no path."""
    sites = locale_sites(catalogue, Selection(role, pace))
    return {(site.wording.locale, page.uri): page for site in sites for page in site.pages}
