"""Bad input is answered with a finding: code, file, line, way out. No traceback, and what was built before stays."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from houvast.cli import app
from tests.drafts import DRAFT

Breaking = Callable[[Path], None]


def write(file: str, content: str | bytes) -> Breaking:
    def breaking(courses: Path) -> None:
        path = courses / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return breaking


WAVE = "waves: [{for: [clerk], begin: 2027-02-01}]"


def replace(file: str, old: str, new: str) -> Breaking:
    def breaking(courses: Path) -> None:
        text = (courses / file).read_text(encoding="utf-8")
        assert old in text
        (courses / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return breaking


def remove(file: str) -> Breaking:
    return lambda courses: (courses / file).unlink()


def rename(file: str, new: str) -> Breaking:
    def breaking(courses: Path) -> None:
        (courses / file).rename(courses / new)

    return breaking


def link(file: str, target: str) -> Breaking:
    def breaking(courses: Path) -> None:
        (courses / file).unlink(missing_ok=True)
        (courses / file).symlink_to(target)

    return breaking


SECOND_CHAT = """\
  - id: chat
    name: Stem
    what: {nl: Een spraakassistent., en: A voice assistant.}
    data: public
"""
REVIEWED = "status: reviewed\nreviewed: 2027-03-08\nreviewed_by: learning\n"
ITEM = "items:\n  - {id: letter, kind: task, file: roles/clerk.yml}\n"
BOMB = "name: &a [x, x]\nstory: &b [*a, *a]\nwho: [*b, *b]\n"
LESSON = "modules/look-twice/nl.md"
PLOT = "scenarios/short-way/nl.md"

CASES: dict[str, tuple[Breaking, str]] = {
    "broken YAML": (replace("roles/clerk.yml", "title: {", "title: {{"), "roles/clerk.yml:2:{} error S111"),
    "unknown key": (replace("paces/slow.yml", "depth:", "dept:"), "paces/slow.yml:5:{} error S201 unknown key `dept`"),
    "duplicate key": (write("roles/clerk.yml", "title: {nl: a, nl: b}\n"), "roles/clerk.yml:1:{} error S113 `nl`"),
    "missing key": (replace("paces/slow.yml", "depth: extra\n", ""), "paces/slow.yml:1:{} error S202 the key `depth`"),
    "wrong type": (replace("paces/slow.yml", "session: 6", "session: six"), "paces/slow.yml:3:{} error S203"),
    "a key that only a file name gives": (
        replace("roles/clerk.yml", "cluster:", "id: boss\ncluster:"),
        "roles/clerk.yml:4:{} error S201 unknown key `id`",
    ),
    "unknown pace of a role": (replace("roles/clerk.yml", "brisk", "brsk"), "roles/clerk.yml:5:{} error R101"),
    "unknown role in only": (
        replace("modules/first-steps/nl.md", "only: floor", "only: flor"),
        "nl.md:33:{} error R105",
    ),
    "variant for an unknown role": (write("modules/look-twice/for/boss.nl.md", "## hook\n\nHallo.\n"), "error R105"),
    "module requires itself": (
        replace("modules/look-twice/module.yml", "first-steps", "look-twice"),
        "modules/look-twice/module.yml:5:{} error R102 `look-twice` requires itself",
    ),
    "circle of prerequisites": (
        replace("modules/first-steps/module.yml", "owner:", "requires: [look-twice]\nowner:"),
        "error R102 `first-steps` requires `look-twice`, `look-twice` requires `first-steps`",
    ),
    "a role that builds on itself": (
        replace("roles/clerk.yml", "cluster:", "builds_on: [clerk]\ncluster:"),
        "roles/clerk.yml:4:{} error R102 `clerk` builds on itself",
    ),
    "a role that builds on nobody": (
        replace("roles/clerk.yml", "cluster:", "builds_on: [gids]\ncluster:"),
        "roles/clerk.yml:4:{} error R101 there is no role or hat `gids`; did you mean `guide`?",
    ),
    "a hat that needs what is not there": (
        replace("hats/guide.yml", "judge: 3", "juge: 3"),
        "hats/guide.yml:3:{} error R101 there is no competency `juge`",
    ),
    "a hat with the name of a role": (
        rename("hats/guide.yml", "hats/clerk.yml"),
        "hats/clerk.yml:1:{} error R103 `clerk` is also the id of a role",
    ),
    "missing locale file": (remove("modules/look-twice/en.md"), "error L102 `look-twice` has no `en.md`"),
    "missing text": (replace("roles/clerk.yml", ", en: Clerk", ""), "roles/clerk.yml:1:{} error L101 `title`"),
    "question without a key": (replace(LESSON, "- [x] De namen.", "- [ ] De namen."), "nl.md:13:{} error Q104"),
    "all right": (replace(LESSON, "- [ ] De toon.", "- [x] De toon."), "nl.md:15:{} error Q105"),
    "sibling of nothing": (
        replace(LESSON, "kind: analyse", "kind: analyse; sibling: look-up"),
        "nl.md:22:{} error R109",
    ),
    "option without a reason": (replace(LESSON, "    > Die is meestal goed.\n", ""), "nl.md:13:{} error Q106"),
    "question without an id": (
        replace(LESSON, "<!-- id: look-first; measures: judge 1; kind: apply -->\n", ""),
        "nl.md:9:{} error Q107",
    ),
    "unknown key of a question": (replace(LESSON, "measures: judge 1", "measure: judge 1"), "did you mean `measures`?"),
    "untaught competency": (replace(LESSON, "measures: judge 1", "measures: change 1"), "nl.md:9:{} error T101"),
    "same id twice": (replace(LESSON, "look-then", "look-first"), "nl.md:22:{} error R103 `look-first`"),
    "the id of a question and the address of a heading": (
        replace(LESSON, "## Cijfers", "## Look first"),
        "nl.md:9:{} error R103 `look-first` is also the address of the heading on line 18",
    ),
    "experiment without an outcome": (
        replace("experiments/spoken-notes.nl.md", "; outcome: stopped", ""),
        "experiments/spoken-notes.nl.md:3:{} error E101 `outcome` is missing",
    ),
    "unknown comment": (replace("modules/first-steps/nl.md", "slot: hook", "slott: hook"), "nl.md:3:{} error M112"),
    "part that is never closed": (
        write("modules/own-story/nl.md", "# Ons verhaal\n\n<!-- depth: full -->\n\nx\n"),
        "nl.md:3:{} error M113",
    ),
    "unknown placeholder": (replace(LESSON, "fact.one-study", "fact.no-study"), "nl.md:3:{} error R106"),
    "template injection": (replace(LESSON, "{{ fact.one-study }}", "{{ 7*7 }}"), "nl.md:3:{} error M122"),
    "another title": (replace(LESSON, "# Kijk twee keer", "# Kijk drie keer"), "nl.md:1:{} error M121"),
    "raw HTML": (replace(LESSON, "Tel na.", "<script>alert(1)</script>"), "nl.md:20:{} error M101"),
    "unsafe address": (replace(LESSON, "Tel na.", "[na](JaVaScRiPt:alert(1))"), "nl.md:20:{} error M102"),
    "YAML tag": (write("facts.yml", "facts: !!python/object/apply:os.system [ls]\n"), "facts.yml:1:{} error S112"),
    "YAML alias bomb": (write("organisation.yml", BOMB), "organisation.yml:1:{} error S112"),
    "YAML nested without end": (write("facts.yml", "facts: " + "[" * 5000), "facts.yml:1:{} error S11"),
    "not UTF-8": (write(LESSON, "# Kijk twee keer\n\né".encode("latin-1")), "nl.md:3:{} error S101"),
    "lists without end": (
        replace(LESSON, "Tel na.", "\n".join("  " * depth + "- diep" for depth in range(9))),
        "nl.md:27:{} error M124",
    ),
    "a NUL byte": (write(LESSON, "# Kijk\x00"), "nl.md:1:7: error S103"),
    "too large": (write(LESSON, "x" * 300_000), "nl.md:1:{} error S101"),
    "a link out of the folder": (link("roles/clerk.yml", "/etc/passwd"), "roles/clerk.yml:1:{} error S102"),
    "a bad id": (write("modules/Look Twice/nl.md", "# x\n"), "modules/Look Twice:1:{} error S204"),
    "a path in an id": (replace(LESSON, "id: look-first", "id: ../../etc"), "nl.md:11:{} error S204"),
    "a reserved name": (
        write("roles/library.yml", "title: {nl: a, en: a}\nsummary: {nl: a, en: a}\ncluster: floor\npace: slow\n"),
        "error R104",
    ),
    "a reserved name of a pace": (
        write(
            "paces/team.yml",
            "title: {nl: a, en: a}\nsummary: {nl: a, en: a}\nminutes_per_session: 10\nsessions_per_week: 1\n"
            "depth: full\n",
        ),
        "error R104",
    ),
    "an unknown file": (write("modules/look-twice/nl.txt", "x"), "nl.txt:1:{} error S205"),
    "two systems with one id": (
        replace("organisation.yml", "contacts:", SECOND_CHAT + "contacts:"),
        "organisation.yml:12:{} error S203 `systems`: the id `chat` stands here twice",
    ),
    "a locale without words": (replace("organisation.yml", "en: all", "xx: all"), "organisation.yml:2:{} error S206"),
    "sections that differ": (
        replace("modules/look-twice/en.md", "## Numbers\n\n", ""),
        "en.md:7:{} error L103 1 section here",
    ),
    "a choice that leads nowhere": (replace(PLOT, "(#stil)", "(#stiel)"), "nl.md:20:{} error N102"),
    "a node without an id": (replace(PLOT, "<!-- id: silent; ending: poor -->", ""), "nl.md:30:{} error N101"),
    "a dead end": (
        replace(
            PLOT,
            "## Stil\n\n<!-- id: silent; ending: poor -->\n\nNiemand zegt iets.\n\n- [Verder](#nabespreking)",
            "## Stil\n\n<!-- id: silent -->",
        ),
        "nl.md:30:{} error N103 `silent` leads nowhere",
    ),
    "an unreachable node": (
        replace(PLOT, "## Stil", "## Los\n\n<!-- id: loose; ending: poor -->\n\nx\n\n## Stil"),
        "nl.md:30:{} error N103 nothing leads to `loose`",
    ),
    "an effect that is none": (replace(PLOT, "goal +1", "doel +1"), "nl.md:9:{} error S203 `doel +1`"),
    "a plot that differs": (replace(PLOT, "goal +1", "goal +2"), "en.md:5:{} error L103 node `friday`"),
    "an ending that leads nowhere": (
        replace(PLOT, "Goed gezien.\n\n- [Verder](#nabespreking)", "Goed gezien."),
        "nl.md:22:{} error N103 `in-time` is an ending: its one link leads to the debrief",
    ),
    "a circle without a way out": (
        replace(
            PLOT, "(#op-tijd) <!-- trust +2 -->\n- [Je zwijgt](#stil)", "(#te-vlug--je)\n- [Je zwijgt](#te-vlug--je)"
        ),
        "nl.md:13:{} error N103 from `too-fast` no choice ever leads to an ending",
    ),
    "two conditions": (replace(PLOT, "if: trust >= 0", "if: trust >= 0; if: law >= 0"), "nl.md:11:{} error S203"),
    "an unknown placeholder in a choice": (
        replace(PLOT, "Je leest na", "Je vraagt {{ tool.nobody }}"),
        "nl.md:10:{} error R106",
    ),
    "a scenario with the id of a module": (
        rename("scenarios/short-way", "scenarios/look-twice"),
        "scenario.yml:1:{} error R103 `look-twice` is also the id of a module",
    ),
    "a scenario longer than a session": (
        replace("scenarios/short-way/scenario.yml", "minutes: 5", "minutes: 40"),
        "scenario.yml:6:{} error T104 40 minutes",
    ),
    "a retired prerequisite": (
        replace("modules/first-steps/module.yml", "status: reviewed", "status: retired"),
        "modules/look-twice/module.yml:5:{} error R110 `first-steps` is not reviewed",
    ),
    "a placeholder without a default": (
        replace(LESSON, "{{ role.title | 'collega' }}", "{{ role.title }}"),
        "nl.md:7:{} error R107",
    ),
    "a picture": (replace(LESSON, "Tel na.", "![schema](schema.png)"), "nl.md:20:{} error M103"),
    "a picture without words": (
        replace(LESSON, "Tel na.", "![](../../pictures/crack.svg)"),
        "nl.md:20:{} error M105",
    ),
    "a picture that runs": (
        write("pictures/crack.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script/></svg>'),
        "pictures/crack.svg:2:{} error M106 `<script>` is no shape",
    ),
    "a photo": (write("pictures/crack.png", b"\x89PNG"), "pictures/crack.png:{} error S205"),
    "a picture that is not there": (
        replace(LESSON, "Tel na.", "![Een barst](../../pictures/crack.svg)"),
        "nl.md:20:{} error M107 there is no `pictures/crack.svg`",
    ),
    "a link to no lesson": (
        replace(LESSON, "Tel na.", "Zie [hier](../frist-steps/nl.md)."),
        "nl.md:20:{} error M104 there is no lesson `frist-steps`; did you mean `first-steps`?",
    ),
    "a link to a folder": (
        replace(LESSON, "Tel na.", "Zie [hier](../first-steps/)."),
        "nl.md:20:{} error M104 `../first-steps/` is a folder",
    ),
    "a key without a colon": (
        replace(LESSON, "id: look-first;", "id look-first;"),
        "nl.md:11:{} error S203 `id look-first` has no colon",
    ),
    "a list that is none": (
        replace("modules/look-twice/module.yml", "requires: [first-steps]", "requires: first-steps"),
        "module.yml:5:{} error S203 `requires`: this is no list",
    ),
    "a day that is none": (
        replace("modules/look-twice/module.yml", "review_by: 2", "review_by: 30/06/2"),
        "error S203 `review_by`: this is no day",
    ),
    "a link to another language": (
        replace(LESSON, "Tel na.", "Zie [hier](../first-steps/en.md)."),
        "nl.md:20:{} error M104",
    ),
    "a link to no heading": (replace(LESSON, "Tel na.", "Zie [hier](#naamen)."), "did you mean `namen`?"),
    "a link out of the folder of lessons": (replace(LESSON, "Tel na.", "Zie [x](../../../README.md)."), "error M104"),
    "a blank in a sentence": (replace(LESSON, "bron beslist", "[[bron]] beslist"), "nl.md:16:{} error Q108"),
    "a comment in a sentence": (
        replace(LESSON, "Tel na.", "Tel <!-- slot: hook --> na."),
        "nl.md:20:{} error M111",
    ),
    "unknown first case": (
        replace("organisation.yml", "systems:", "first_case: look-up\nsystems:"),
        "organisation.yml:12:{} error R101 there is no question",
    ),
    "a condition that can never hold": (
        replace(PLOT, "if: trust >= 0", "if: trust >= 4"),
        "nl.md:11:{} error N104 `if: trust >= 4` can never hold in `friday`",
    ),
    "an allowance without a reason": (
        replace(LESSON, "Tel na.", "<!-- allow: L104 -->\n\nTel na."),
        "nl.md:20:{} error A101 `L104` is allowed without a reason",
    ),
    "an allowance of an error": (
        replace(LESSON, "Tel na.", "<!-- allow: M101 omdat het zo mooi is -->\n\nTel na."),
        "nl.md:20:{} error A101 `M101` is an error, and cannot be allowed",
    ),
    "an allowance of nothing": (
        replace("roles/clerk.yml", "cluster:", "# allow: T999 omdat het zo hoort\ncluster:"),
        "roles/clerk.yml:4:{} error A101 there is no code `T999`",
    ),
    "front matter in a lesson": (replace(LESSON, "# Kijk", "---\ntitle: x\n---\n\n# Kijk"), "nl.md:1:{} error M121"),
    "a digest that is none": (
        replace(LESSON.replace("nl", "en"), "<!-- translates: ", "<!-- translates: x"),
        "en.md:3:{} error S203 `translates`",
    ),
    "a site that is found and yet not public": (
        replace("organisation.yml", "locales:", "index: true\nlocales:"),
        "organisation.yml:2:{} error S203 `index: true` needs",
    ),
    "a start that no plan can be reckoned from": (
        replace("organisation.yml", "locales:", "start: 0001-01-01\nlocales:"),
        "organisation.yml:2:{} error S203 `start`: input should be greater than or equal to 2000-01-01",
    ),
    "a start that no calendar reaches the end of": (
        replace("organisation.yml", "locales:", "start: 9999-12-20\nlocales:"),
        "organisation.yml:2:{} error S203 `start`: input should be less than or equal to 2099-12-31",
    ),
    "a wave in another age": (
        replace("organisation.yml", "locales:", f"start: 2027-01-11\n{WAVE.replace('2027', '9999')}\nlocales:"),
        "organisation.yml:3:{} error S203 `waves.0.begin`",
    ),
    "a system that begins in another age": (
        replace("organisation.yml", "data: internal", "data: internal\n    begins: 0001-01-10"),
        "error S203 `systems.0.begins`",
    ),
    "waves without a start": (
        replace("organisation.yml", "locales:", f"{WAVE}\nlocales:"),
        "organisation.yml:2:{} error S203 `waves` need a `start`",
    ),
    "a wave before the start": (
        replace("organisation.yml", "locales:", f"start: 2027-03-01\n{WAVE}\nlocales:"),
        "organisation.yml:3:{} error S203 `waves` go by day",
    ),
    "a wave of nobody": (
        replace("organisation.yml", "locales:", f"start: 2027-01-11\n{WAVE.replace('clerk', 'clark')}\nlocales:"),
        "organisation.yml:3:{} error R101 there is no role, hat or cluster `clark`; did you mean `clerk`?",
    ),
    "no organisation": (remove("organisation.yml"), "organisation.yml:1:{} error S101"),
    "level that cannot be taught": (
        replace("modules/look-twice/module.yml", "judge 2]", "judge 4]"),
        "error T103 `judge 4`",
    ),
    "prepared without a task": (
        replace("modules/look-twice/module.yml", "[judge 3]", "[judge 3, judge 4]"),
        "error T103",
    ),
    "a use that nothing answers": (
        replace("may-i.yml", "  - id: otherwise\n", "  - id: otherwise\n    when: {use: [rank]}\n"),
        "may-i.yml:24:{} error U101 nothing answers `write` with data that are public in chat and 2 more",
    ),
    "a yes to what is banned": (
        replace("may-i.yml", "when: {risk: [prohibited]}\n    answer: no", "answer: yes"),
        "may-i.yml:28:{} error U103 `never` says yes to `score`, which is prohibited",
    ),
    "a rule for a tool nobody knows": (
        replace("may-i.yml", "when: {above: true}", "when: {system: [chatt]}"),
        "error R101 there is no system `chatt`; did you mean `chat`?",
    ),
    "an answer that nobody gives": (
        replace("may-i.yml", "ask: ai", "ask: els"),
        "error R101 there is no contact `els`",
    ),
    "an answer taught nowhere": (
        replace("may-i.yml", "learn: first-steps", "learn: first-steps#look-first"),
        "error R101 there is no question in `first-steps` `look-first`",
    ),
    "a law nobody wrote": (replace("may-i.yml", "fact: one-", "fact: two-"), "error R101 there is no fact `two-study`"),
    "a system by the name of all others": (
        replace("organisation.yml", "- id: chat", "- id: other"),
        "organisation.yml:13:{} error R101 `other` stands for every tool",
    ),
    "a class of data left out": (
        replace("may-i.yml", "- id: special", "- id: public"),
        "may-i.yml:1:{} error S203 `classes`: write each of these once",
    ),
    "a rule that stands there twice": (
        replace("may-i.yml", "- id: people", "- id: never"),
        "error S203 `rules`: the id `never` stands here twice",
    ),
    "a pace by the name of the card": (rename("paces/brisk.yml", "paces/card.yml"), "paces/card.yml:1:{} error R104"),
    "what was drafted and nobody reviewed": (
        write("provenance/cases.yml", DRAFT.format(files="[roles/clerk.yml]", unit="clerk", kind="role", more="")),
        "provenance/cases.yml:1:{} error D654 `cases` does not say who reviewed it, and when",
    ),
    "what was drafted, and a part that nobody decided of": (
        write(
            "provenance/cases.yml",
            DRAFT.format(files="[roles/clerk.yml]", unit="clerk", kind="role", more=REVIEWED + ITEM),
        ),
        "provenance/cases.yml:13:{} error D654 nobody decided of letter",
    ),
    "unknown slot": (write("modules/look-twice/for/operator.nl.md", "## hok\n\nHallo.\n"), "error R108"),
}


WARNINGS: dict[str, tuple[Breaking, str]] = {
    "a need that nothing serves": (lambda courses: None, "warning T102 no module serves `change 2` (operator)"),
    "a role with little to choose from": (
        replace(
            "roles/clerk.yml",
            "  - if: {nl: ik twijfel, en: I am in doubt}\n    then: {nl: vraag ik het, en: I ask}\n",
            "",
        ),
        "roles/clerk.yml:16:{} warning T106 `clerk` has fewer than 3 intentions to choose from",
    ),
    "a translation older than its source": (
        replace(LESSON, "Tel na.", "Tel altijd na."),
        "modules/look-twice/en.md:1:{} warning L104 this translation is older than its source",
    ),
    "a translation of who knows what": (
        replace("modules/own-story/en.md", "translates: ", "note: was "),
        "modules/own-story/en.md:1:{} warning L104 this translation does not say",
    ),
    "something still to write": (
        replace(LESSON, "Tel na.", "TODO: zeg hoe je natelt."),
        "modules/look-twice/nl.md:{} warning S207 still to do: zeg hoe je natelt.",
    ),
    "a tool that is named to everybody": (
        replace("organisation.yml", "locales:", "published: public\nlocales:"),
        "organisation.yml:11:{} warning P101 “Els” stands in a text that anybody can read",
    ),
    "a rule that never answers": (
        replace(
            "may-i.yml",
            "  - id: people\n",
            "  - {id: late, when: {use: [score]}, answer: no, because: {nl: Nee., en: No.}}\n  - id: people\n",
        ),
        "may-i.yml:35:{} warning U102 `late` never answers",
    ),
    "an allowance that hits nothing": (
        replace(LESSON, "Tel na.", "<!-- allow: T102 omdat dit later komt -->\n\nTel na."),
        "nl.md:20:{} warning A102 `T102` says nothing here",
    ),
    "what was drafted of what is gone": (
        write("provenance/cases.yml", DRAFT.format(files="[roles/boss.yml]", unit="boss", kind="role", more=REVIEWED)),
        "provenance/cases.yml:5:{} warning D655 there is no `roles/boss`",
    ),
    "a fact nobody looked at": (
        replace("facts.yml", "recheck_by: 2", "recheck_by: 1"),
        "warning D101 `one-study` was to be looked at by 1",
    ),
    "a lesson nobody looked at": (
        replace("modules/look-twice/module.yml", "review_by: 2", "review_by: 1"),
        "warning D102 `look-twice` was to be looked at by 1",
    ),
}


@pytest.fixture
def here(courses: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with courses and a site that stands already."""
    monkeypatch.chdir(courses.parent)
    Path("site").mkdir()
    Path("site/index.html").write_text("the site before")
    Path("site/.houvast.json").write_text("{}")
    return courses


