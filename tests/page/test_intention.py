"""Where a path asks for an intention and for what stays somebody's work, and who is led to the experiment card."""

from dataclasses import replace
from pathlib import Path

import pytest

from houvast.lint.teaching.few_intentions import ENOUGH
from houvast.model import Catalogue, Hat, Role
from houvast.page.experiment import leads_experiments
from houvast.page.intention import AT_THE_END, Asks, asked_by, stays_at
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites
from houvast.plan import LearningPath, plan_path

STAYS = {
    "recruiter": ("me-ai-together-or-not", "recruit-and-select", "cv-pile-on-friday"),
    "team-lead": ("me-ai-together-or-not", "talk-in-your-team", "human-at-the-wheel"),
    "customer-service": ("me-ai-together-or-not", "trust-but-check", "the-promised-ticket"),
    "everyone": ("me-ai-together-or-not", "trust-but-check", "the-voice-of-the-boss"),
}
WITHOUT_DIVIDING = {
    "care-worker": {"floor-and-care": "role", "the-report-of-mrs-p": "path"},
    "production-worker": {"floor-and-care": "role", "quickly-on-my-own-phone": "path"},
}


def path_of(catalogue: Catalogue, role: str) -> LearningPath:
    return plan_path(catalogue, catalogue.roles[role], catalogue.paces["calm"])


@pytest.mark.parametrize("role", STAYS)
def test_what_stays_is_asked_at_three_places(role: str, real: Catalogue) -> None:
    places = stays_at(real, path_of(real, role))
    assert places == dict(zip(STAYS[role], ("task", "role", "path"), strict=True))


@pytest.mark.parametrize("role", WITHOUT_DIVIDING)
def test_a_path_without_dividing_asks_at_two_and_leaves_the_story_alone(role: str, real: Catalogue) -> None:
    assert stays_at(real, path_of(real, role)) == WITHOUT_DIVIDING[role]


def test_a_path_of_one_unit_asks_once_at_its_end(real: Catalogue) -> None:
    path = path_of(real, "hired")
    assert stays_at(real, path) == {"hired-here": "path"}
    assert asked_by(real, path, "hired-here") == AT_THE_END


def test_a_path_without_units_asks_nothing(real: Catalogue) -> None:
    assert stays_at(real, replace(path_of(real, "hired"), sessions=())) == {}


def test_an_intention_is_asked_after_the_last_gate_and_at_the_end(real: Catalogue) -> None:
    path = path_of(real, "recruiter")
    asked = {unit: asked.intention for unit in path.units if (asked := asked_by(real, path, unit)) and asked.intention}
    assert asked == {"never-and-ask-first": "gates", "cv-pile-on-friday": "path"}
    assert asked_by(real, path, "never-and-ask-first") == Asks("gates", None)
    assert asked_by(real, path, "good-instructions") is None


def test_every_role_has_enough_to_choose_from(real: Catalogue) -> None:
    assert len(real.roles) >= 10
    for role in real.roles.values():
        assert len(role.intentions) >= ENOUGH, role.id
        for text in (half for one in role.intentions for half in (one.if_, one.then)):
            for locale in real.locales:
                words = text[locale]
                assert words[0].islower() or words.startswith(("I ", "AI ")), words
                assert not words.endswith((".", ",")), words
                assert len(words) <= 200, words


def test_a_role_without_any_borrows_those_of_everyone(courses: Path) -> None:
    clerk = courses / "roles/clerk.yml"
    written = clerk.read_text(encoding="utf-8").split("intentions:")
    clerk.write_text(written[0], encoding="utf-8")
    everyone = "title: {nl: Iedereen, en: Everyone}\nsummary: {nl: x, en: x}\ncluster: office\npace: slow\n"
    (courses / "roles/everyone.yml").write_text(f"{everyone}intentions:{written[1]}", encoding="utf-8")
    site = next(iter(locale_sites(catalogue_of(courses), EVERYTHING)))
    page = next(page for page in site.pages if page.uri == "clerk/brisk/")
    assert "Als ik een brief verstuur, dan lees ik elke naam na." in page.body


def test_the_card_is_for_those_who_lead(real: Catalogue) -> None:
    learners: list[Role | Hat] = [*real.roles.values(), *real.hats.values()]
    assert {one.id for one in learners if leads_experiments(one)} == {
        "director",
        "hr-business-partner",
        "learning-adviser",
        "recruiter",
        "team-lead",
        "leads-people",
        "champion",
    }
