"""The guard sees personal data, leaves other numbers alone, and agrees with a library that others keep."""

from collections.abc import Sequence
from datetime import date
from typing import cast

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from stdnum import iban
from stdnum.be import bis, nn

from houvast.site import SiteServer
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/guard.yml").read_text(encoding="utf-8"))
FEW = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
NATIONAL_FORMS = ("{}{}{}{}{}", "{}.{}.{}-{}.{}", "{}.{}.{}-{}-{}", "{} {} {} {} {}", "{}/{}/{}-{}.{}", "{}{}{}-{}.{}")
LENGTHS = {"BE": 12, "DE": 18, "DK": 14, "AT": 16, "PL": 24}
"""How many digits follow the check digits, for countries where these are all an account number is."""


def kinds(page: Page, server: SiteServer, texts: Sequence[str]) -> list[list[str]]:
    if not page.url.startswith(server.address):
        page.goto(f"{server.address}nl/story/")
    address = f"{server.address}nl/assets/houvast/guard.js"
    look = "async ([address, texts]) => { const guard = await import(address); return texts.map(guard.personal); }"
    return cast(list[list[str]], page.evaluate(look, [address, list(texts)]))


@st.composite
def national_numbers(draw: st.DrawFn) -> str:
    """Eleven digits of a person of either century, in the register or with a BIS number."""
    born = draw(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
    month = born.month + draw(st.sampled_from((0, 20, 40)))
    body = f"{born:%y}{month:02}{born:%d}{draw(st.integers(1, 997)):03}"
    return f"{body}{97 - int(('2' if born.year >= 2000 else '') + body) % 97:02}"


@st.composite
def accounts(draw: st.DrawFn) -> str:
    country = draw(st.sampled_from(sorted(LENGTHS)))
    digits = draw(st.text("0123456789", min_size=LENGTHS[country], max_size=LENGTHS[country]))
    return f"{country}{iban.calc_check_digits(f'{country}00{digits}')}{digits}"


def test_what_the_guard_sees(page: Page, server: SiteServer) -> None:
    found = kinds(page, server, [case["text"] for case in CASES["sees"]])
    assert list(zip((case["text"] for case in CASES["sees"]), found, strict=True)) == [
        (case["text"], case["kinds"]) for case in CASES["sees"]
    ]


def test_what_the_guard_leaves_alone(page: Page, server: SiteServer) -> None:
    found = kinds(page, server, CASES["leaves_alone"])
    assert [pair for pair in zip(CASES["leaves_alone"], found, strict=True) if pair[1]] == []


@FEW
@given(st.data())
def test_every_valid_national_number_is_seen_in_every_form(page: Page, server: SiteServer, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(national_numbers(), min_size=30, max_size=40))
    assert all(nn.is_valid(number) or bis.is_valid(number) for number in numbers)
    forms = [data.draw(st.sampled_from(NATIONAL_FORMS)) for _ in numbers]
    texts = [
        f"Nummer {form.format(number[:2], number[2:4], number[4:6], number[6:9], number[9:])}, van Jan."
        for form, number in zip(forms, numbers, strict=True)
    ]
    assert all("national" in found for found in kinds(page, server, texts))


@FEW
@given(st.lists(st.text("0123456789", min_size=11, max_size=11), min_size=300, max_size=400))
def test_no_other_eleven_digits_are_a_national_number(page: Page, server: SiteServer, numbers: list[str]) -> None:
    for number, found in zip(numbers, kinds(page, server, numbers), strict=True):
        is_to_be_born = 2000 + int(number[:2]) > date.today().year
        if "national" in found and not is_to_be_born:
            assert nn.is_valid(number) or bis.is_valid(number), number


@FEW
@given(st.lists(national_numbers(), min_size=30, max_size=40), st.integers(1, 96))
def test_other_check_digits_are_no_national_number(
    page: Page, server: SiteServer, numbers: list[str], off: int
) -> None:
    wrong = [f"{number[:9]}{(int(number[9:]) - 1 + off) % 97 + 1:02}" for number in numbers]
    wrong = [number for number in wrong if not nn.is_valid(number) and not bis.is_valid(number)]
    for number, found in zip(wrong, kinds(page, server, wrong), strict=True):
        assert "national" not in found or 2000 + int(number[:2]) > date.today().year


@FEW
@given(st.lists(accounts(), min_size=30, max_size=40), st.sampled_from((" ", "", "-", ".")))
def test_every_valid_account_number_is_seen(page: Page, server: SiteServer, numbers: list[str], sign: str) -> None:
    spaced = [sign.join(number[at : at + 4] for at in range(0, len(number), 4)) for number in numbers]
    assert all("iban" in found for found in kinds(page, server, [f"Stort op {one} voor mei." for one in spaced]))


@FEW
@given(st.lists(accounts(), min_size=30, max_size=40), st.integers(1, 96))
def test_other_check_digits_are_no_account_number(page: Page, server: SiteServer, numbers: list[str], off: int) -> None:
    wrong = [f"{number[:2]}{(int(number[2:4]) - 2 + off) % 97 + 2:02}{number[4:]}" for number in numbers]
    for number, found in zip(wrong, kinds(page, server, wrong), strict=True):
        assert ("iban" in found) == iban.is_valid(number, check_country=False), number


@FEW
@given(st.lists(st.text(max_size=200), min_size=30, max_size=40))
def test_no_text_breaks_the_guard(page: Page, server: SiteServer, texts: list[str]) -> None:
    assert len(kinds(page, server, texts)) == len(texts)
