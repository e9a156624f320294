"""Every piece of the grammar, read from a text as an author writes it."""

from houvast.model import (
    ChoiceForm,
    FillForm,
    OrderForm,
    PollForm,
    PromptForm,
    Question,
    SortForm,
    blocks_in,
    github_slug,
    questions_in,
)
from houvast.model.markup import (
    Blank,
    Heading,
    Link,
    ListBlock,
    Placeholder,
    UnitAddress,
    pieces_of,
    plain_text,
    texts_of,
)
from houvast.source.lesson import read_lesson
from houvast.source.plot import read_plot

FILE = "modules/own/nl.md"


def question(text: str) -> Question:
    """The one question of a lesson, which has no mistakes."""
    read = read_lesson(f"# Titel\n\n{text}", FILE, FILE)
    assert not read.findings
    (found,) = (*questions_in(read.value.content), *read.value.bank)
    return found


def test_hints_come_in_steps() -> None:
    found = question(
        "### Wat?\n\n<!-- id: a; critical; sibling: b; kind: apply -->\n\n"
        "- [ ] nee\n    > omdat\n- [x] ja\n    > daarom\n\n"
        "> Hint: kijk\n>\n> Hint 2: kijk beter\n\n> Hint: en nog eens\n"
    )
    assert isinstance(found.form, ChoiceForm)
    assert not found.form.takes_several
    assert (found.critical, found.sibling, found.thinking) == (True, "b", "apply")
    assert [list(texts_of(hint[0])) for hint in found.hints] == [["kijk"], ["kijk beter"], ["en nog eens"]]


def test_a_poll_has_no_key() -> None:
    found = question("### Wat?\n\n<!-- id: a; poll -->\n\n- [ ] dit\n- [ ] dat\n    > kan ook\n")
    assert isinstance(found.form, PollForm)
    assert [bool(item.rationale) for item in found.form.options] == [False, True]


def test_an_order() -> None:
    found = question("### Wat eerst?\n\n<!-- id: a; order -->\n\nEen geval.\n\n1. een\n2. twee\n3. drie\n\n> Daarom.\n")
    assert isinstance(found.form, OrderForm)
    assert [plain_text(item.pieces) for item in found.form.items] == ["een", "twee", "drie"]
    assert found.form.rationale and found.case


def test_a_sorting_table() -> None:
    found = question(
        "### Waar?\n\n<!-- id: a; sort -->\n\n| mag | mag niet |\n|--|--|\n| a | b |\n| c | |\n\n> Daarom.\n"
    )
    assert isinstance(found.form, SortForm)
    assert [[plain_text(item.pieces) for item in held] for held in found.form.items] == [["a", "c"], ["b"]]


def test_a_sentence_with_blanks() -> None:
    found = question(
        "### Wat?\n\n<!-- id: a -->\n\nAlleen [[een bron|het origineel]] beslist, niet [[de tool]].\n\n> Zo.\n"
    )
    assert isinstance(found.form, FillForm)
    assert [blank.answers for blank in found.form.blanks] == [("een bron", "het origineel"), ("de tool",)]


def test_a_prompt_exercise() -> None:
    found = question(
        "### Beter?\n\n<!-- id: a -->\n\n```prompt\nSchrijf iets voor {{ org.name }}.\n```\n\n"
        "- [ ] noemt de lezer\n- [ ] noemt het doel\n\n"
        "```prompt\nSchrijf voor ouders.\nKort.\n```\n\n> Hint: wie leest het?\n"
    )
    assert isinstance(found.form, PromptForm)
    assert any(isinstance(piece, Placeholder) for piece in found.form.prompt)
    assert plain_text(found.form.example) == "Schrijf voor ouders. Kort."
    assert found.hints


PROMPT = "### Beter?\n\n<!-- id: a -->\n\n```prompt\nSchrijf.\n```\n\n"


def test_a_criterion_names_its_rule() -> None:
    found = question(PROMPT + "- [ ] noemt de lezer <!-- rule: reader -->\n    > want\n- [ ] noemt het doel\n")
    assert isinstance(found.form, PromptForm)
    assert [(plain_text(item.pieces), item.rule) for item in found.form.criteria] == [
        ("noemt de lezer", "reader"),
        ("noemt het doel", None),
    ]
    without = question(PROMPT + "- [ ] noemt de lezer\n    > want\n- [ ] noemt het doel\n")
    assert without.hash == found.hash


def test_a_rule_that_nobody_knows_is_told_with_the_nearest() -> None:
    read = read_lesson(
        f"# T\n\n{PROMPT}- [ ] a <!-- rule: raeder -->\n- [ ] b <!-- rule: form --> <!-- rule: tone -->", FILE, FILE
    )
    assert [(found.place.line, found.message) for found in read.findings] == [
        (11, "`rule: raeder` is no rule; did you mean `reader`?"),
        (12, "`rule: form rule: tone` is no rule"),
    ]
    assert all("form, reader, source, tone" in found.way_out for found in read.findings)


