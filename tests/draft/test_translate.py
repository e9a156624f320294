"""A translation puts texts in the place of texts, and leaves all else where it stands."""

from pathlib import Path

import pytest
import yaml

from houvast.draft.translate import Piece, markdown_pieces, put_back, translated_markdown, yaml_entries
from houvast.source.markdown import PARSER
from tests.conftest import ROOT

TEXTS = sorted((ROOT / "courses").glob("*/*/nl.md"))
SHEETS = sorted((*(ROOT / "courses").glob("*/*/*.yml"), *(ROOT / "courses/roles").glob("*.yml")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_a_text_put_back_as_it_was_says_what_it_said(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pieces = markdown_pieces(text)
    again = translated_markdown(text, pieces, [piece.text for piece in pieces], "nl")
    assert PARSER.render(again) == PARSER.render(text)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_language_more_changes_nothing_else_in_a_sheet(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    entries = yaml_entries(text, "nl", "fr")
    again = put_back(text, [entry.written("fr", f"Dit: {entry.text}") for entry in entries])
    before, after = yaml.safe_load(text), yaml.safe_load(again)
    assert without(after, "fr") == before
    assert sum(line.count("fr: ") for line in again.split("\n")) >= len(entries) > 0
    assert not yaml_entries(again, "nl", "fr")


def without(value: object, locale: str) -> object:
    if isinstance(value, dict):
        return {key: without(held, locale) for key, held in value.items() if key != locale}
    return [without(held, locale) for held in value] if isinstance(value, list) else value


def test_what_a_translation_must_not_touch_is_sent_as_a_mark() -> None:
    (piece,) = markdown_pieces("- [x] Vraag {{ contact.ai }} het [hier](../a/nl.md), **nu**. <!-- note: x -->")
    assert piece.text == "Vraag [1] het [2]hier[3], **nu**."
    assert piece.back("Ask [1] [2]here[3], **now**.") == "Ask {{ contact.ai }} [here](../a/nl.md), **now**."


@pytest.mark.parametrize(
    "answer",
    ["<script>x</script>", "{{ contact.dpo }}", "[x](javascript:alert(1))", "`code` *nee*", "# Kop", "[9] los"],
)
def test_what_a_model_adds_is_words_and_nothing_more(answer: str) -> None:
    (piece,) = markdown_pieces("Een zin zonder iets.")
    assert isinstance(piece, Piece)
    tokens = PARSER.parse(f"{piece.back(answer)}\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} <= {"text", "text_special", "code_inline"}
