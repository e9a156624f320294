"""Formatting keeps its promises for any text: it says the same, twice is once, and what is in order stays."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.diagnostics import Finding
from houvast.fmt.house import house_text
from houvast.fmt.texts import TextFile
from houvast.source.experiment import read_experiment
from houvast.source.handout import read_handout
from houvast.source.lesson import read_lesson
from houvast.source.markdown import PARSER
from houvast.source.plot import read_plot
from tests.conftest import ROOT

LESSON = TextFile(Path("nl.md"), "modules/x/nl.md", "x", "modules/x", "nl", read_lesson)
PLOT = TextFile(Path("nl.md"), "scenarios/x/nl.md", "x", "scenarios/x", "nl", read_plot)
HANDOUT = TextFile(Path("nl.md"), "handouts/x/nl.md", "x", "handouts/x", "nl", read_handout)
EXPERIMENT = TextFile(Path("a.nl.md"), "experiments/a.nl.md", "", "experiments/a", "nl", read_experiment)

WORDS = st.sampled_from(["een", "twee drie", "*vier*", "`a  b`", "{{ tool.chat }}", "[b](https://b.example)", "2 * 3"])
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
END = st.sampled_from(["", " ", "\t"])

Pair = tuple[str, str]
"""Some Markdown as somebody writes it, and as the house does."""


@st.composite
def questions(draw: st.DrawFn) -> Pair:
    bullet, space, quote = draw(st.sampled_from("*+-")), draw(END), draw(st.sampled_from(["  > ", "   >", "\t> "]))
    lines = [(draw(LINE), draw(LINE), draw(st.booleans())) for _ in range(draw(st.integers(2, 4)))]
    sloppy = "\n".join(f"{bullet} [{'X' if key else ' '}] {text}{space}\n{quote}{why}" for text, why, key in lines)
    house = "\n".join(f"- [{'x' if key else ' '}] {text}\n    > {why}" for text, why, key in lines)
    return (
        f"###  {lines[0][0]} ##\n<!--id: q;kind:apply-->\n{lines[0][1]}\n\n{sloppy}\n\n>Hint: kijk",
        f"### {lines[0][0]}\n\n<!-- id: q; kind: apply -->\n\n{lines[0][1]}\n\n{house}\n\n> Hint: kijk",
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> Pair:
    lines = draw(st.lists(LINE, min_size=1, max_size=3))
    mark = draw(st.sampled_from([" \n", "  \n", "\n   "]))
    return mark.join(lines), ("\\\n" if mark == "  \n" else "\n").join(lines)


@st.composite
def numbered(draw: st.DrawFn) -> Pair:
    lines = draw(st.lists(LINE, min_size=1, max_size=12))
    first = draw(st.integers(0, 99))
    sloppy = "\n".join(f"{first}) {line}" for line in lines)
    return sloppy, "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=first))


FENCE = (
    st.text(st.sampled_from("ab *-+[]X>\t \n"), max_size=30)
    .map("```prompt\n{}\n```".format)
    .map(lambda one: (one, one))
)
PART = st.sampled_from([("<!--depth:full-->", "<!-- depth: full -->"), ("<!-- end-->", "<!-- end -->")])
TABLE = LINE.map(lambda line: (f"| a | b |  \n|--|--|\n| {line} |  | ", f"| a | b |\n|--|--|\n| {line} |  |"))
BLOCK = st.one_of(questions(), paragraphs(), numbered(), FENCE, PART, TABLE)


@given(st.lists(BLOCK, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n\n\n", "\n \n\n"]))
@settings(max_examples=200)
def test_sloppy_text_becomes_house_text(blocks: list[Pair], between: str) -> None:
    # Numbers right after numbers are one list; a divider keeps them two.
    sloppy = f"{between}* * *{between}".join(("# T", *(one for one, _ in blocks)))
    house = "\n\n---\n\n".join(("# T", *(one for _, one in blocks))) + "\n"
    assert house_text(LESSON, sloppy, {}) == house
    assert house_text(LESSON, house, {}) == house
    plain = [one if one.startswith("```") else one.replace("[X]", "[x]") for one, _ in blocks]
    as_said = read_lesson(f"{between}---{between}".join(("# T", *plain)), LESSON.file, "nl.md")
    assert read_lesson(house, LESSON.file, "nl.md").value == as_said.value


BEGINNINGS = ["", "", "  ", "    ", "\t", "> ", "- ", "* ", "1. ", "3) ", "  - ", "    - ", "> - ", "- > ", "    > "]
BEGINNINGS += ["## ", "- [X] ", "- [ ]  ", "| ", "```", "~~~", "<!-- ", "[r]: ", "- - ", "-     "]
MARKS = [
    "abc",
    "é",
    "*x*",
    "**y**",
    "`c d`",
    "{{ a.b }}",
    "[[een|twee]]",
    "[l](#x)",
    "[r]",
    "\\*",
    "\\",
    "<br>",
    "<div>",
]
MARKS += [
    "<!--note: a-->",
    "-->",
    "  ",
    "1.",
    "-",
    "#",
    ">",
    "`",
    "*",
    "_",
    "[ ]",
    "[X]  ",
    "a | b",
    "|--|--|",
    "~~s~~",
]
MARKS += ["===", "---", "&amp;"]
ENDINGS = ["\n", " \n", "  \n", "\n\n", "\n\n\n"]
NOISY = st.tuples(
    st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(MARKS), max_size=4).map(" ".join), st.sampled_from(ENDINGS)
)
NOISE = st.lists(NOISY.map("".join), max_size=12).map(lambda lines: "# T\n\n## N\n\n" + "".join(lines))


def shown(text: str) -> tuple[str, list[str]]:
    """What markdown-it shows of a text, with one spelling of spaces, boxes and comments; and all its code."""
    html = re.sub(r"<!--\s*(.*?)\s*-->", r"<!--\1-->", PARSER.render(text), flags=re.DOTALL)
    html = re.sub(r"\[([ xX])\]", lambda box: f"[{box[1].lower()}] ", html)
    code = [token.content for token in PARSER.parse(text) if token.type in {"fence", "code_block"}]
    return re.sub(r"\s+", "", html), [one.rstrip("\n") for one in code]


@pytest.mark.parametrize("file", [LESSON, PLOT, HANDOUT, EXPERIMENT], ids=["lesson", "plot", "handout", "experiment"])
@given(text=NOISE)
@settings(max_examples=300)
def test_any_text_says_the_same_or_stays(file: TextFile, text: str) -> None:
    written = house_text(file, text, {})
    if isinstance(written, Finding):
        assert written.rule.code == "F102"
        assert 1 <= written.place.line <= text.count("\n") + 1
    else:
        assert shown(written) == shown(text)
        assert house_text(file, written, {}) == written


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_no_text_breaks_formatting(text: str) -> None:
    written = house_text(LESSON, text.replace("\r", "\n"), {})
    assert isinstance(written, Finding) or house_text(LESSON, written, {}) == written


def test_what_is_nested_too_deep_to_be_read_is_not_lost() -> None:
    text = "# T\n\n" + "> " * 200 + "diep\n"
    assert isinstance(house_text(LESSON, text, {}), Finding)


def test_our_own_courses_are_written_as_the_house_does() -> None:
    for path in sorted((ROOT / "courses").glob("*/**/*.md")):
        text = path.read_text(encoding="utf-8")
        file = {"scenarios": PLOT, "handouts": HANDOUT, "experiments": EXPERIMENT}.get(
            path.relative_to(ROOT).parts[1], LESSON
        )
        assert house_text(file, text, {}) == text, path
