"""May I do this? Every combination has one answer; a public site tells nothing of the house."""

import re
from pathlib import Path

from houvast.lint import check
from houvast.model import OTHER, Asked, Catalogue, UseRule
from houvast.pipeline import EVERYTHING, catalogue_of, locale_sites
from houvast.source import read_courses
from tests.conftest import SMALL

LOCALES = ("nl", "en")


def answers(catalogue: Catalogue) -> dict[str, tuple[Asked, UseRule]]:
    asked = catalogue.may_i.combinations(catalogue.organisation.systems)
    return {one.key: (one, rule) for one in asked if (rule := catalogue.may_i.rule_for(one))}


def answer(catalogue: Catalogue, key: str) -> str:
    return answers(catalogue)[key][1].answer


def test_every_combination_has_an_answer_a_reason_and_somebody_to_ask(real: Catalogue) -> None:
    asked = list(real.may_i.combinations(real.organisation.systems))
    found = answers(real)
    assert len(asked) == len(found) == 4 * (len(real.organisation.systems) + 1) * len(real.may_i.uses)
    for _, rule in found.values():
        for locale in LOCALES:
            assert rule.because[locale]
            assert rule.do and rule.do[locale]
        assert rule.ask in real.organisation.contacts
        assert (rule.learn or "").partition("#")[0] in real.modules


def test_nothing_is_allowed_above_a_system_or_against_a_ban(real: Catalogue) -> None:
    for one, rule in answers(real).values():
        if one.is_above or one.use.risk == "prohibited":
            assert rule.answer in {"no", "ask"}
        if one.use.risk == "prohibited" or one.system == OTHER:
            assert rule.answer == "no" or (one.use.risk == "high" and rule.answer == "ask")
        if one.use.risk == "high":
            assert rule.answer in {"no", "ask"}


def test_the_answers_are_those_that_the_lessons_teach(real: Catalogue) -> None:
    expected = {
        "internal.chat.write": "yes",
        "confidential.chat.write": "no",
        "confidential.notes.write": "first",
        "special.notes.write": "no",
        "public.other.write": "no",
        "internal.notes.record": "first",
        "internal.chat.rank": "ask",
        "public.other.rank": "no",
        "public.notes.emotions": "no",
        "public.chat.bot": "ask",
    }
    assert {key: answer(real, key) for key in expected} == expected


def test_there_are_examples_enough_to_choose_by(real: Catalogue) -> None:
    assert all(len(sheet.examples) >= 6 for sheet in real.may_i.classes)
    assert len(real.may_i.uses) >= 8


def test_an_own_rule_comes_before_those_of_houvast_or_in_their_place(tmp_path: Path) -> None:
    organisation = (SMALL / "organisation.yml").read_text(encoding="utf-8")
    (tmp_path / "organisation.yml").write_text(f"extends: houvast\n{organisation}", encoding="utf-8")
    (tmp_path / "may-i.yml").write_text(
        "rules:\n"
        "  - {id: ours, when: {use: [write], data: [public]}, answer: first, because: {nl: Wij., en: We.}, ask: ai}\n"
        "  - {id: otherwise, answer: ask, because: {nl: Anders., en: Otherwise.}, ask: ai}\n",
        encoding="utf-8",
    )
    reading = read_courses(tmp_path, frozenset(LOCALES), SMALL)
    assert reading.checked
    catalogue = reading.checked.catalogue
    found = answers(catalogue)
    assert found["public.chat.write"][1].id == "ours"
    assert [rule.id for rule in catalogue.may_i.rules] == ["ours", "never", "people", "too-much", "otherwise"]
    assert found["internal.chat.write"][1].because["en"] == "Otherwise."
    assert found["internal.chat.score"][1].id == "never"
    assert not [finding for finding in check(reading) if finding.is_error]


def test_a_public_site_shows_only_what_is_general(courses: Path) -> None:
    file = courses / "organisation.yml"
    text = file.read_text(encoding="utf-8").replace("locales:", "published: public\nlocales:")
    file.write_text(text, encoding="utf-8")
    catalogue = catalogue_of(courses)
    for site in locale_sites(catalogue, EVERYTHING):
        locale = site.wording.locale
        pages = {page.uri: page.body for page in site.pages}
        assert not any(uri.endswith("card/") for uri in pages)
        told = pages["may-i/"]
        for rule in catalogue.may_i.rules:
            assert (rule.because[locale] in told) == rule.general, rule.id
        for system in catalogue.organisation.systems:
            assert system.name not in told
        for contact in catalogue.organisation.contacts.values():
            assert contact.reach[locale] not in told
        assert 'name="system"' not in told
        assert 'name="data"' not in told
        assert set(re.findall(r'<td id="([^"]+)" data-rule="([^"]+)"', told)) == {
            ("write", "depends"),
            ("rank", "people"),
            ("score", "never"),
        }
