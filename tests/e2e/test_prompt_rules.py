"""What the rules see in prompts, by labelled prompts of each locale: no rule is shipped that is often mistaken."""

import json
import time
from typing import NamedTuple, cast

import pytest
import yaml
from playwright.sync_api import Page

from houvast.site import SiteServer
from houvast.source.question import CRITERION_RULES
from tests.conftest import ROOT

LEAST_PRECISION = 0.9
LEAST_RECALL_TO_TELL_NONE = 0.7
"""A rule that finds less may say what it sees, never that it sees nothing."""

DOCS = (ROOT / "docs/prompt-rules.md").read_text(encoding="utf-8")
LOCALES = ("nl", "en")
LOOK = """async ([address, locale, names, texts]) => {
  const { loadRules } = await import(address);
  const rules = await loadRules(locale);
  return texts.map((text) => Object.fromEntries(names.map((name) => [name, rules.seen(name, text)])));
}"""


class Counted(NamedTuple):
    """How a rule did: prompts that have what it looks for, that it said have it, and that both hold for."""

    have: int
    said: int
    both: int

    @property
    def precision(self) -> float:
        return self.both / self.said

    @property
    def recall(self) -> float:
        return self.both / self.have

    def __str__(self) -> str:
        return f"{self.precision:.2f} | {self.recall:.2f}"


def cases(locale: str) -> dict[str, list[dict[str, object]]]:
    path = ROOT / f"tests/cases/prompts/{locale}.yml"
    return cast(dict[str, list[dict[str, object]]], yaml.safe_load(path.read_text(encoding="utf-8")))


def rule_file(locale: str) -> dict[str, object]:
    path = ROOT / f"site_theme/assets/houvast/prompt-rules.{locale}.json"
    return cast(dict[str, object], json.loads(path.read_text(encoding="utf-8")))


def looked(page: Page, server: SiteServer, locale: str, texts: list[object]) -> list[dict[str, str]]:
    page.goto(f"{server.address}{locale}/story/")
    address = f"{server.address}{locale}/assets/houvast/rules.js"
    return cast(list[dict[str, str]], page.evaluate(LOOK, [address, locale, list(CRITERION_RULES), texts]))


def counted(page: Page, server: SiteServer, locale: str, group: str) -> dict[str, Counted]:
    held = cases(locale)[group]
    seen = looked(page, server, locale, [case["text"] for case in held])
    pairs = [(cast(list[str], case["has"]), found) for case, found in zip(held, seen, strict=True)]
    return {
        name: Counted(
            have=sum(name in has for has, _ in pairs),
            said=sum(bool(found[name]) for _, found in pairs),
            both=sum(name in has and bool(found[name]) for has, found in pairs),
        )
        for name in CRITERION_RULES
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_every_shipped_rule_is_seldom_mistaken_and_the_docs_say_how_seldom(
    page: Page, server: SiteServer, locale: str
) -> None:
    seen, unseen = (counted(page, server, locale, group) for group in ("seen", "unseen"))
    rows = [f"| {locale} | `{name}` | {seen[name]} | {unseen[name]} |" for name in sorted(CRITERION_RULES)]
    print("\n".join(rows))
    for name in CRITERION_RULES:
        assert min(seen[name].precision, unseen[name].precision) >= LEAST_PRECISION, (name, seen[name], unseen[name])
    assert not [row for row in rows if row not in DOCS]


@pytest.mark.parametrize("locale", LOCALES)
def test_only_a_rule_that_finds_enough_says_that_it_sees_nothing(page: Page, server: SiteServer, locale: str) -> None:
    unseen = counted(page, server, locale, "unseen")
    finds_enough = [name for name, told in unseen.items() if told.recall >= LEAST_RECALL_TO_TELL_NONE]
    assert rule_file(locale)["tells_none"] == finds_enough


@pytest.mark.parametrize("locale", LOCALES)
def test_each_rule_is_tested_on_enough_prompts(locale: str) -> None:
    held = [case for group in cases(locale).values() for case in group]
    texts = [case["text"] for case in held]
    assert len(texts) == len(set(map(str, texts)))
    for name in CRITERION_RULES:
        with_it = sum(name in cast(list[str], case["has"]) for case in held)
        assert with_it >= 20
        assert len(held) - with_it >= 20


@pytest.mark.parametrize("locale", LOCALES)
def test_a_file_of_rules_has_every_rule_and_every_part_that_it_names(locale: str) -> None:
    held = rule_file(locale)
    assert set(cast(dict[str, object], held["rules"])) == set(CRITERION_RULES)
    patterns = json.dumps(held["rules"])
    assert all(f"<{part}>" in patterns for part in cast(dict[str, object], held["parts"]))


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_rule_shows_is_a_piece_of_the_prompt_that_ends_at_a_word(
    page: Page, server: SiteServer, locale: str
) -> None:
    texts = [str(case["text"]) for group in cases(locale).values() for case in group]
    for text, found in zip(texts, looked(page, server, locale, cast(list[object], texts)), strict=True):
        for words in filter(None, found.values()):
            piece = words.removesuffix(" …")
            assert len(words) <= 62
            assert piece in text
            assert not text[text.index(piece) + len(piece) :][:1].isalnum()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_keeps_a_rule_busy(page: Page, server: SiteServer, locale: str) -> None:
    hostile = ["een " * 500, "a" * 2000, "voor de " * 250, "to the a " * 220, "10 " * 660, "in van met geef " * 125]
    hostile += ["as a short " * 180, "dat " + "x " * 990, "met een korte " * 140, "text " * 400, "facts:" * 330]
    started = time.monotonic()
    looked(page, server, locale, cast(list[object], hostile))
    assert time.monotonic() - started < 5
