"""How often the gates of drafts and the rules of check are right about questions that models and people wrote."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pytest

from houvast.draft.gates import judge
from houvast.draft.gates.judged import Judged
from houvast.draft.wire import Distractor, DraftedQuestion, Said
from houvast.model import Catalogue
from houvast.model.markup import Block, plain_text, texts_of
from houvast.model.question import ChoiceForm, Option
from tests.draft.labelled import RECORDED, Recorded, recorded

HAND = "hand"
"""Who made a question that no model did."""
LEAST_QUESTIONS = 60
LEAST_PRECISION, LEAST_RECALL = 0.8, 0.8


def test_at_least_sixty_questions_are_labelled_in_both_languages() -> None:
    held = recorded()
    assert len(held) >= LEAST_QUESTIONS
    assert {one.locale for one in held} == {"nl", "en"}
    assert len({one.id for one in held}) == len(held)
    assert RECORDED.joinpath("README.md").is_file()


def test_what_is_found_is_mostly_so_and_what_can_be_seen_is_mostly_found() -> None:
    held = recorded()
    print("\n".join(table(held)))
    both, said, have = counted(held)
    assert both.total() >= LEAST_PRECISION * said.total()
    assert both.total() >= LEAST_RECALL * have.total()


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_sound_questions_are_left_alone(locale: str) -> None:
    sound = [one for one in recorded() if one.locale == locale and not one.flaws and not one.unseen]
    assert len(sound) >= 10
    assert [(one.id, one.told) for one in sound if one.found] == []


def counted(held: Sequence[Recorded]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By code: questions that have the flaw and were found, that were found, and that have it."""
    both = Counter(code for one in held for code in one.found & one.flaws)
    said = Counter(code for one in held for code in one.found)
    have = Counter(code for one in held for code in one.flaws)
    return both, said, have


def table(held: Sequence[Recorded]) -> list[str]:
    """What was measured, as Markdown."""
    both, said, have = counted(held)
    lines = ["| rule | labelled | found | both | precision | recall |", "|---|---|---|---|---|---|"]
    for code in sorted(said | have):
        lines.append(f"| {code} | {_row(both[code], said[code], have[code])} |")
    models = [one for one in held if one.by != HAND]
    at_first = [one._replace(flaws=one.at_first) for one in models]
    groups = {"by models, as first read": at_first, "by models": models, "by hand": _by_hand(held), "all": held}
    for name, group in groups.items():
        totals = [count.total() for count in counted(group)]
        lines.append(f"| {name} | {_row(*totals)} |")
    unseen = sum(one.unseen for one in held)
    return [*lines, f"{len(held)} questions; {unseen} flaws that no rule can see"]


def _by_hand(held: Sequence[Recorded]) -> list[Recorded]:
    return [one for one in held if one.by == HAND]


def _row(both: int, said: int, have: int) -> str:
    precision = f"{both / said:.2f}" if said else "-"
    recall = f"{both / have:.2f}" if have else "-"
    return f"{have} | {said} | {both} | {precision} | {recall}"


def test_gates_let_pass_what_people_wrote_and_reviewed(real: Catalogue) -> None:
    """Numbers aside: what they wrote names no sources."""
    told = []
    asked = list(reviewed(real))
    for name, locale, question in asked:
        results = judge(Judged(question, locale, {}, "hv-0123456789ab"))
        told += [(name, locale, result.message) for result in results if result.code != "D603"]
    print(f"{len(told)} findings in {len(asked)} reviewed questions")
    assert len(asked) > 300
    assert len(told) <= len(asked) / 100, told


def reviewed(catalogue: Catalogue) -> Iterator[tuple[str, str, DraftedQuestion]]:
    """The questions of the courses with three options of which one is right, as if a model had answered so."""
    for module in catalogue.modules.values():
        for locale in module.lessons:
            for _, asked in module.placed_questions(locale):
                options = asked.form.options if isinstance(asked.form, ChoiceForm) else ()
                right = [option for option in options if option.correct]
                if len(options) == 3 and len(right) == 1:
                    key, *wrong = [_words(option) for option in sorted(options, key=lambda one: not one.correct)]
                    yield asked.id, locale, _drafted(plain_text(asked.stem), _plain(asked.case), key, wrong)


def _words(option: Option) -> tuple[str, str]:
    return plain_text(option.pieces), _plain(option.rationale)


def _plain(blocks: Iterable[Block]) -> str:
    return " ".join(said for block in blocks for said in texts_of(block))


def _drafted(stem: str, case: str, key: tuple[str, str], wrong: list[tuple[str, str]]) -> DraftedQuestion:
    said = {text: Said(text=reason, source="none", quote="") for text, reason in (key, *wrong)}
    first, second = (Distractor(misconception="-", text=text, rationale=said[text]) for text, _ in wrong)
    return DraftedQuestion(
        situation=case or "-", stem=stem, key=key[0], key_rationale=said[key[0]], first=first, second=second
    )
