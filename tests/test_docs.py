"""The grammar and the author's guide are complete, and every example in them is true."""

import re
from collections.abc import Iterator

import pytest
import yaml
from typer.testing import CliRunner

from houvast.cli import app
from houvast.lint.form import unknown_placeholder
from houvast.model import (
    DEBRIEF,
    METERS,
    OUTCOMES,
    ChoiceForm,
    DepthPart,
    Example,
    FillForm,
    HandoutSheet,
    ModuleSheet,
    OnlyPart,
    OrderForm,
    Plot,
    PollForm,
    PromptForm,
    Question,
    ScenarioSheet,
    SitePage,
    Slot,
    SortForm,
    questions_in,
    walk,
)
from houvast.model.markup import Code, CodeBlock, Heading, ListBlock, pieces_of
from houvast.source import read_site_pages
from houvast.source.content import PART_WORDS
from houvast.source.experiment import EXPERIMENT_KEYS, HEAD
from houvast.source.plot import ENDINGS, NODE_KEYS
from houvast.source.question import CRITERION_RULES, FORM_WORDS, QUESTION_KEYS
from tests.conftest import ROOT

LOCALES = ("nl", "en")
WORDS = {
    *QUESTION_KEYS,
    *PART_WORDS,
    *FORM_WORDS,
    *METERS,
    *ENDINGS,
    *NODE_KEYS,
    "end",
    "if",
    "rule",
    DEBRIEF,
    *CRITERION_RULES,
    HEAD,
    *EXPERIMENT_KEYS,
    *OUTCOMES,
}
PLACEHOLDERS = re.findall(r"[a-z]+\.(?:<id>|[a-z]+)", unknown_placeholder.RULE.way_out)
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LARGEST_PICTURE = 80 * 1024
"""Bytes."""

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GRAMMAR = (ROOT / "docs/grammar.md").read_text(encoding="utf-8")
EBNF = GRAMMAR.partition("```ebnf\n")[2].partition("\n```\n")[0]
MARKDOWN = {"code", "list", "paragraph", "quote", "table", "text"}
"""What the grammar takes from GitHub-flavoured Markdown."""


def guide(locale: str) -> SitePage:
    pages = read_site_pages(ROOT / "site_theme", ROOT / "courses", locale)
    return next(page for page in pages if page.name == "guide")


def examples(locale: str) -> Iterator[Example]:
    return (block for block in guide(locale).blocks if isinstance(block, Example))


def fences(locale: str, language: str) -> Iterator[str]:
    return (block.text for block in guide(locale).blocks if isinstance(block, CodeBlock) and block.language == language)


def spans(locale: str) -> Iterator[str]:
    """All code that stands in a sentence of the guide."""
    blocks = (block for block in guide(locale).blocks if not isinstance(block, Example))
    return (piece.text for block in blocks for piece in pieces_of(block) if isinstance(piece, Code))


