"""Every rule is documented, has a code of its own, and is broken by a case."""

import re

from typer.testing import CliRunner

from houvast import lint, source
from houvast.cli import app
from tests.test_bad_input import CASES, WARNINGS

RULES = list(dict.fromkeys((*source.RULES, *lint.RULES)))


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_says_why_and_shows_bad_and_good() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
        assert all((rule.why.endswith("."), rule.bad, rule.good, rule.way_out)), rule.code
        result = CliRunner().invoke(app, ["explain", rule.code])
        assert result.exit_code == 0
        assert rule.why in result.output


def test_every_rule_is_broken_by_a_case() -> None:
    cases = [*CASES.values(), *WARNINGS.values()]
    told = {found for _, expected in cases for found in re.findall(r"(?:error|warning) ([A-Z]\d{3})", expected)}
    assert {rule.code for rule in RULES} == told


def test_an_unknown_code_is_a_wrong_call() -> None:
    assert CliRunner().invoke(app, ["explain", "X999"]).exit_code == 2
