"""The last look at a page: nothing in its content may be what a sanitiser would remove."""

import re
from functools import lru_cache
from html.parser import HTMLParser

import nh3

CONTENT = re.compile(r"<!--content-->(.*?)<!--/content-->", re.DOTALL)

ELEMENTS = {
    "houvast-card",
    "houvast-changed",
    "houvast-experiment",
    "houvast-filter",
    "houvast-intended",
    "houvast-intention",
    "houvast-may-i",
    "houvast-old-question",
    "houvast-path",
    "houvast-placement",
    "houvast-plan",
    "houvast-progress",
    "houvast-prompt",
    "houvast-question",
    "houvast-record",
    "houvast-review",
    "houvast-scenario",
    "houvast-siblings",
    "houvast-speech",
    "houvast-stays",
    "houvast-team",
}
"""The elements of ours."""

TAGS = ELEMENTS | set(
    """a b blockquote br button code dd del details div dl dt em fieldset form h1 h2 h3 h4 h5 h6 hr img input label
    legend li nav ol option p pre section select span strong summary table tbody td textarea th thead time tr
    ul""".split()  # noqa: SIM905
)
ATTRIBUTES = {
    "*": {"class", "id", "hidden", "role", "tabindex", "lang", "popover"},
    "a": {"href", "hreflang", "download"},
    "button": {"type", "popovertarget"},
    "details": {"open"},
    "form": {"novalidate"},
    "img": {"src", "alt", "width", "height"},
    "input": {"type", "name", "value", "accept", "autocomplete", "min", "max"},
    "label": {"for"},
    "ol": {"start"},
    "option": {"value"},
    "select": {"name"},
    "td": {"align"},
    "th": {"align", "scope"},
    "textarea": {"name", "rows", "maxlength", "autocomplete"},
    "time": {"datetime"},
}
OWN_PICTURE = re.compile(r"^[a-z0-9-]+\.svg$")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute, or None where it may not stand: a picture is a file of ours beside the page."""
    return value if (tag, name) != ("img", "src") or OWN_PICTURE.match(value) else None


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    generic_attribute_prefixes={"data-", "aria-"},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
VOID = frozenset({"br", "hr", "img", "input"})
"""Tags without an end, whether one is written or not."""

SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "trusted-types houvast-worker",
        "require-trusted-types-for 'script'",
    )
)
"""What a browser may load and run on our pages: our own files and nothing else, no inline script or style.

The one policy for trusted types is in `offline.js`, and lets through the address of the worker alone.
"""


def removed_from(page: str) -> str | None:
    """The first thing a sanitiser would change in the content of a built page, or None."""
    for content in CONTENT.findall(page):
        cleaned = CLEANER.clean(content)
        if _is_alike_by_line(content, cleaned):
            continue
        before, after = _pieces(content), _pieces(cleaned)
        for index, piece in enumerate(before):
            if index >= len(after) or after[index] != piece:
                return piece
        if len(after) > len(before):
            return after[len(before)]
    return None


def _is_alike_by_line(content: str, cleaned: str) -> bool:
    """Whether each line says the same in both. It is the quick look: pages have most of their lines in common."""
    lines, others = content.split("\n"), cleaned.split("\n")
    pairs = zip(lines, others, strict=False)
    return len(lines) == len(others) and all(line == other or _says_the_same(line, other) for line, other in pairs)


@lru_cache(maxsize=20_000)
def _says_the_same(line: str, other: str) -> bool:
    """Whether two lines hold the same pieces, and nothing that goes on in the next line."""
    one, two = _Taker(), _Taker()
    one.feed(line)
    two.feed(other)
    return one.pieces == two.pieces and not one.rawdata and not two.rawdata


class _Taker(HTMLParser):
    """Takes HTML apart into tags with their attributes and words, spaces folded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(f"<{tag} {sorted((name, value or '') for name, value in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces += data.split()


def _pieces(html: str) -> list[str]:
    taker = _Taker()
    taker.feed(html)
    taker.close()
    return taker.pieces
