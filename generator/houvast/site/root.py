"""The files that no page is written for: language choice, 404, sitemap, robots, the app, and the offline worker."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from houvast.model import Organisation, Wording
from houvast.page import Page
from houvast.site.offline import worker
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
    for wording in wordings:
        held = environment.get_template("offline.html").render(values | {"t": wording})
        yield f"{wording.locale}/offline.html", held.encode()
        yield f"{wording.locale}/app.webmanifest", app_manifest(organisation, wording)
    yield "sw.js", worker(theme, organisation, [wording.locale for wording in wordings])
    # Nobody is kept out here: a search engine has to read a page to see that it says `noindex`.
    robots = "User-agent: *\nAllow: /\n"
    if organisation.address and organisation.index:
        address = organisation.address.rstrip("/")
        robots += f"Sitemap: {address}/sitemap.xml\n"
        yield "sitemap.xml", _sitemap(address, pages).encode()
    yield "robots.txt", robots.encode()


PAPER = {"light": "#fbf8f2", "dark": "#1c1a17"}
"""What a page is drawn on, in each scheme: what surrounds the window has the same colour."""


def app_manifest(organisation: Organisation, wording: Wording) -> bytes:
    """What a phone needs to put the site among its apps, in one language; all languages are the same app.

    A way back is asked of the browser; where it has none, every page has its own way up.
    """
    icons = [("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable")]
    content = {
        "id": "../",
        "name": f"{wording('home_title')} · {organisation.name}",
        "short_name": organisation.name,
        "description": wording("home_lead"),
        "lang": wording.locale,
        "start_url": "./",
        "scope": "../",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": PAPER["light"],
        "theme_color": PAPER["light"],
        "icons": [
            {"src": "assets/houvast/icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any"},
            *(
                {
                    "src": f"assets/houvast/{name}.png",
                    "type": "image/png",
                    "sizes": f"{size}x{size}",
                    "purpose": purpose,
                }
                for name, size, purpose in icons
            ),
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


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
