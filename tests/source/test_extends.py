"""An organisation's own files lie over those that come with Houvast; what it breaks there is told at its own."""

import shutil
from pathlib import Path

import pytest

from houvast.diagnostics import Finding, Report
from houvast.lint import check
from houvast.model import Catalogue
from houvast.pipeline import Selection, check_courses, locale_sites
from houvast.source import Reading, read_courses
from tests.conftest import SMALL

LOCALES = frozenset({"nl", "en"})
ORGANISATION = """\
extends: houvast
name: Eigen Weg
locales: {nl: all, en: all}
systems:
  - id: chat
    name: Wegwijs
    what: {nl: Een assistent., en: An assistant.}
    data: internal
contacts:
  ai: {name: {nl: Wie helpt, en: Who helps}, reach: {nl: hier, en: here}}
"""
ROLE = """\
title: {nl: Planner, en: Planner}
summary: {nl: Roosters., en: Rotas.}
cluster: office
pace: brisk
"""
MODULE = (SMALL / "modules/look-twice/module.yml").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder that extends the small courses and changes nothing in them."""
    return write(tmp_path / "own", {"organisation.yml": ORGANISATION})


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read(own: Path) -> Reading:
    return read_courses(own, LOCALES, SMALL)


def findings(own: Path) -> list[Finding]:
    return list(Report.of(check(read(own)), 0).findings)


def told(own: Path) -> list[str]:
    """Every finding as the path in the own folder, line, code and message."""
    shown = f"{own.as_posix()}/"
    found = findings(own)
    assert all(finding.place.path.startswith(shown) for finding in found)
    lines = ((finding.place, finding.rule.code, finding.message) for finding in found)
    return [f"{place.path.removeprefix(shown)}:{place.line} {code} {message}" for place, code, message in lines]


def catalogue_of(own: Path) -> Catalogue:
    assert not told(own)
    checked = read(own).checked
    assert checked
    return checked.catalogue


def with_lines(own: Path, lines: str) -> Path:
    return write(own, {"organisation.yml": f"{ORGANISATION}{lines}"})


def test_all_that_comes_with_houvast_is_there_but_its_organisation(own: Path, small: Catalogue) -> None:
    catalogue = catalogue_of(own)
    for kind in ("competencies", "roles", "paces", "modules", "scenarios", "handouts", "facts", "terms"):
        assert getattr(catalogue, kind) == getattr(small, kind)
    organisation = catalogue.organisation
    assert organisation.name == "Eigen Weg"
    assert (organisation.story, organisation.address, organisation.first_case) == (None, None, None)
    assert [system.name for system in organisation.systems] == ["Wegwijs"]


def test_the_organisation_below_is_not_even_read(own: Path) -> None:
    assert not any("Kleine Maat" in text for text in read(own).texts.values())
    assert read(own).files == 1


def test_a_role_is_replaced_and_another_one_added(own: Path) -> None:
    write(own, {"roles/clerk.yml": ROLE, "roles/planner.yml": ROLE})
    catalogue = catalogue_of(own)
    assert list(catalogue.roles) == ["clerk", "operator", "planner"]
    assert catalogue.roles["clerk"].title["en"] == "Planner"
    assert "roles/operator.yml" in catalogue.packaged
    assert not {"roles/clerk.yml", "roles/planner.yml"} & catalogue.packaged


def test_a_module_is_replaced_as_a_whole(own: Path) -> None:
    lesson = "# {}\n\nKort.\n"
    sheet = (SMALL / "modules/first-steps/module.yml").read_text(encoding="utf-8")
    files = {"module.yml": sheet, "nl.md": lesson.format("Eerste stappen"), "en.md": lesson.format("First steps")}
    write(own, {f"modules/first-steps/{name}": text for name, text in files.items()})
    checked = read(own).checked
    assert checked
    module = checked.catalogue.modules["first-steps"]
    assert not list(module.placed_questions("nl"))
    assert not module.variants


def test_half_a_module_is_told_with_the_folder_to_copy(own: Path) -> None:
    write(own, {"modules/first-steps/nl.md": "# Eerste stappen\n\nKort.\n", "scenarios/short-way/nl.md": "# Kort\n"})
    found = {finding.place.path.rpartition("/")[2]: finding for finding in findings(own) if finding.rule.code == "S101"}
    assert f"copy all of {(SMALL / 'modules/first-steps').as_posix()}" in found["module.yml"].way_out
    assert f"copy all of {(SMALL / 'scenarios/short-way').as_posix()}" in found["scenario.yml"].way_out
    assert "keep nothing but the folder `for`" in found["module.yml"].way_out
    assert "`for`" not in found["scenario.yml"].way_out


def test_a_scenario_is_replaced_as_a_whole(own: Path) -> None:
    sheet = (SMALL / "scenarios/short-way/scenario.yml").read_text(encoding="utf-8")
    write(own, {"scenarios/short-way/scenario.yml": sheet})
    assert told(own) == [
        "scenarios/short-way/scenario.yml:1 L102 `short-way` has no `en.md`",
        "scenarios/short-way/scenario.yml:1 L102 `short-way` has no `nl.md`",
    ]


def test_a_handout_is_replaced_as_a_whole_or_left_out(own: Path) -> None:
    sheet = (SMALL / "handouts/before-you-buy/handout.yml").read_text(encoding="utf-8")
    texts = {"handout.yml": sheet, "nl.md": "# Voor je koopt\n\nKort.\n"}
    texts["en.md"] = "# Before you buy\n\n<!-- translates: cccccccccccc -->\n\nShort.\n"
    write(own, {f"handouts/before-you-buy/{name}": text for name, text in texts.items()})
    checked = read(own).checked
    assert checked
    assert len(checked.catalogue.handouts["before-you-buy"].texts["nl"].blocks) == 1
    shutil.rmtree(own / "handouts")
    assert not catalogue_of(with_lines(own, "without: [before-you-buy]\n")).handouts


def test_a_text_for_one_role_is_added_to_a_module_of_houvast(own: Path, small: Catalogue) -> None:
    folder = "modules/first-steps/for"
    write(own, {"roles/planner.yml": ROLE, f"{folder}/planner.nl.md": "## hook\n\nEen rooster.\n"})
    assert told(own) == [f"{folder}/planner.nl.md:1 L102 `first-steps` has no `for/planner.en.md`"]
    write(own, {f"{folder}/planner.en.md": "## hook\n\nA rota.\n", f"{folder}/operator.nl.md": "## hook\n\nVan ons.\n"})
    checked = read(own).checked
    assert checked
    module = checked.catalogue.modules["first-steps"]
    assert {audience for audience, _ in module.variants} == {"operator", "planner"}
    assert module.lessons == small.modules["first-steps"].lessons
    assert module.variants["operator", "nl"] != small.modules["first-steps"].variants["operator", "nl"]
    assert module.variants["operator", "en"] == small.modules["first-steps"].variants["operator", "en"]


def test_a_slot_that_a_module_of_houvast_does_not_have_is_told_at_the_own_text(own: Path) -> None:
    write(own, {f"modules/look-twice/for/clerk.{locale}.md": "## hok\n\nx\n" for locale in LOCALES})
    assert [line[:38] for line in told(own) if "R107" in line or "slot" in line] == [
        "modules/look-twice/for/clerk.en.md:1 R",
        "modules/look-twice/for/clerk.nl.md:1 R",
    ]


def test_competencies_clusters_facts_and_terms_are_merged_by_id(own: Path, small: Catalogue) -> None:
    newer = (SMALL / "facts.yml").read_text(encoding="utf-8").replace("One study saw a gain.", "Otherwise.")
    second = newer.partition("\n")[2].replace("one-study", "two-studies")
    terms = "".join(
        f"  - id: {name}\n    term: {{nl: rooster, en: rota}}\n    meaning: {{nl: Wie., en: Who.}}\n"
        for name in ("rota", "prompt")
    )
    hall = "clusters:\n  floor:\n    title: {nl: Hal, en: Hall}\n    targets: {judge: 1}\n"
    write(own, {"facts.yml": newer + second, "glossary.yml": f"terms:\n{terms}", "competencies.yml": hall})
    catalogue = catalogue_of(own)
    assert list(catalogue.facts) == ["one-study", "two-studies"]
    assert catalogue.facts["one-study"].statement["en"] == "Otherwise."
    assert [(term.id, term.term["en"]) for term in catalogue.terms] == [("rota", "rota"), ("prompt", "rota")]
    assert catalogue.competencies.competencies == small.competencies.competencies
    assert catalogue.competencies.clusters["office"] == small.competencies.clusters["office"]
    assert catalogue.competencies.clusters["floor"].title["en"] == "Hall"


def test_a_mistake_in_a_merged_file_is_told_in_the_file_it_stands_in(own: Path) -> None:
    cluster = "clusters:\n  yard:\n    title: {nl: Plein}\n    targets: {jugde: 2}\n"
    term = "terms:\n  - id: rota\n    term: {nl: rooster}\n    meaning: {nl: Wie., en: Who.}\n"
    write(own, {"competencies.yml": cluster, "glossary.yml": term})
    assert told(own) == [
        "competencies.yml:3 L101 `clusters.yard.title` has no text in `en`",
        "competencies.yml:4 R101 there is no competency `jugde`; did you mean `judge`?",
        "glossary.yml:3 L101 `terms.0.term` has no text in `en`",
    ]
    write(own, {"competencies.yml": "clusters:\n  yard:\n    targets: {judge: 2}\n", "glossary.yml": "terms: none\n"})
    assert [line[:25] for line in told(own)] == ["competencies.yml:2 S202 t", "glossary.yml:1 S203 `term"]


def test_what_is_left_out_is_gone(own: Path) -> None:
    with_lines(own, "without: [short-way, operator, slow]\n")
    catalogue = catalogue_of(own)
    assert (list(catalogue.roles), list(catalogue.paces), list(catalogue.scenarios)) == (["clerk"], ["brisk"], [])
    assert ("operator", "nl") in catalogue.modules["first-steps"].variants


def test_what_is_left_out_though_something_needs_it_is_told_once(own: Path) -> None:
    with_lines(own, "without: [short-way, first-steps]\n")
    message = "`first-steps` is left out, and what stays needs it: houvast:modules/look-twice"
    assert told(own) == [f"organisation.yml:11 R101 {message}"]
    with_lines(own, "without: [short-way, first-steps, look-twice]\n")
    assert list(catalogue_of(own).modules) == ["own-story"]


def test_an_unknown_name_is_not_left_out(own: Path) -> None:
    with_lines(own, "without: [short-wy]\n")
    assert told(own) == [
        "organisation.yml:11 R101 there is no role, hat, pace, module, scenario or handout of Houvast `short-wy`; "
        "did you mean `short-way`?"
    ]


def test_only_who_extends_leaves_out(own: Path) -> None:
    write(own, {"organisation.yml": "name: x\nlocales: {nl: all}\nwithout: [short-way]\n"})
    assert any("it needs `extends: houvast`" in line for line in told(own))


def test_what_the_lessons_name_is_asked_for_once_with_the_lines_to_add(own: Path) -> None:
    start = "extends: houvast\nname: Eigen Weg\nlocales: {nl: all, en: all}\n"
    write(own, {"organisation.yml": start})
    assert told(own) == [
        "organisation.yml:1 R106 nothing is known here as `contact.ai`, and it is named in: houvast:modules/own-story",
        "organisation.yml:1 R106 nothing is known here as `tool.chat`, and it is named in: "
        "houvast:modules/own-story, houvast:scenarios/short-way",
    ]
    lines = (finding.way_out.partition("\n")[2] for finding in findings(own))
    write(own, {"organisation.yml": "\n".join((start, *lines))})
    assert not told(own)


def test_a_language_that_houvast_has_no_lessons_in_is_told_at_the_language(own: Path) -> None:
    write(own, {"organisation.yml": ORGANISATION.replace("en: all", "en: all, fr: all")})
    found = list(check(read_courses(own, LOCALES | {"fr"}, SMALL)))
    own_texts = [finding for finding in found if "systems" in finding.message or "contacts" in finding.message]
    others = sorted(finding.rule.code for finding in found if finding not in own_texts)
    assert others == ["L101", "L102"]
    assert all((finding.place.line, finding.place.column) == (3, 29) for finding in found if finding not in own_texts)


def test_warnings_in_files_of_houvast_are_not_told(own: Path) -> None:
    assert any(finding.rule.code == "T102" for finding in check_courses(SMALL).report.findings)
    assert not told(own)


def test_a_need_that_nothing_serves_is_told_at_the_own_role(own: Path) -> None:
    write(own, {"roles/planner.yml": f"{ROLE}targets:\n  understand: 3\n  change: 2\n"})
    assert told(own) == [
        "roles/planner.yml:6 T102 no module serves `understand 2`, `understand 3`",
        "roles/planner.yml:7 T102 no module serves `change 2`",
    ]


def test_an_id_of_houvast_is_not_taken_again(own: Path) -> None:
    question = "### Wat?\n\n<!-- id: look-first -->\n\n- [x] a\n    > b\n- [ ] c\n    > d\n"
    lesson = {
        f"modules/a-day/{locale}.md": f"# {title}\n\n{question}" for locale, title in (("nl", "Dag"), ("en", "Day"))
    }
    sheet = MODULE.replace("Kijk twee keer", "Dag").replace("Look twice", "Day")
    write(own, {**lesson, "modules/a-day/module.yml": sheet})
    assert any("R103 `look-first` is also the id of what stands at" in line for line in told(own))


def test_a_module_of_ones_own_that_others_cannot_build_on_is_told_at_its_sheet(own: Path) -> None:
    source = SMALL / "modules/first-steps"
    files = {name: (source / name).read_text(encoding="utf-8") for name in ("module.yml", "nl.md", "en.md")}
    files["module.yml"] = files["module.yml"].replace("status: reviewed", "status: draft")
    write(own, {f"modules/first-steps/{name}": text for name, text in files.items()})
    message = "`first-steps` is not reviewed but draft: houvast:modules/look-twice, houvast:scenarios/short-way"
    assert f"modules/first-steps/module.yml:1 R110 {message}" in told(own)


@pytest.mark.parametrize("line", ["name: [", "nam: x", "extends: houvst"])
def test_a_broken_organisation_is_the_only_thing_that_is_told(own: Path, line: str) -> None:
    text = ORGANISATION.replace("name: Eigen Weg" if line.startswith("nam") else "extends: houvast", line)
    write(own, {"organisation.yml": text})
    assert {line.partition(":")[0] for line in told(own)} == {"organisation.yml"}


def test_a_link_out_of_the_own_folder_is_not_followed(own: Path) -> None:
    (own / "roles").mkdir()
    (own / "roles/clerk.yml").symlink_to(SMALL / "roles/clerk.yml")
    assert told(own) == ["roles/clerk.yml:1 S102 this is a link, not a file of the course"]


def test_a_page_of_houvast_names_no_file_to_change(own: Path) -> None:
    write(own, {"roles/clerk.yml": (SMALL / "roles/clerk.yml").read_text(encoding="utf-8")})
    (site,) = locale_sites(catalogue_of(own), Selection(locale="nl"))
    sources = {page.meta["source"] for page in site.pages if "source" in page.meta}
    assert sources == {"courses/organisation.yml", "courses/roles/clerk.yml"}
