"""Questions as pages write them: which count, which keep their order, and what a gate holds ready."""

import json
from pathlib import Path

import pytest

from houvast.model import ChoiceForm, FillForm, Form, Option, OrderForm, PollForm, PromptForm, Question, SortForm
from houvast.model.markup import Text
from houvast.page.fixed_order import keeps_order
from houvast.page.question import is_counted
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("Je belt meteen.", "Je wacht af.", "Je vraagt raad."), False),
        (("Na 5 minuten", "Na 20 minuten", "Na 2 uur"), True),
        (("10 %", "25 %", "Niemand weet het"), False),
        (("3 mei 2026", "4 juni 2026", "2 juli 2026"), True),
        (("Intern: een agenda.", "Vertrouwelijk: een naam.", "Bijzonder: een ziekte."), True),
        (("Never", "Sometimes", "Always"), True),
        (("Je vraagt het.", "Je doet het zelf.", "Je doet beide."), True),
        (("Geen van deze drie", "De eerste", "De tweede"), True),
        (("Both of them", "The letter", "The mail"), True),
        (("None of these", "The letter", "The mail"), True),
    ],
)
def test_options_keep_their_order_where_it_says_something(texts: tuple[str, ...], kept: bool) -> None:
    assert keeps_order([Option((Text(text),)) for text in texts]) is kept


@pytest.mark.parametrize(
    ("form", "counted"),
    [
        (ChoiceForm(()), True),
        (OrderForm((), ()), True),
        (SortForm((), (), ()), True),
        (FillForm((), ()), True),
        (PollForm(()), False),
        (PromptForm((), ()), False),
    ],
)
def test_what_is_right_or_wrong_counts(form: Form, counted: bool) -> None:
    assert is_counted(Question("q", (), (), form)) is counted


@pytest.fixture
def gate(courses: Path) -> Path:
    """The small courses, with a critical case in one module and its sibling in the bank."""
    for locale in ("nl", "en"):
        file = courses / f"modules/first-steps/{locale}.md"
        text = file.read_text(encoding="utf-8")
        text = text.replace("kind: apply -->", "kind: apply; critical -->")
        file.write_text(text.replace("id: first-bank", "id: first-bank; sibling: first-which"), encoding="utf-8")
    return courses


def test_a_gate_holds_the_siblings_of_its_critical_cases(gate: Path) -> None:
    catalogue = catalogue_of(gate)
    pages = {
        (site.wording.locale, page.uri): page for site in locale_sites(catalogue, EVERYTHING) for page in site.pages
    }
    written = ",".join(f"{name}:{catalogue.source_questions[name].hash}" for name in ("first-which", "first-bank"))
    for locale, contact in (("nl", "Els, toestel 12."), ("en", "Els, extension 12.")):
        body = pages[locale, "clerk/slow/first-steps/"].body
        assert f'data-cases="{written}"' in body
        assert f'data-critical="{written}"' in body
        assert body.index("<houvast-siblings") < body.index('id="first-bank"')
        assert contact in body
        assert "siblings" in pages[locale, "clerk/slow/first-steps/"].meta["elements"]
        assert "houvast-siblings" not in pages[locale, "clerk/slow/look-twice/"].body
    steps = json.loads(pages["nl", "clerk/slow/"].files["path.json"])["steps"]
    assert [step["critical"] for step in steps if step["critical"]] == [[written]]


def test_on_a_public_site_a_talk_names_no_contact(gate: Path) -> None:
    file = gate / "organisation.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("locales:", "published: public\nlocales:"), encoding="utf-8")
    source = next(iter(locale_sites(catalogue_of(gate), EVERYTHING)))
    body = next(page.body for page in source.pages if page.uri == "clerk/slow/first-steps/")
    assert "Bespreek dit geval met je leidinggevende" in body
    assert "toestel 12" not in body
