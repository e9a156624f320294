"""What a model may not claim, whatever its source."""

import pytest

from houvast.draft.gates import RULES
from houvast.draft.gates.false_claim import check
from houvast.draft.gates.judged import Judged
from houvast.draft.gates.length_cue import length_cues
from houvast.draft.wire import Distractor, DraftedQuestion, DraftedSection, Said, Wire

CLAIM = "Sinds 2 augustus 2026 gelden de plichten voor AI met een hoog risico."
DENIAL = "Sinds 2 augustus 2026 gelden de plichten voor AI met een hoog risico nog niet."
PLAIN = Said(text="Dat lijkt zo.", source="none", quote="")


def judged(value: Wire) -> Judged:
    return Judged(value, "nl", {}, "hv-0")


def question(key: str, wrong: str, rationale: str) -> DraftedQuestion:
    first = Distractor(misconception=wrong, text=wrong, rationale=Said(text=rationale, source="none", quote=""))
    second = Distractor(misconception="x", text="Iets anders", rationale=PLAIN)
    return DraftedQuestion(
        situation="Mo leest een mail.", stem="Wat klopt?", key=key, key_rationale=PLAIN, first=first, second=second
    )


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (DraftedSection(sentences=[Said(text=CLAIM, source="none", quote="")], list_items=[]), 1),
        (DraftedSection(sentences=[Said(text=f"Dat is zo. {CLAIM}", source="none", quote="")], list_items=[]), 1),
        (DraftedSection(sentences=[Said(text=DENIAL, source="none", quote="")], list_items=[]), 0),
        (question(CLAIM, "Niets", "Nee."), 1),
        (question("Niets", CLAIM, "Nee."), 0),
        (question("Niets", "Iets", CLAIM), 1),
    ],
)
def test_a_false_claim_stands_in_a_wrong_answer_alone(value: Wire, found: int) -> None:
    assert len(list(check(judged(value)))) == found


@pytest.mark.parametrize(
    ("longest", "others", "found"),
    [(0, 5, 0), (1, 0, 0), (2, 0, 0), (3, 0, 3), (3, 3, 0), (4, 2, 0), (5, 1, 5), (6, 6, 0), (8, 4, 8), (0, 0, 0)],
)
def test_the_longest_option_may_be_right_as_often_as_luck_has_it(longest: int, others: int, found: int) -> None:
    long, short = question("Ze legt de brief ernaast", "Niets", "Nee."), question("Niets", "Ze belt meteen", "Nee.")
    asked = {f"q-{at}": long if at < longest else short for at in range(longest + others)}
    cues = length_cues(asked)
    assert [*cues] == [f"q-{at}" for at in range(found)]
    assert all(f"in {longest} of the {longest + others} questions" in cue.message for cue in cues.values())


def test_every_gate_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