def ids(example: Example) -> list[str]:
    if isinstance(example.result, Plot):
        nodes = [node.id for node in example.result.nodes]
        return [*nodes, *(question.id for question in example.result.questions())]
    return [question.id for question in questions_in(example.result)] if isinstance(example.result, tuple) else []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_has_every_word_of_the_grammar(locale: str) -> None:
    comments = [found for example in examples(locale) for found in COMMENT.findall(example.written)]
    told = {word for code in (*comments, *spans(locale)) for word in re.findall(r"[a-z]+", code)}
    assert not WORDS - told
    shown = "\n".join(spans(locale))
    assert not [name for name in PLACEHOLDERS if f"{{{{ {name} " not in shown]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_shows_every_kind_of_content(locale: str) -> None:
    results = [example.result for example in examples(locale)]
    contents = [piece for result in results if isinstance(result, tuple) for piece in walk(result)]
    forms = {type(piece.form) for piece in contents if isinstance(piece, Question)}
    assert forms == {ChoiceForm, PollForm, OrderForm, SortForm, FillForm, PromptForm}
    assert {DepthPart, OnlyPart, Slot, Heading} <= {type(piece) for piece in contents}
    assert any(isinstance(piece, ListBlock) and piece.boxes for piece in contents)
    questions = [piece for piece in contents if isinstance(piece, Question)]
    assert any(isinstance(question.form, ChoiceForm) and question.form.takes_several for question in questions)
    assert any(len(question.hints) > 1 for question in questions)
    assert {question.sibling for question in questions if question.sibling} <= {
        question.id for question in questions if question.critical
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_shows_every_part_of_a_plot(locale: str) -> None:
    (plot,) = (example.result for example in examples(locale) if isinstance(example.result, Plot))
    choices = [choice for node in plot.nodes for choice in node.choices]
    assert {effect.meter for choice in choices for effect in choice.effects} == set(METERS)
    assert any(choice.condition for choice in choices)
    assert {node.ending for node in plot.nodes} - {None} == set(ENDINGS)
    assert plot.nodes[-1].id == DEBRIEF
    assert list(plot.questions())


def test_the_guides_have_the_same_examples() -> None:
    dutch, english = ([ids(example) for example in examples(locale)] for locale in LOCALES)
    assert dutch == english
    flat = [name for names in dutch for name in names]
    assert len(flat) == len(set(flat))
    assert all(name.startswith("guide-") for name in flat if name != DEBRIEF)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sheets_in_the_guide_are_whole(locale: str) -> None:
    module, scenario, handout = (yaml.safe_load(text) for text in fences(locale, "yaml"))
    ModuleSheet.model_validate({"id": "guide", "file": "module.yml", **module})
    shared = ScenarioSheet.model_fields.keys() & module.keys() - scenario.keys()
    whole = scenario | {key: module[key] for key in shared}
    ScenarioSheet.model_validate({"id": "guide", "file": "scenario.yml", **whole})
    shared = HandoutSheet.model_fields.keys() & module.keys() - handout.keys()
    HandoutSheet.model_validate(
        {"id": "guide", "file": "handout.yml", **handout, **{key: module[key] for key in shared}}
    )
    told = {word for span in spans(locale) for word in re.findall("[a-z_]+", span)} | {"id", "file"}
    assert HandoutSheet.model_fields.keys() <= handout.keys() | told
    assert ModuleSheet.model_fields.keys() <= module.keys() | told
    assert ScenarioSheet.model_fields.keys() <= scenario.keys() | told


def test_the_grammar_has_every_word() -> None:
    told = {word for quoted in re.findall(r'"([^"]*)"', EBNF) for word in re.findall(r"[a-z]+", quoted)}
    assert not WORDS - told
    assert not [name for name in PLACEHOLDERS if f'"{name.removesuffix("<id>")}' not in EBNF.replace('"<{{ ', '"')]


def test_the_grammar_says_what_each_of_its_names_is() -> None:
    bare = re.sub(r'"[^"]*"|\(\*.*?\*\)', " ", EBNF)
    defined = set(re.findall(r"^([a-z]+) +=", EBNF, re.MULTILINE))
    legend = set(re.findall(r"`([a-z]+)`", GRAMMAR.partition("\n```\n")[2]))
    used = re.findall(r"[a-z]+", bare)
    assert not set(used) - defined - legend - MARKDOWN
    assert {name for name in defined if used.count(name) == 1} == {
        "aside",
        "experiment",
        "handout",
        "lesson",
        "plot",
        "variant",
    }


def test_the_grammar_fits_on_a_page() -> None:
    assert 0 < len(EBNF.splitlines()) <= 45


def test_the_question_in_contributing_is_one_of_the_guide() -> None:
    assert any(f"```markdown\n{example.written}\n```" in CONTRIBUTING for example in examples("en"))


def test_pictures_are_there_small_and_described() -> None:
    pictures = PICTURE.findall(CONTRIBUTING)
    assert {f"{path.parent.name}/{path.name}" for path in (ROOT / "docs/pictures").iterdir()} == {
        target.removeprefix("docs/") for _, target in pictures
    }
    for description, target in pictures:
        assert len(description) > 20
        assert (ROOT / target).stat().st_size <= LARGEST_PICTURE


def test_the_page_of_rules_is_made_from_the_rules(request: pytest.FixtureRequest) -> None:
    page = CliRunner().invoke(app, ["explain", "--all"]).output
    file = ROOT / "docs/rules.md"
    if request.config.getoption("--write-golden"):
        file.write_text(page, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page, "run: houvast explain --all > docs/rules.md"
