"""Pages about the site itself: privacy, accessibility."""

from houvast.model import SitePage
from houvast.model.markup import plain_text
from houvast.page.fill import filler_for
from houvast.page.markdown import blocks_markdown, inline_markdown
from houvast.page.page import Page
from houvast.page.places import Places
from houvast.page.view import View


def about_page(view: View, site_page: SitePage) -> Page:
    """A page that comes with the theme, its placeholders filled for this organisation."""
    uri = f"{site_page.name}/"
    filler = filler_for(view, uri, Places())
    title = filler.pieces(site_page.title)
    body = f"# {inline_markdown(title)}\n\n{blocks_markdown(filler.blocks(site_page.blocks))}"
    return Page(uri, plain_text(title), plain_text(title), body, {"kind": "about"})
