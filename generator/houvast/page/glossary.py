"""The page of the glossary: the words of the field, each with its meaning."""

from houvast.page.page import Page
from houvast.page.view import View

GLOSSARY_URI = "glossary/"


def glossary_page(view: View) -> Page:
    """Every word that has a meaning in this locale, in the order of the alphabet."""
    terms = [term for term in view.catalogue.terms if view.locale in term.term.locales]
    terms.sort(key=lambda term: term.term[view.locale].casefold())
    body = view.render("glossary.html", uri=GLOSSARY_URI, terms=terms)
    return Page(GLOSSARY_URI, view.wording("glossary"), view.wording("glossary_lead"), body, {"kind": "about"})
