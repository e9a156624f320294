"""Of Material's stylesheet a page gets what it can meet, and nothing that it needs is left out."""

import gzip
import re
from pathlib import Path

from houvast.site.material import ATTRIBUTES, CLASSES, original, pruned, stylesheet

CLASS = re.compile(r'\sclass="([^"]*)"')
ATTRIBUTE = re.compile(r"\s(" + "|".join(ATTRIBUTES) + r")[\w-]*=")
OURS = ("houvast", "language-")


def test_pages_have_no_class_or_attribute_whose_rules_were_left_out(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        names = {name for found in CLASS.findall(text) for name in found.split() if not name.startswith(OURS)}
        assert names <= CLASSES, page
        assert not ATTRIBUTE.search(text), page


def test_it_is_a_fraction_of_the_original() -> None:
    whole, ours = (len(gzip.compress(content)) for content in (original().read_bytes(), stylesheet()[1]))
    assert ours < whole / 4


def test_a_selector_stays_where_an_element_may_meet_it() -> None:
    css = (
        ".md-typeset p,.md-nav a{color:red}.md-nav{color:blue}[dir=rtl] p{color:blue}"
        ".md-typeset a:not(.md-button){color:red}@media print{.md-grid{color:blue}p{color:red}}"
        "@media screen{.md-grid{color:blue}}@font-face{font-family:x}"
    )
    assert pruned(css) == (".md-typeset p{color:red}.md-typeset a:not(.md-button){color:red}@media print{p{color:red}}")


def test_a_property_stays_where_something_uses_it() -> None:
    css = ':root{--a:1px;--b:var(--c);--c:2px;--d:url("x;)");--e:3px}p{margin:var(--a)}'
    assert pruned(css, "b{top:var(--e)}") == ":root{--a:1px;--e:3px}p{margin:var(--a)}"
