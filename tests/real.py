"""The courses that come with Houvast: read once, and made into pages once, by each process that runs tests."""

from functools import cache
from pathlib import Path

from houvast.model import Catalogue
from houvast.page import Page
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites

COURSES = Path(__file__).parent.parent / "courses"
Pages = dict[tuple[str, str], Page]


@cache
def real_catalogue() -> Catalogue:
    """The catalogue of the real courses. Nobody changes it: `dataclasses.replace` makes another."""
    return catalogue_of(COURSES)


@cache
def real_pages() -> Pages:
    """All their pages, by locale and address."""
    return pages_of(real_catalogue())


def pages_of(catalogue: Catalogue) -> Pages:
    """All pages of a catalogue, by locale and address."""
    sites = locale_sites(catalogue, EVERYTHING)
    return {(site.wording.locale, page.uri): page for site in sites for page in site.pages}