def test_a_rule_elsewhere_is_refused_with_the_way_out() -> None:
    for text in ("Een zin. <!-- rule: reader -->\n", f"{PROMPT}- [ ] a\n  b <!-- rule: reader -->\n- [ ] c\n"):
        (found,) = read_lesson(f"# T\n\n{text}", FILE, FILE).findings
        assert found.rule.code == "M111"
        assert "line that begins with its box" in found.way_out


def test_a_prompt_exercise_in_a_scenario_may_name_rules_too() -> None:
    text = (
        f"# T\n\n## Een\n\n<!-- id: een -->\n\n{PROMPT.replace('id: a', 'id: vraag')}"
        "- [ ] noemt de lezer <!-- rule: reader -->\n- [ ] b\n\nDan.\n\n- [Verder](#twee) <!-- goal +1 -->\n\n"
        "## Twee\n\n<!-- id: twee; ending: good -->\n\n- [Verder](#na)\n\n## Na\n\n<!-- id: debrief -->\n\nZo.\n"
    )
    read = read_plot(text, "scenarios/own/nl.md", "nl.md")
    assert not read.findings
    (found,) = read.value.questions()
    assert isinstance(found.form, PromptForm)
    assert found.form.criteria[0].rule == "reader"


def test_a_checklist_is_no_question() -> None:
    read = read_lesson(
        "# T\n\n## Voor je verstuurt\n\n<!-- checklist -->\n\nKijk na:\n\n- [ ] namen\n- [ ] data\n", FILE, FILE
    )
    assert not read.findings
    heading, _, boxes = read.value.content
    assert isinstance(heading, Heading)
    assert isinstance(boxes, ListBlock)
    assert boxes.boxes


def test_the_bank_has_its_heading_and_its_key() -> None:
    body = "- [x] ja\n    > a\n- [ ] nee\n    > b\n"
    read = read_lesson(
        f"# T\n\n### Een?\n\n<!-- id: a; use: bank -->\n\n{body}\n"
        f"## Vragenbank\n\n### Twee?\n\n<!-- id: b -->\n\n{body}",
        FILE,
        FILE,
    )
    assert not read.findings
    assert not read.value.content
    assert [held.id for held in read.value.bank] == ["b", "a"]


def test_an_edit_that_changes_no_meaning_keeps_the_hash() -> None:
    body = "- [x] ja\n    > a\n- [ ] nee\n    > b\n"
    before = question(f"### Wat?\n\n<!-- id: a -->\n\n{body}")
    after = question(f"### Wat dan?\n\n<!-- id: a; rev: {before.hash} -->\n\n{body}")
    assert after.meaning != before.meaning
    assert after.hash == before.hash


def test_links_between_lessons() -> None:
    read = read_lesson(
        "# T\n\nZie [a](../other/nl.md#een-kop), [b](<{{ url.policy }}>) en [c](https://a.example).\n", FILE, FILE
    )
    assert not read.findings
    addresses = [piece.address for block in read.value.content for piece in pieces_of(block) if isinstance(piece, Link)]  # type: ignore[arg-type]
    assert addresses == [UnitAddress("other", "een-kop"), Placeholder("url.policy"), "https://a.example"]


def test_a_blank_in_a_stem_is_told_by_a_rule_not_lost() -> None:
    read = read_lesson("# T\n\nLees [[na]].\n", FILE, FILE)
    pieces = [piece for block in blocks_in(read.value.content) for piece in pieces_of(block)]
    assert any(isinstance(piece, Blank) for piece in pieces)


def test_escaped_signs_are_words() -> None:
    read = read_lesson("# T\n\nLees \\[[na]] en \\{{ org.name }}.\n", FILE, FILE)
    (block,) = read.value.content
    assert not read.findings
    assert list(texts_of(block)) == ["Lees [[na]] en {{ org.name }}."]  # type: ignore[arg-type]


def test_a_question_inside_a_node() -> None:
    read = read_plot(
        "# S\n\n## Één cv's te veel\n\n<!-- id: start -->\n\nIets.\n\n### Wat weet je?\n\n<!-- id: q -->\n\n"
        "- [x] ja\n    > a\n- [ ] nee\n    > b\n\nEn nu?\n\n- [Verder](#ai--jij) <!-- goal +1; if: law >= 0 -->\n\n"
        "## AI & jij\n\n<!-- id: end; ending: good -->\n\nKlaar.\n\n- [Verder](#nabespreking)\n\n"
        "## Nabespreking\n\n<!-- id: debrief -->\n\nZo.\n",
        "scenarios/s/nl.md",
        "nl.md",
    )
    assert not read.findings
    assert [held.id for held in read.value.questions()] == ["q"]
    assert read.value.nodes[0].choices[0].target == "end"


def test_slugs_are_those_of_github() -> None:
    assert github_slug("Eén cv's te veel") == "eén-cvs-te-veel"
    assert github_slug("AI & jij") == "ai--jij"
