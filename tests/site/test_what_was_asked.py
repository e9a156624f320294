"""What was asked stands where the table says, on the site of the courses that come with Houvast."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import ROOT

ROW = re.compile(
    r"^\| (?P<asked>.+?) \| `(?P<page>[\w/-]*)(?:#(?P<anchor>[^`]+))?` \| (?P<words>.*?) ?\|$", re.MULTILINE
)


class _Reader(HTMLParser):
    """The ids and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.words = ""
        self.feed(page)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_every_row_leads_to_what_it_says(site: Path) -> None:
    rows = list(ROW.finditer((ROOT / "docs/what-was-asked.md").read_text(encoding="utf-8")))
    assert len(rows) >= 55
    lost = []
    for row in rows:
        file = site / "nl" / row["page"] / "index.html"
        page = _Reader(file.read_text(encoding="utf-8")) if file.is_file() else None
        is_there = page and (not row["anchor"] or row["anchor"] in page.ids) and row["words"] in page.words
        if not is_there:
            lost.append(f"{row['asked']}: {row['page']}#{row['anchor']} {row['words']}")
    assert not lost, "\n".join(lost)


def test_no_row_is_passed_over() -> None:
    text = (ROOT / "docs/what-was-asked.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    assert len(lines) == len(ROW.findall(text))
