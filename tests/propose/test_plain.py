"""What somebody wrote is read back as those words and no markup."""

import pytest
from hypothesis import assume, given, settings

from houvast.model.markup import plain_text
from houvast.propose.plain import fold, inert, paragraphs
from houvast.source.lesson import read_lesson
from tests.propose.hostile import HOSTILE, lines, sections, seen, words


def read_back(title: str, text: str) -> tuple[str, list[str]]:
    """The title and the words of a lesson that holds this text, which must be a lesson without findings."""
    markdown = f"# {inert(fold(title))}\n\n## Verhaal\n\n{paragraphs(text)}\n"
    read = read_lesson(markdown, "nl.md", "nl.md")
    assert [finding.message for finding in read.findings] == []
    assert not read.allowances
    lesson = read.value
    assert not lesson.bank
    return plain_text(lesson.title), sections(lesson)


@settings(max_examples=400)
@given(lines, words)
def test_any_text_is_read_back(title: str, text: str) -> None:
    assume(seen(title) and seen(text))
    assert read_back(title, text) == (seen(title), [seen(text)])


TRICKS = [line for line in HOSTILE.splitlines() if line.strip()]


@pytest.mark.parametrize("line", [*TRICKS, "+ punt", "on\u200bzicht\u202ebaar\x85\ttab\x00\x81\uffff"])
def test_every_trick_is_read_back(line: str) -> None:
    assert read_back(line, line) == (seen(line), [seen(line)])
    assert read_back(line, f"woord\n{line}\nwoord") == (seen(line), [f"woord {seen(line)} woord"])


@pytest.mark.parametrize(
    "text", ["a | b\n|-|-", "a\n:-", "woord\n===", "woord\n---", "- [ ] a\n    > b", "[a]: x\n[a]"]
)
def test_lines_that_make_something_together_are_read_back(text: str) -> None:
    assert read_back("Titel", text) == ("Titel", [seen(text)])


def test_hidden_characters_are_left_out() -> None:
    assert paragraphs("on\u200bzicht\u202ebaar\x85\ttab\x00\x81\uffff") == "onzichtbaar tab"


def test_ordinary_text_stays_as_it_is() -> None:
    text = 'Om 16:40 vroeg ze: "Klopt dit?" Ik zei ja (half waar) en mailde Q&A naar R&D. Fout!'
    assert paragraphs(text) == text


def test_paragraphs_and_lines_are_kept() -> None:
    assert paragraphs("een\n  twee\n \n\ndrie\n") == "een\\\ntwee\n\ndrie"
