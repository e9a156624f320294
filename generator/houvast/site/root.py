"""The pages above the languages: language choice, 404, sitemap, robots."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from houvast.model import Organisation, Wording
from houvast.page import Page
from houvast.site.safety import SECURITY_POLICY


def root_files(
    theme: Path, organisation: Organisation, wordings: Sequence[Wording], pages: Mapping[str, Sequence[Page]]
) -> Iterator[tuple[str, bytes]]:
    """Each root file with its content. `pages` are the pages by locale."""
    environment = Environment(
        loader=FileSystemLoader([theme / "root", theme / "partials"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    values = {
        "organisation": organisation,
        "locales": wordings,
        "security_policy": SECURITY_POLICY,
        "assets": f"{wordings[0].locale}/assets/houvast",
        "base": urlsplit(organisation.address or "/").path.rstrip("/") + "/",
    }
    for name in ("index.html", "404.html"):
        yield name, environment.get_template(name).render(values).encode()
    # Nobody is kept out here: a search engine has to read a page to see that it says `noindex`.
    robots = "User-agent: *\nAllow: /\n"
    if organisation.address and organisation.index:
        address = organisation.address.rstrip("/")
        robots += f"Sitemap: {address}/sitemap.xml\n"
        yield "sitemap.xml", _sitemap(address, pages).encode()
    yield "robots.txt", robots.encode()


def _sitemap(address: str, pages: Mapping[str, Sequence[Page]]) -> str:
    """The pages that are found by searching: those that are their own canonical page, with their other languages."""
    entries = []
    for locale, held in pages.items():
        for page in held:
            if page.meta.get("canonical", page.uri) == page.uri and page.meta.get("kind") != "path":
                others = "".join(
                    f'<xhtml:link rel="alternate" hreflang="{other}" href="{escape(f"{address}/{other}/{page.uri}")}"/>'
                    for other in page.meta.get("locales", pages)
                )
                entries.append(f"<url><loc>{escape(f'{address}/{locale}/{page.uri}')}</loc>{others}</url>")
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n' + "\n".join(entries) + "\n</urlset>\n"
