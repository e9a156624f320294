"""How often the gates of drafts and the rules of check are right about questions that models and people wrote."""

from collections import Counter

import pytest

from tests.draft.labelled import RECORDED, Recorded, recorded

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


def counted(held: tuple[Recorded, ...]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By code: questions that have the flaw and were found, that were found, and that have it."""
    both = Counter(code for one in held for code in one.found & one.flaws)
    said = Counter(code for one in held for code in one.found)
    have = Counter(code for one in held for code in one.flaws)
    return both, said, have


def table(held: tuple[Recorded, ...]) -> list[str]:
    """What was measured, as Markdown."""
    both, said, have = counted(held)
    lines = ["| rule | labelled | found | both | precision | recall |", "|---|---|---|---|---|---|"]
    for code in sorted(said | have):
        lines.append(f"| {code} | {_row(both[code], said[code], have[code])} |")
    lines.append(f"| all | {_row(both.total(), said.total(), have.total())} |")
    unseen = sum(one.unseen for one in held)
    return [*lines, f"{len(held)} questions; {unseen} flaws that no rule can see"]


def _row(both: int, said: int, have: int) -> str:
    precision = f"{both / said:.2f}" if said else "-"
    recall = f"{both / have:.2f}" if have else "-"
    return f"{have} | {said} | {both} | {precision} | {recall}"
