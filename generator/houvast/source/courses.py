"""Read a whole courses folder. Every mistake is collected; nothing stops at the first."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import (
    Catalogue,
    CompetencyFile,
    FactFile,
    GlossaryFile,
    Hat,
    Lesson,
    Module,
    ModuleSheet,
    Organisation,
    Pace,
    Plot,
    Role,
    Scenario,
    ScenarioSheet,
    Shape,
    Variant,
)
from houvast.source.allowance import Allowance, allowances_in_yaml
from houvast.source.checked import Checked, Reading
from houvast.source.files import read_text
from houvast.source.lesson import read_lesson, read_variant
from houvast.source.markdown import Read
from houvast.source.plot import read_plot
from houvast.source.question import is_id
from houvast.source.rules import BAD_ID, UNKNOWN_FILE, UNKNOWN_LOCALE, UNREADABLE
from houvast.source.shape import shaped
from houvast.source.yaml import Located, read_yaml

S = TypeVar("S", bound=Shape)
T = TypeVar("T")

LESSON = re.compile(r"^([a-z]{2}(?:-[a-z]{2})?)\.md$")
VARIANT = re.compile(r"^([a-z][a-z0-9-]*)\.([a-z]{2}(?:-[a-z]{2})?)\.md$")
TOP = frozenset(
    {"organisation.yml", "competencies.yml", "facts.yml", "glossary.yml", "LICENSE"}
    | {"hats", "roles", "paces", "modules", "scenarios"}
)


def read_courses(courses: Path, locales: frozenset[str]) -> Reading:
    """Read everything under `courses`. There is a catalogue only if every file has its shape.

    `locales` are those the site has words for.
    """
    return _Folder(courses, locales).read()


class _Folder:
    """One reading of one folder; collects texts, places and findings."""

    def __init__(self, courses: Path, locales: frozenset[str]) -> None:
        self.courses = courses
        self.locales = locales
        self.findings: list[Finding] = []
        self.texts: dict[str, str] = {}
        self.allowances: list[Allowance] = []
        self.located: dict[str, Located] = {}
        self.shapeless: list[str] = []

    def read(self) -> Reading:
        if not self.courses.is_dir():
            self.say(UNREADABLE, "", "there is no such folder", "name the folder with `--courses DIR`")
            return Reading(None, tuple(self.findings), (), {})
        for path in sorted(self.courses.iterdir()):
            if path.name not in TOP and not path.name.startswith((".", "README.")):
                self.say(UNKNOWN_FILE, path.name, "nothing reads this")
        organisation = self.organisation()
        competencies = self.yaml("competencies.yml", CompetencyFile)
        facts = self.yaml("facts.yml", FactFile)
        glossary = self.yaml("glossary.yml", GlossaryFile)
        roles = {role.id: role for file in self.files("roles") if (role := self.named(file, Role))}
        hats = {hat.id: hat for file in self.files("hats") if (hat := self.named(file, Hat))}
        paces = {pace.id: pace for file in self.files("paces") if (pace := self.named(file, Pace))}
        modules = {module.id: module for name in self.folders("modules") if (module := self.module(name))}
        names = self.folders("scenarios")
        scenarios = {scenario.id: scenario for name in names if (scenario := self.scenario(name))}
        checked = None
        if organisation and competencies and facts and glossary and not self.shapeless:
            catalogue = Catalogue(
                organisation, competencies, roles, hats, paces, modules, scenarios, facts.facts, glossary.terms
            )
            checked = Checked(self.courses, catalogue, self.located, self.texts)
        return Reading(checked, tuple(self.findings), tuple(self.allowances), self.texts)

    def organisation(self) -> Organisation | None:
        file = "organisation.yml"
        organisation = self.yaml(file, Organisation)
        for locale in organisation.locales if organisation else ():
            if locale not in self.locales:
                line, column = self.located[file].position(("locales", locale))
                message = f"the site has no words in `{locale}`"
                self.findings.append(Finding.of(UNKNOWN_LOCALE, Place(self.shown(file), line, column), message))
        return organisation

    def shown(self, file: str) -> str:
        return (self.courses / file).as_posix()

    def say(self, rule: Rule, file: str, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown(file)), message, way_out))

    def text(self, file: str) -> str | None:
        shown = self.shown(file)
        text = read_text(self.courses / file, self.courses, shown)
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        self.texts[shown] = text
        return text

    def taken(self, read: Read[T]) -> T:
        self.findings += read.findings
        self.allowances += read.allowances
        return read.value

    def yaml(self, name: str, shape: type[S], **derived: str) -> S | None:
        value = self.value(name, shape, **derived)
        if value is None:
            self.shapeless.append(name)
        return value

    def value(self, name: str, shape: type[S], **derived: str) -> S | None:
        text = self.text(name)
        if text is None:
            return None
        located, findings = read_yaml(text, self.shown(name))
        self.findings += findings
        self.allowances += allowances_in_yaml(text, self.shown(name))
        if located is None:
            return None
        self.located[name] = located
        value, findings = shaped(shape, located, self.shown(name), **derived)
        self.findings += findings
        return value

    def named(self, file: str, shape: type[S]) -> S | None:
        name = Path(file).stem
        return self.yaml(file, shape, id=name, file=file) if self.is_id(name, file) else None

    def is_id(self, name: str, file: str) -> bool:
        if is_id(name):
            return True
        self.say(BAD_ID, file, f"`{name[:70]}` is not an id")
        return False

    def inside(self, folder: str) -> Iterator[Path]:
        """What stands in a folder, by name; hidden files are left alone."""
        path = self.courses / folder
        yield from sorted(held for held in path.iterdir() if not held.name.startswith(".")) if path.is_dir() else ()

    def files(self, folder: str) -> Iterator[str]:
        for path in self.inside(folder):
            if path.suffix == ".yml":
                yield f"{folder}/{path.name}"
            else:
                self.say(UNKNOWN_FILE, f"{folder}/{path.name}", "only files that end in `.yml` are read here")

    def folders(self, folder: str) -> Iterator[str]:
        for path in self.inside(folder):
            if path.is_dir():
                yield path.name
            else:
                self.say(UNKNOWN_FILE, f"{folder}/{path.name}", "only folders stand here, one for each")

    def module(self, name: str) -> Module | None:
        folder = f"modules/{name}"
        if not self.is_id(name, folder):
            return None
        lessons: dict[str, Lesson] = {}
        variants: dict[tuple[str, str], Variant] = {}
        for path in self.inside(folder):
            file = f"{folder}/{path.name}"
            if found := LESSON.match(path.name):
                if (text := self.text(file)) is not None:
                    lessons[found[1]] = self.taken(read_lesson(text, file, self.shown(file)))
            elif path.name not in {"module.yml", "for"}:
                self.say(
                    UNKNOWN_FILE, file, "a module holds `module.yml`, lessons such as `nl.md`, and the folder `for`"
                )
        for path in self.inside(f"{folder}/for"):
            file = f"{folder}/for/{path.name}"
            if not (found := VARIANT.match(path.name)):
                self.say(UNKNOWN_FILE, file, "files here are named for a role or cluster, such as `recruiter.nl.md`")
            elif (text := self.text(file)) is not None:
                variants[found[1], found[2]] = self.taken(read_variant(text, file, self.shown(file)))
        sheet = self.yaml(f"{folder}/module.yml", ModuleSheet, id=name, file=f"{folder}/module.yml")
        return Module(sheet, lessons, variants) if sheet else None

    def scenario(self, name: str) -> Scenario | None:
        folder = f"scenarios/{name}"
        if not self.is_id(name, folder):
            return None
        plots: dict[str, Plot] = {}
        for path in self.inside(folder):
            file = f"{folder}/{path.name}"
            if found := LESSON.match(path.name):
                if (text := self.text(file)) is not None:
                    plots[found[1]] = self.taken(read_plot(text, file, self.shown(file)))
            elif path.name != "scenario.yml":
                self.say(UNKNOWN_FILE, file, "a scenario holds `scenario.yml` and its text, such as `nl.md`")
        sheet = self.yaml(f"{folder}/scenario.yml", ScenarioSheet, id=name, file=f"{folder}/scenario.yml")
        return Scenario(sheet, plots) if sheet else None
