"""What holds for any two catalogues, and any words that an author may write."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from houvast.compare import Changes, compare_catalogues, format_full
from houvast.compare.markdown import code
from houvast.compare.paths import moved
from houvast.compare.sentence import LONGEST, Said
from houvast.model import Catalogue, Module
from tests.compare.courses import commit, edit, told
from tests.plan.test_plan import modules


def with_modules(catalogue: Catalogue, made: list[Module]) -> Catalogue:
    return replace(catalogue, modules={module.id: module for module in made})


@settings(max_examples=60)
@given(modules())
def test_a_catalogue_against_itself(small: Catalogue, made: list[Module]) -> None:
    catalogue = with_modules(small, made)
    changes = compare_catalogues(catalogue, with_modules(small, made[::-1]))
    assert changes == Changes((), (), (), changes.all_before, changes.all_before)
    assert format_full(changes, "itself") == "Nothing changed for learners."


MIRROR = {"added": "dropped", "dropped": "added", "changed": "changed"}


@settings(max_examples=60)
@given(modules(), modules())
def test_there_and_back(small: Catalogue, some: list[Module], others: list[Module]) -> None:
    before, after = with_modules(small, some), with_modules(small, others)
    there, back = compare_catalogues(before, after), compare_catalogues(after, before)
    assert [(unit.id, MIRROR[unit.change]) for unit in there.units] == [(unit.id, unit.change) for unit in back.units]
    for path, mirrored in zip(there.paths, back.paths, strict=True):
        assert (path.role, path.pace, path.before, path.after) == (
            *(mirrored.role, mirrored.pace),
            *(mirrored.after, mirrored.before),
        )
        assert [unit.unit for unit in path.added] == [unit.unit for unit in mirrored.dropped]
        assert [unit.unit for unit in path.dropped] == [unit.unit for unit in mirrored.added]
        assert set(path.gaps_opened) == set(mirrored.gaps_closed)
        assert len(path.moved) == len(mirrored.moved)
        gained = sum(unit.after or 0 for unit in path.added) - sum(unit.before or 0 for unit in path.dropped)
        assert path.minutes == gained + sum((unit.after or 0) - (unit.before or 0) for unit in path.resized)


@given(st.permutations("abcdefg"))
def test_only_what_moved(after: list[str]) -> None:
    before = list("abcdefg")
    gone = moved(before, after)
    assert [unit for unit in before if unit not in gone] == [unit for unit in after if unit not in gone]
    assert bool(gone) == (before != after)


def test_one_unit_that_goes_to_the_end() -> None:
    assert moved("abcde", "bcdea") == ("a",)


HOSTILE = [
    "a | b",
    "`a` ``b``` ",
    "@octocat and @org/team",
    "<img src=x onerror=alert(1)> <!-- ",
    "[click](https://evil.example) https://evil.example www.evil.example a@b.example",
    "one\n\n# two\r\n- three\u2028four\u0085five",
    "#12 GH-12 org/repo#12 ![a](b) **c** _d_ ~~e~~ &lt; \\` \\| $x$",
    "\x1b[31mred\x1b[0m \u202egnp.exe",
    "`",
]


def github() -> MarkdownIt:
    """A reader that finds tables, HTML and bare addresses, as GitHub does."""
    return MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])


def flat(tokens: list[Token]) -> list[Token]:
    return [held for token in tokens for held in (token, *flat(token.children or []))]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_inert_in_a_sentence(text: str) -> None:
    inert(text)


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("`|\\@<>[]()*_~#&!-: a\n\t\x1b\u2028/.w"), max_size=130))
def test_any_words_are_inert_in_a_sentence(text: str) -> None:
    inert(text)


def inert(text: str) -> None:
    """In a list and in a table, beside a second one, all that is written stands in two spans of code."""
    shown = Said(text).line or "…"
    assert len(shown) <= LONGEST
    listed = flat(github().parse(f"- module {code(text)} {code(text)}: changed"))
    cell = code(text).replace("|", "\\|")
    table = flat(github().parse(f"| a | b |\n| --- | --- |\n| {cell} | {cell} |"))
    for tokens in (listed, table):
        assert [token.content for token in tokens if token.type == "code_inline"] == [shown, shown]
        kinds = {token.type for token in tokens}
        assert not kinds & {"html_inline", "html_block", "link_open", "image", "heading_open", "fence", "em_open"}
    assert [token.content for token in listed if token.type == "text" and token.content.strip()] == [
        "module ",
        ": changed",
    ]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_inert_in_every_format(title: str, courses: Path) -> None:
    commit(courses)
    edit(courses, "paces/slow.yml", "nl: Traag", f"nl: {json.dumps(title)}")
    edit(courses, "roles/clerk.yml", "nl: Bediende", f"nl: {json.dumps(title)}")
    tokens = flat(github().parse(told(courses, "HEAD", "--format", "markdown")))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "fence", "em_open", "strong_open"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2", "h3"]
    spans = [token.content for token in tokens if token.type == "code_inline"]
    assert spans.count(Said(title).line) == 4
    assert not any("@" in token.content or "#" in token.content for token in tokens if token.type == "text")
    full = told(courses)
    assert all(line.isprintable() for line in full.split("\n"))
    assert len(full.splitlines()) == 7
    entries = json.loads(told(courses, "HEAD", "--format", "json"))["entries"]
    assert [entry["settings"][0]["after"] for entry in entries] == [title.strip()] * 2
