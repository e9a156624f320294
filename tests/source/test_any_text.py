"""Whatever somebody writes, checking tells findings and never raises."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from houvast.diagnostics import Format, format_report
from houvast.pipeline import check_courses
from tests.conftest import SMALL

PIECES = """\
# Kijk twee keer|## Namen|### Wat eerst?|## Vragenbank|<!-- id: look-first -->|<!-- id: a; poll -->
<!-- order; id: b -->|<!-- sort; id: c -->|<!-- checklist -->|<!-- id: ; kind: fly; rev: x; use: shelf -->
<!-- measures: judge 9 -->|<!-- end -->|<!-- slot: hook -->|<!-- only: clerk, floor -->|<!-- depth: deep -->
<!-- depth: full -->|<!-- note: x -->|<!-- allow: -->|<!-- allow: T102 omdat het mag -->|<!---->|<!-->
<!-- translates: 0123456789ab -->|<!-- id: start; ending: good -->|> Hint: kijk|> Hint 2: nog eens|> Hint:
- [ ] nee|- [x] ja|- [x]|- [ ] |    > omdat|1. een\\n2. twee|```prompt|```|~~~|[[blank]]|[[ ]]|[[]]|{{
{{ role.title }}|{{ fact.one-study }}|{{ url.x }}|[x](<{{ url.x }}>)|[x](../own-story/nl.md#kop)|[x](nl.md)|[x](#)
- [Verder](#op-tijd) <!-- goal +1; if: law >= 0 -->|- [Terug](#namen) <!-- goal +9 -->|![x](y.png)|<br>|<b>
<!-- experiment: by: x; began: 2026-02-30 -->|<!-- experiment: outcome: fine; ended: -->
***|---|===|\\\\|&amp;|`|*a **b|_c_ ~~d~~|\t|  - a\\n      b|title: {nl: x, en: y}|teaches: [judge 1]|#
locales: {nl: all, en: [clerk]}|? x|- - -|&a [*a]|!!str x|"|'|{|[|: :"""
TABLE = "| a | b |\n|--|--|\n| c | d |"
FRAGMENT = st.one_of(
    st.sampled_from([TABLE, *(piece.replace("\\n", "\n") for piece in PIECES.replace("\n", "|").split("|"))]),
    st.text(max_size=12),
)
TEXT = st.lists(FRAGMENT, max_size=14).flatmap(
    lambda parts: st.sampled_from(["\n\n", "\n", " "]).map(lambda between: between.join(parts))
)
FILE = st.sampled_from(
    [
        "organisation.yml",
        "competencies.yml",
        "facts.yml",
        "glossary.yml",
        "may-i.yml",
        "roles/clerk.yml",
        "paces/slow.yml",
        "modules/look-twice/module.yml",
        "modules/look-twice/nl.md",
        "modules/first-steps/en.md",
        "modules/first-steps/for/operator.nl.md",
        "scenarios/short-way/scenario.yml",
        "scenarios/short-way/nl.md",
        "handouts/before-you-buy/handout.yml",
        "handouts/before-you-buy/nl.md",
        "experiments/spoken-notes.nl.md",
    ]
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(SMALL, Path(name) / "courses"))


@settings(max_examples=120)
@example(file="modules/look-twice/nl.md", text="- [x]", where="after")
@given(FILE, TEXT, st.sampled_from(["whole", "after", "before"]))
def test_no_text_makes_checking_raise(folder: Path, file: str, text: str, where: str) -> None:
    before = (SMALL / file).read_text(encoding="utf-8")
    written = {"whole": text, "after": f"{before}\n{text}", "before": f"{text}\n{before}"}[where]
    (folder / file).write_bytes(written.encode("utf-8", "surrogatepass"))
    try:
        checked = check_courses(folder)
    finally:
        (folder / file).write_text(before, encoding="utf-8")
    for form in Format:
        told = format_report(checked.report, checked.reading.line_at, form)
        assert "\x1b" not in told
    assert all(finding.place.line >= 1 and finding.way_out for finding in checked.report.findings)


@settings(max_examples=60)
@given(FILE, st.binary(max_size=60))
def test_no_bytes_make_checking_raise(folder: Path, file: str, content: bytes) -> None:
    (folder / file).write_bytes(content)
    try:
        check_courses(folder)
    finally:
        (folder / file).write_bytes((SMALL / file).read_bytes())
