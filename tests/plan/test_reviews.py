"""What comes back of a path: the cases of a review, and the old question before a unit."""

import pytest

from houvast.model import Catalogue, ChoiceForm, Module
from houvast.pipeline import EVERYTHING, plan_paths
from houvast.plan import Audience, LearningPath
from houvast.plan.reviews import MOST_OF_A_MODULE, MOST_OLD_QUESTIONS, old_questions, returning


@pytest.fixture(scope="module")
def paths(real: Catalogue) -> list[LearningPath]:
    return list(plan_paths(real, EVERYTHING).values())


def modules_of(real: Catalogue, path: LearningPath) -> list[Module]:
    return [real.modules[name] for name in path.units if name in real.modules]


def test_every_module_has_cases_to_come_back(real: Catalogue, paths: list[LearningPath]) -> None:
    for path in paths:
        for module in modules_of(real, path):
            questions = returning(module, "nl", Audience.of(path.role, path.depth))
            assert 4 <= len(questions) <= MOST_OF_A_MODULE, module.id
            assert len({question.id for question in questions}) == len(questions)
            assert all(isinstance(question.form, ChoiceForm) for question in questions)


def test_critical_cases_come_first_and_bring_a_sibling(real: Catalogue, paths: list[LearningPath]) -> None:
    gates = [(path, module) for path in paths for module in modules_of(real, path) if module.sheet.gate]
    assert gates
    for path, module in gates:
        questions = returning(module, "nl", Audience.of(path.role, path.depth))
        critical = [question.id for question in questions if question.critical]
        assert 4 <= len(critical) <= 6
        assert [question.id for question in questions[: len(critical)]] == critical
        assert [question.sibling for question in questions[len(critical) :]] == critical[: 8 - len(critical)]


def test_the_choice_is_alike_in_every_locale(real: Catalogue, paths: list[LearningPath]) -> None:
    for path in paths:
        audience = Audience.of(path.role, path.depth)
        for module in modules_of(real, path):
            chosen = [[question.id for question in returning(module, locale, audience)] for locale in ("nl", "en")]
            assert chosen[0] == chosen[1]


def test_an_old_question_is_of_a_unit_before_and_not_the_same_again(real: Catalogue, paths: list[LearningPath]) -> None:
    for path in paths:
        before: list[str] = []
        asked: dict[str, str] = {}
        for unit in path.units:
            held = old_questions(path, unit, real.modules, "nl")
            assert [module.id for module, _ in held] == before[::-1][:MOST_OLD_QUESTIONS]
            for module, question in held:
                assert asked.get(module.id) != question.id, "two pages after each other ask another"
                asked[module.id] = question.id
            if unit in real.modules:
                before.append(unit)
