"""A request gets the passages that say most about it, as many as fit, and a person hears that there is a choice."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from houvast.draft.brief import Brief
from houvast.draft.kinds import recipe_for
from houvast.draft.recipe import Context
from houvast.draft.sources import MOST, Passage, nearest, passages
from houvast.draft.wire import PlannedQuestion, QuestionOutline
from houvast.model import Catalogue
from houvast.model.markup import plain_text

PRICES = Passage("document.a#1", "Prijzen", "Prijzen van leveranciers zijn vertrouwelijk en blijven in het dossier.")
DAYS = Passage("document.a#2", "Leverdagen", "Een leverdag telt pas als de leverancier hem bevestigt.")
LUNCH = Passage("document.a#3", "Middag", "De keuken sluit om twee uur.")


def test_what_shares_words_comes_first_and_the_order_stays() -> None:
    room = len(DAYS.text) + len(PRICES.text)
    assert nearest((LUNCH, PRICES, DAYS), "Wie bevestigt de leverdag en de prijzen?", room) == (PRICES, DAYS)


def test_all_are_sent_where_there_is_room_and_one_where_there_is_none() -> None:
    assert nearest((LUNCH, PRICES, DAYS), "de leverdag") == (LUNCH, PRICES, DAYS)
    assert nearest((LUNCH, PRICES, DAYS), "de leverdag", -100) == (DAYS,)
    assert nearest((), "de leverdag") == ()


def test_a_question_may_name_the_passages_it_was_sent_and_no_other(small: Catalogue) -> None:
    brief = Brief.model_validate(
        {"file": "b.yml", "id": "more", "kind": "questions", "unit": "look-twice", "need": "Leverdagen nakijken."}
    )
    long = Passage("document.b#1", "Leverdag", "Een leverdag van een leverancier wordt bevestigd. " * 30)
    context = Context(brief, small, (long, replace(long, id="document.b#2"), LUNCH), {}, date(2026, 11, 22), 3000)
    planned = PlannedQuestion(subject="De leverdag", thinking="apply", target="judge 1", misconception="")
    (part,) = recipe_for(context).parts(QuestionOutline(questions=[planned]))
    assert part.request.choices["source"] == ("document.b#1", "none")
    assert "3 passages" in context.told_choice()


def test_nothing_is_told_where_all_passages_fit(small: Catalogue) -> None:
    brief = Brief.model_validate(
        {"file": "b.yml", "id": "more", "kind": "questions", "unit": "look-twice", "need": "Leverdagen nakijken."}
    )
    context = Context(brief, small, (DAYS,), {}, date(2026, 11, 22))
    assert context.told_choice() == ""
    assert replace(context, passages=(replace(DAYS, text="x" * (MOST + 1)),)).told_choice()


def test_a_lesson_gives_its_prose_and_keeps_its_questions(small: Catalogue, tmp_path: Path) -> None:
    held = passages(["module.look-twice"], small, "en", tmp_path)
    told = " ".join(passage.text for passage in held)
    assert told
    for _, asked in small.modules["look-twice"].placed_questions("en"):
        assert plain_text(asked.stem) not in told
