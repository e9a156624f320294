"""Hand-made drafts of a module, of questions and of a role, as a model leaves them."""

from collections.abc import Mapping
from pathlib import Path

from tests.drafts import put_draft

ZERO = "0" * 64
LESSON = "modules/look-twice/nl.md"
ENGLISH = "modules/look-twice/en.md"
SHEET = "modules/buy-well/module.yml"
BUY = "modules/buy-well/nl.md"
BUY_ENGLISH = "modules/buy-well/en.md"
ROLE_FILE = "roles/buyer.yml"

QUESTION = """\
### {stem}

<!-- id: {name}; measures: judge 1; kind: apply -->

{case}

- [x] {right}
    > {why}
- [ ] {wrong}
    > {less}
"""
DUTCH = {
    "case": "Je leest een offerte.",
    "right": "Je belt.",
    "why": "Een bron beslist.",
    "wrong": "Je tekent.",
    "less": "Later.",
}
IN_ENGLISH = {
    "case": "You read a quote.",
    "right": "You ring.",
    "why": "A source decides.",
    "wrong": "You sign.",
    "less": "Later.",
}

CLAIM = """\
    claims:
      - sentence: Een bron beslist.
        source: module.first-steps#top
        quote: een bron beslist
"""
CALL = f"""\
    calls:
      - prompt: question/v1
        prompt_sha256: "{ZERO}"
        schema_sha256: "{ZERO}"
        input_sha256: "{ZERO}"
        model_reported: small-model-1
        date: 2027-03-01
        prompt_tokens: 900
        completion_tokens: 120
        cache_key: "{ZERO}"
"""
GATE = "    gates:\n      - {code: D602, severity: error, message: the quote does not stand in the source}\n"
SOURCES = f'sources:\n  - {{id: "module.first-steps#top", title: Eerste stappen, sha256: "{ZERO}"}}\n'


def item(name: str, kind: str, file: str, more: str = "") -> str:
    return f"  - id: {name}\n    kind: {kind}\n    file: {file}\n{more}"


def with_questions(courses: Path, *, gate: bool = False) -> None:
    """Two questions for the bank of a module that is there, in both languages."""
    texts: dict[str, str] = {}
    for file, bank, words in ((LESSON, "Vragenbank", DUTCH), (ENGLISH, "Question bank", IN_ENGLISH)):
        asked = [
            QUESTION.format(stem=f"{words['right']} {name}?", name=name, **words) for name in ("quote-one", "quote-two")
        ]
        before = (courses / file).read_text(encoding="utf-8").rstrip("\n")
        texts[file] = "\n\n".join((before, f"## {bank}", *(one.rstrip("\n") for one in asked))) + "\n"
    items = (
        "items:\n"
        + item("quote-one", "question", LESSON, CLAIM + CALL)
        + item("quote-two", "question", LESSON, GATE * gate + CALL)
    )
    put_draft(courses, "more-cases", texts, "questions", "look-twice", SOURCES + items)


MODULE = """\
title: {nl: Goed kopen, en: Buy well}
summary: {nl: Je leest een offerte., en: You read a quote.}
teaches: [judge 1]
minutes: {essentials: 1, full: 1, extra: 1}
core: false
owner: learning
review_by: 2027-12-31
status: draft
"""
TEXT = """\
# {title}

## {first}

{words}

## {second}

{words}

{question}"""


def with_module(courses: Path) -> None:
    """A whole module: two sections and a question."""
    dutch = QUESTION.format(stem="Wat doe je?", name="buy-what", **DUTCH)
    english = QUESTION.format(stem="What do you do?", name="buy-what", **IN_ENGLISH)
    texts: Mapping[str, str] = {
        SHEET: MODULE,
        BUY: TEXT.format(title="Goed kopen", first="Lezen", second="Tellen", words="Tel na.", question=dutch),
        BUY_ENGLISH: TEXT.format(
            title="Buy well", first="Reading", second="Counting", words="Count.", question=english
        ),
    }
    items = (
        "items:\n"
        + item("lezen", "section", BUY)
        + item("tellen", "section", BUY)
        + item("buy-what", "question", BUY, CLAIM)
    )
    put_draft(courses, "buy-well", texts, "module", "buy-well", SOURCES + items)


ROLE = """\
title: {nl: Inkoper, en: Buyer}
summary: {nl: Kopen en nakijken., en: Buying and checking.}
cluster: office
pace: brisk
status: draft

tasks:
  - id: quotes
    title: {nl: Offertes, en: Quotes}
    with_ai: {nl: Naast elkaar leggen., en: Lay them side by side.}
    check: {nl: Elke prijs., en: Every price.}
    data: internal
    risk: other
  - id: letters
    title: {nl: Brieven, en: Letters}
    with_ai: {nl: Een eerste versie., en: A first draft.}
    check: {nl: Elke naam., en: Every name.}
    data: internal
    risk: other

intentions:
  - if: {nl: ik twijfel, en: I am in doubt}
    then: {nl: vraag ik het, en: I ask}
  - if: {nl: ik bestel, en: I order}
    then: {nl: tel ik na, en: I count}
  - if: {nl: ik betaal, en: I pay}
    then: {nl: lees ik na, en: I read back}
"""


def with_role(courses: Path) -> None:
    """A role with two tasks."""
    items = "items:\n" + item("quotes", "task", ROLE_FILE) + item("letters", "task", ROLE_FILE)
    put_draft(courses, "buyer", {ROLE_FILE: ROLE}, "role", "buyer", items)
