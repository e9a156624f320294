"""A participation code is read however it is spoken, tells every slip, and is current as long as the content is."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_37_2
from typer.testing import CliRunner

from houvast.cli import app
from houvast.model import Catalogue
from houvast.pipeline import EVERYTHING, catalogue_of, plan_paths
from houvast.plan import Code, NotACode, path_version, read_code
from houvast.plan.code import check_number, signs_of
from houvast.plan.version import SIGNS
from tests.conftest import SMALL

ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

slugs = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
codes = st.builds(
    Code, slugs, st.integers(2000, 2099), st.integers(1, 12), st.text(SIGNS, min_size=8, max_size=8)
)  # fmt: skip


@given(codes)
def test_a_code_says_what_it_was_made_of(code: Code) -> None:
    read = read_code(str(code))
    assert (read.year, read.month, read.version) == (code.year, code.month, code.version)
    assert read.is_of(code.role)
    assert str(Code(code.role, read.year, read.month, read.version)) == str(code)


@given(codes, st.data())
def test_every_single_wrong_sign_is_found(code: Code, data: st.DataObject) -> None:
    signs = re.sub("-", "", str(code))
    place = data.draw(st.integers(0, len(signs) - 1))
    other = data.draw(st.sampled_from(ALL))
    assume(signs_of(other) != signs_of(signs[place]))
    with pytest.raises(NotACode):
        read_code(signs[:place] + other + signs[place + 1 :])


@given(codes)
def test_every_swap_of_two_neighbours_is_found(code: Code) -> None:
    signs = signs_of(str(code))
    for place, (one, other) in enumerate(pairwise(signs)):
        if one != other:
            with pytest.raises(NotACode):
                read_code(signs[:place] + other + one + signs[place + 2 :])


@given(codes)
def test_the_check_number_is_that_of_iso_7064(code: Code) -> None:
    body = str(code)[:-3]
    assert f"{ALL}*".index(mod_37_2.calc_check_digit(signs_of(body))) == check_number(body) == int(str(code)[-2:])


@given(codes, st.sampled_from(["", " ", "-", " - ", ".", "–"]))
def test_a_code_is_read_in_any_case_with_any_spacing_and_with_signs_that_sound_alike(code: Code, between: str) -> None:
    spoken = between.join(str(code).lower().replace("0", "o").split("-"))
    assert read_code(spoken) == read_code(str(code))
    assert read_code(str(code).replace("1", "l").replace("I", "1")) == read_code(str(code))


@given(st.text(max_size=300))
def test_any_other_text_is_told_and_breaks_nothing(text: str) -> None:
    with pytest.raises(NotACode):
        read_code(text)


def test_a_month_is_one_of_twelve() -> None:
    body = "HV-CLERK-2713-1A2B3C4D"
    with pytest.raises(NotACode, match="no participation code"):
        read_code(f"{body}-{check_number(body):02}")


def versions(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    paths = plan_paths(catalogue, EVERYTHING)
    return {name: path_version(catalogue, path.role, path.units) for name, path in paths.items()}


def test_all_paces_of_a_role_share_a_version_and_so_a_code(real: Catalogue) -> None:
    held = versions(real)
    assert len(set(held.values())) == len(real.roles) == len({(role, version) for (role, _), version in held.items()})


def test_a_version_changes_with_what_a_role_is_told_and_with_nothing_else(courses: Path) -> None:
    before = versions(catalogue_of(courses))
    sheet = courses / "modules/first-steps/module.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("review_by: 20", "review_by: 21", 1), encoding="utf-8")
    lesson = courses / "modules/first-steps/nl.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace(". ", ".  "), encoding="utf-8")
    assert versions(catalogue_of(courses)) == before
    lesson.write_text(text.replace("\n\n## ", "\n\nEen zin erbij.\n\n## ", 1), encoding="utf-8")
    after = versions(catalogue_of(courses))
    assert all(after[name] != before[name] for name in before)


def test_what_another_role_is_told_is_none_of_its_version(courses: Path) -> None:
    before = versions(catalogue_of(courses))
    (variant,) = courses.glob("modules/*/for/operator.nl.md")
    variant.write_text(variant.read_text(encoding="utf-8") + "\nEn nog een zin.\n", encoding="utf-8")
    after = versions(catalogue_of(courses))
    assert {role for role, pace in before if before[role, pace] != after[role, pace]} == {"operator"}


def test_order_is_no_content(small: Catalogue) -> None:
    path = next(iter(plan_paths(small, EVERYTHING).values()))
    assert path_version(small, path.role, path.units) == path_version(small, path.role, reversed(path.units))


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["code", *arguments, "--courses", str(SMALL)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_the_command_tells_path_month_and_that_it_is_current(small: Catalogue) -> None:
    (role, _), version = next(iter(versions(small).items()))
    code = Code(role, 2027, 2, version)
    status, told = run(str(code).lower().replace("-", " "))
    assert status == 0
    assert (
        f"{code}: the path of {role} (" in told and "February 2027" in told and "is that of these courses now" in told
    )
    assert "does not say who" in told


def test_the_command_tells_another_version_another_role_and_what_is_no_code(small: Catalogue) -> None:
    role, _ = next(iter(versions(small)))
    status, told = run(str(Code(role, 2027, 2, "00000000")))
    assert status == 1 and "is not that of these courses now" in told
    status, told = run(str(Code("astronaut", 2027, 2, "00000000")))
    assert status == 1 and "no role" in told
    for given_text, words in {
        f"{Code(role, 2027, 2, '00000000')}"[:-1] + "x": "no participation code",
        "": "no participation code",
        "\x1b[31m" + "é" * 5_000: "no participation code",
        f"{Code(role, 2027, 2, '00000000')}".replace("2702", "2701"): "check number",
    }.items():
        status, told = run(given_text)
        assert (status, "Traceback" in told) == (2, False)
        assert words in told and "\x1b" not in told


def test_the_command_needs_courses(tmp_path: Path) -> None:
    broken = Path(shutil.copytree(SMALL, tmp_path / "courses"))
    (broken / "organisation.yml").write_text("name: [", encoding="utf-8")
    code = str(Code("clerk", 2027, 2, "00000000"))
    result = CliRunner().invoke(app, ["code", code, "--courses", str(broken)])
    assert result.exit_code == 1 and "Traceback" not in result.output
