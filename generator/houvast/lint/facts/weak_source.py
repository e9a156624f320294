"""A fact that is certain rests on an official text, a study or an official body."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from houvast.diagnostics import Finding, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "F203",
    "weak-source",
    why=(
        "Certainty A says: several sources or an official body. A repository, a blog or a page that anybody can change "
        "is what one person made of the text, and may be gone tomorrow."
    ),
    bad='certainty: A\nsource: {title: {nl: Samenvatting}, url: "https://github.com/somebody/ai-act"}',
    good='certainty: A\nsource: {title: {nl: AI-verordening}, url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"}',
    way_out="point at the official text itself, or lower `certainty` to B or C",
    severity=Severity.WARNING,
)

WEAK_HOSTS = (
    "github.com",
    "github.io",
    "githubusercontent.com",
    "gitlab.com",
    "bitbucket.org",
    "huggingface.co",
    "medium.com",
    "wordpress.com",
    "substack.com",
    "blogspot.com",
    "blogger.com",
    "tumblr.com",
    "linkedin.com",
    "facebook.com",
    "x.com",
    "twitter.com",
    "reddit.com",
    "youtube.com",
    "wikipedia.org",
)
BLOG = re.compile(r"^blogs?\.|/blogs?(?:/|$)")
OFFICIAL = re.compile(r"(?:^|\.)(?:europa\.eu|belgium\.be|belgie\.be|fgov\.be|vlaanderen\.be|gov(?:\.[a-z]{2})?)$")
"""Official bodies, whose own blog is still theirs."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look at the source of every fact of certainty A."""
    for name, fact in checked.catalogue.facts.items():
        if fact.certainty == "A" and fact.source.url and (host := _weak_host(fact.source.url)):
            place = checked.place("facts.yml", "facts", name, "source", "url")
            yield Finding.of(RULE, place, f"`{name}` has certainty A, and its source is a page at {host}")


def _weak_host(url: str) -> str | None:
    """The host of an address if it is a repository, a blog or a place where anybody writes."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if OFFICIAL.search(host):
        return None
    is_weak = any(host == weak or host.endswith(f".{weak}") for weak in WEAK_HOSTS)
    return host if is_weak or BLOG.search(f"{host}{parts.path}") else None