def findings_of(command: list[str]) -> tuple[int, str]:
    result = CliRunner().invoke(app, command)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_a_finding(name: str, here: Path) -> None:
    breaking, expected = CASES[name]
    breaking(here)
    before = sorted(here.parent.iterdir())
    for command in (["build"], ["check"]):
        code, output = findings_of(command)
        assert code == 1
        line = next((line for line in output.splitlines() if _fits(expected, line)), None)
        assert line, output
        assert line.startswith("courses/")
        assert "= help: " in output
        assert "Traceback" not in output
    assert Path("site/index.html").read_text() == "the site before"
    assert sorted(here.parent.iterdir()) == before


@pytest.mark.parametrize("name", WARNINGS)
def test_a_warning_stops_nothing_unless_asked(name: str, here: Path) -> None:
    breaking, expected = WARNINGS[name]
    breaking(here)
    code, output = findings_of(["check", "--today", "2026-11-22"])
    assert code == 0, output
    assert any(_fits(expected, line) for line in output.splitlines()), output
    assert findings_of(["check", "--today", "2026-11-22", "--strict"]) == (1, output)


def test_what_is_allowed_is_not_told(here: Path) -> None:
    def told() -> set[str]:
        """The codes of form and needs among what is told; what quality asks, the small courses need not have."""
        codes = re.findall(r"(?:error|warning) ([A-Z]\d{3})", findings_of(["check"])[1])
        return {"A101", "A102", "L104", "T102"} & set(codes)

    assert told() == {"T102"}
    replace("competencies.yml", "  change:", "  # allow: T102 komt in het voorjaar\n  change:")(here)
    assert not told()
    replace(LESSON, "Tel na.", "Tel altijd na.")(here)
    replace(LESSON.replace("nl", "en"), "# Look", "<!-- allow: L104 de vertaler komt maandag -->\n# Look")(here)
    assert not told()


def _fits(expected: str, line: str) -> bool:
    """Whether a line holds the expected text; `{}` stands for the column."""
    first, _, rest = expected.partition("{}")
    at = line.find(first)
    return at >= 0 and (not rest or rest in line[at + len(first) :])


def test_every_mistake_is_told_in_one_run(here: Path) -> None:
    replace("paces/slow.yml", "depth:", "dept:")(here)
    replace(LESSON, "- [x] De namen.", "- [ ] De namen.")(here)
    replace("roles/clerk.yml", "summary:", "sumary:")(here)
    _, output = findings_of(["check"])
    assert all(code in output for code in ("S201", "Q104", "did you mean `summary`?"))


def test_no_such_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, output = findings_of(["check"])
    assert code == 1
    assert "there is no such folder" in output


@pytest.mark.parametrize("option", ["--role", "--pace", "--locale"])
def test_unknown_name_in_a_call(option: str, here: Path) -> None:
    code, output = findings_of(["build", option, "nobody"])
    assert code == 2
    assert "there is no" in output
    assert Path("site/index.html").read_text() == "the site before"
