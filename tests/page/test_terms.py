"""Words of the glossary are marked once, where they stand in running text, and nowhere else."""

from houvast.model import Term
from houvast.model.markup import Block, Defined, Heading, ListBlock, Paragraph, Quote, Styled, Text
from houvast.page.terms import TermMarker

PROMPT, MODEL, SYSTEM = (
    Term.model_validate({"id": name, "term": {"nl": word}, "meaning": {"nl": "…"}})
    for name, word in (("prompt", "prompt"), ("model", "taalmodel"), ("system", "AI-systeem"))
)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_a_word_is_marked_where_it_stands_first() -> None:
    marker = TermMarker([PROMPT, MODEL], "nl")
    assert marker.block(paragraph("Een Prompt stuurt het taalmodel, en een prompt is kort.")) == Paragraph(
        (
            Text("Een "),
            Defined("Prompt", "prompt"),
            Text(" stuurt het "),
            Defined("taalmodel", "model"),
            Text(", en een prompt is kort."),
        )
    )
    assert marker.block(paragraph("Nog een prompt.")) == paragraph("Nog een prompt.")
    assert marker.found == [PROMPT, MODEL]


def test_only_whole_words_of_running_text_are_marked() -> None:
    marker = TermMarker([PROMPT, SYSTEM], "nl")
    kept: list[Block] = [
        paragraph("Prompts en promptoefening, mini-prompt en een AI-systeem-lijst."),
        Heading(2, (Text("Een prompt"),)),
        Quote((paragraph("Schrijf een prompt."),)),
        Paragraph((Styled("strong", (Text("prompt"),)),)),
    ]
    assert [marker.block(block) for block in kept] == kept
    listed = ListBlock(None, True, ((paragraph("een AI-systeem"),),))
    assert marker.block(listed) == ListBlock(
        None, True, ((Paragraph((Text("een "), Defined("AI-systeem", "system"))),),)
    )


def test_a_locale_without_words_has_none_marked() -> None:
    assert TermMarker([PROMPT], "en").block(paragraph("a prompt")) == paragraph("a prompt")
    assert TermMarker([], "nl").block(paragraph("een prompt")) == paragraph("een prompt")
