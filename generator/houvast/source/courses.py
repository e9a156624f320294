"""Read all courses of an organisation. Every mistake is collected; nothing stops at the first."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from houvast.diagnostics import Finding, Place, Rule
from houvast.model import (
    Catalogue,
    CompetencyFile,
    DraftSheet,
    Experiment,
    ExperimentText,
    FactFile,
    GlossaryFile,
    Handout,
    HandoutSheet,
    HandoutText,
    Hat,
    Lesson,
    MayI,
    Module,
    ModuleSheet,
    Organisation,
    Pace,
    PictureFile,
    Plot,
    Role,
    Scenario,
    ScenarioSheet,
    Shape,
    Variant,
)
from houvast.source.allowance import Allowance, allowances_in_yaml
from houvast.source.checked import Checked, Reading
from houvast.source.experiment import read_experiment
from houvast.source.files import read_text
from houvast.source.handout import read_handout
from houvast.source.layers import DRAFT_SHEET, DRAFTS, EXPERIMENTS, FOR, ORGANISATION, PROVENANCE, Layer, Layers
from houvast.source.lesson import read_lesson, read_variant
from houvast.source.markdown import Read
from houvast.source.merge import merged
from houvast.source.picture import read_picture
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
    {"organisation.yml", "competencies.yml", "facts.yml", "glossary.yml", "may-i.yml", "LICENSE"}
    | {"hats", "roles", "paces", "modules", "scenarios", "handouts", "pictures", EXPERIMENTS, DRAFTS, PROVENANCE}
)
PICTURES = "pictures"
MADE = frozenset({"build", "site"})
"""What Houvast makes where it is called, which may be in the courses themselves."""

EXTENDS = re.compile(r"^extends\s*:", re.MULTILINE)


Drafts = bool | Collection[str]
"""Which drafts lie over the courses: all, none, or those of these ids."""


def read_courses(
    courses: Path, locales: frozenset[str], packaged: Path | None = None, *, drafts: Drafts = False
) -> Reading:
    """Read everything under `courses`. There is a catalogue only if every file has its shape.

    `locales` are those the site has words for. `packaged` are the courses that lie under those that extend them. Of
    `drafts/` nothing is read unless it is asked for.
    """
    return _Courses(courses, locales, packaged, drafts).read()


def draft_ids(courses: Path) -> tuple[str, ...]:
    """The ids of what lies in `drafts/`, sorted."""
    return tuple(folder.name for folder in _draft_folders(courses, drafts=True))


def _draft_folders(courses: Path, drafts: Drafts) -> tuple[Path, ...]:
    """The folders of these drafts, by id; a link is none."""
    folder = courses / DRAFTS
    if not drafts or not folder.is_dir() or folder.is_symlink():
        return ()
    held = sorted(path for path in folder.iterdir() if path.name[0] != "." and path.is_dir() and not path.is_symlink())
    return tuple(path for path in held if drafts is True or path.name in drafts)


class _Courses:
    """One reading of all layers; collects texts, places and findings."""

    def __init__(self, courses: Path, locales: frozenset[str], packaged: Path | None, drafts: Drafts) -> None:
        self.courses = courses
        self.locales = locales
        self.packaged = packaged
        self.drafts = _draft_folders(courses, drafts)
        self.layers = Layers(Layer(courses, drafts=self.drafts))
        self.findings: list[Finding] = []
        self.texts: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.allowances: list[Allowance] = []
        self.located: dict[str, Located] = {}
        self.shapeless: list[str] = []

    def read(self) -> Reading:
        if not self.courses.is_dir():
            self.say(UNREADABLE, "", "there is no such folder", "name the folder with `--courses DIR`")
            return Reading(None, tuple(self.findings), (), {})
        for path in sorted(self.courses.iterdir()):
            if path.name not in TOP | MADE and not path.name.startswith((".", "README.")):
                self.say(UNKNOWN_FILE, path.name, "nothing reads this")
        organisation = self.organisation()
        self.layers = self.layers_under(organisation)
        competencies = self.merged("competencies.yml", CompetencyFile)
        facts = self.merged("facts.yml", FactFile)
        glossary = self.merged("glossary.yml", GlossaryFile)
        may_i = self.merged("may-i.yml", MayI)
        roles = {role.id: role for file in self.files("roles") if (role := self.named(file, Role))}
        hats = {hat.id: hat for file in self.files("hats") if (hat := self.named(file, Hat))}
        paces = {pace.id: pace for file in self.files("paces") if (pace := self.named(file, Pace))}
        modules = {module.id: module for name in self.folders("modules") if (module := self.module(name))}
        names = self.folders("scenarios")
        scenarios = {scenario.id: scenario for name in names if (scenario := self.scenario(name))}
        pictures = {picture.name: picture for name in self.layers.names(PICTURES) if (picture := self.picture(name))}
        handouts = {handout.id: handout for name in self.folders("handouts") if (handout := self.handout(name))}
        experiments = self.experiments()
        drafts = {folder.name: draft for folder in self.drafts if (draft := self.draft(folder.name))}
        provenance = {sheet.id: sheet for file in self.files(PROVENANCE) if (sheet := self.named(file, DraftSheet))}
        checked = None
        if organisation and competencies and facts and glossary and may_i and not self.shapeless:
            packaged = frozenset(file for file in self.paths if self.layers.of(file).is_packaged)
            catalogue = Catalogue(
                organisation,
                competencies,
                roles,
                hats,
                paces,
                modules,
                scenarios,
                facts.facts,
                glossary.terms,
                may_i,
                pictures,
                handouts,
                experiments,
                packaged,
                drafts,
                provenance,
            )
            known = self.layers.packaged_ids()
            below = {file: digest for draft in drafts.values() for file in draft.files if (digest := self.below(file))}
            checked = Checked(self.courses, catalogue, self.located, self.texts, self.paths, known, below=below)
        return Reading(checked, tuple(self.findings), tuple(self.allowances), self.texts)

    def organisation(self) -> Organisation | None:
        organisation = self.yaml(ORGANISATION, Organisation)
        for locale in organisation.locales if organisation else ():
            if locale not in self.locales:
                place = self.located[ORGANISATION].place(("locales", locale))
                message = f"the site has no words in `{locale}`"
                self.findings.append(Finding.of(UNKNOWN_LOCALE, place, message))
        return organisation

    def layers_under(self, organisation: Organisation | None) -> Layers:
        """The own folder, with the package under it where the organisation extends it.

        Where its file cannot be shaped, the word alone counts: else all that is not there would be told missing.
        """
        text = self.texts.get(self.shown(ORGANISATION), "")
        extends = organisation.extends if organisation else EXTENDS.search(text)
        packaged = Layer(self.packaged, is_packaged=True) if self.packaged and extends else None
        return Layers(self.layers.own, packaged, frozenset(organisation.without if organisation else ()))

    def shown(self, file: str) -> str:
        return self.layers.of(file).shown(file)

    def say(self, rule: Rule, file: str, message: str, way_out: str | None = None) -> None:
        self.findings.append(Finding.of(rule, Place(self.shown(file)), message, way_out))

    def text(self, file: str, layer: Layer | None = None) -> str | None:
        layer = layer or self.layers.of(file)
        self.paths[file] = layer.shown(file)
        text = read_text(layer.path(file), layer.folder, layer.shown(file))
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        self.texts[layer.shown(file)] = text
        return text

    def taken(self, read: Read[T]) -> T:
        self.findings += read.findings
        self.allowances += read.allowances
        return read.value

    def yaml(self, name: str, shape: type[S], **derived: str) -> S | None:
        return self.shaped(name, shape, self.located_in(name, self.layers.of(name)), derived)

    def merged(self, name: str, shape: type[S]) -> S | None:
        """A file that every layer may hold: all that is in them by id, and of two with one id the own."""
        own, packaged = self.layers.own, self.layers.packaged
        if packaged is None or not own.holds(name):
            return self.yaml(name, shape)
        below = self.located_in(name, packaged)
        above = self.located_in(name, own)
        return self.shaped(name, shape, merged(above, below) if above and below else None, {})

    def located_in(self, name: str, layer: Layer) -> Located | None:
        text = self.text(name, layer)
        if text is None:
            return None
        located, findings = read_yaml(text, layer.shown(name))
        self.findings += findings
        self.allowances += allowances_in_yaml(text, layer.shown(name))
        return located

    def shaped(self, name: str, shape: type[S], located: Located | None, derived: Mapping[str, str]) -> S | None:
        value = None
        if located:
            self.located[name] = located
            value, findings = shaped(shape, located, **derived)
            self.findings += findings
        if value is None:
            self.shapeless.append(name)
        return value

    def named(self, file: str, shape: type[S]) -> S | None:
        name = Path(file).stem
        return self.yaml(file, shape, id=name, file=file) if self.is_id(name, file) else None

    def is_id(self, name: str, file: str) -> bool:
        if is_id(name):
            return True
        self.say(BAD_ID, file, f"`{name[:70]}` is not an id")
        return False

    def files(self, folder: str) -> Iterator[str]:
        for name in self.layers.names(folder):
            if name.endswith(".yml"):
                yield f"{folder}/{name}"
            else:
                self.say(UNKNOWN_FILE, f"{folder}/{name}", "only files that end in `.yml` are read here")

    def folders(self, folder: str) -> Iterator[str]:
        for name in self.layers.names(folder):
            file = f"{folder}/{name}"
            if self.layers.of(file).path(file).is_dir():
                yield name
            else:
                self.say(UNKNOWN_FILE, file, "only folders stand here, one for each")

    def sheet(self, folder: str, name: str, shape: type[S]) -> S | None:
        file = f"{folder}/{name}"
        below = self.layers.packaged
        if below and below.holds(file) and not self.layers.of(file).holds(file):
            message = f"this folder takes the place of that of Houvast, and holds no `{name}`"
            way_out = f"copy all of {(below.folder / folder).as_posix()} and change that"
            kept = f"; or keep nothing but the folder `{FOR}` here" if shape is ModuleSheet else ""
            self.say(UNREADABLE, file, message, way_out + kept)
            self.shapeless.append(file)
            return None
        return self.yaml(file, shape, id=folder.rpartition("/")[2], file=file)

    def draft(self, name: str) -> DraftSheet | None:
        file = f"{DRAFTS}/{name}/{DRAFT_SHEET}"
        return self.yaml(file, DraftSheet, id=name, file=file) if self.is_id(name, f"{DRAFTS}/{name}") else None

    def below(self, file: str) -> str | None:
        """The SHA-256 of the own file that a draft lies over, or nothing where there is none."""
        path = self.courses / file
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None

    def module(self, name: str) -> Module | None:
        folder = f"modules/{name}"
        if not self.is_id(name, folder):
            return None
        lessons: dict[str, Lesson] = {}
        variants: dict[tuple[str, str], Variant] = {}
        for held in self.layers.names(folder):
            file = f"{folder}/{held}"
            if found := LESSON.match(held):
                if (text := self.text(file)) is not None:
                    lessons[found[1]] = self.taken(read_lesson(text, file, self.shown(file)))
            elif held not in {"module.yml", FOR}:
                self.say(
                    UNKNOWN_FILE, file, "a module holds `module.yml`, lessons such as `nl.md`, and the folder `for`"
                )
        for held in self.layers.names(f"{folder}/{FOR}"):
            file = f"{folder}/{FOR}/{held}"
            if not (found := VARIANT.match(held)):
                self.say(UNKNOWN_FILE, file, "files here are named for a role or cluster, such as `recruiter.nl.md`")
            elif (text := self.text(file)) is not None:
                variants[found[1], found[2]] = self.taken(read_variant(text, file, self.shown(file)))
        sheet = self.sheet(folder, "module.yml", ModuleSheet)
        return Module(sheet, lessons, variants) if sheet else None

    def picture(self, name: str) -> PictureFile | None:
        file = f"{PICTURES}/{name}"
        stem, _, ending = name.rpartition(".")
        if ending != "svg":
            self.say(UNKNOWN_FILE, file, "only files that end in `.svg` are read here")
            return None
        if not self.is_id(stem, file) or (text := self.text(file)) is None:
            return None
        read = read_picture(stem, text, self.shown(file))
        if isinstance(read, Finding):
            self.findings.append(read)
            return None
        return read

    def scenario(self, name: str) -> Scenario | None:
        folder = f"scenarios/{name}"
        if not self.is_id(name, folder):
            return None
        plots: dict[str, Plot] = {}
        for held in self.layers.names(folder):
            file = f"{folder}/{held}"
            if found := LESSON.match(held):
                if (text := self.text(file)) is not None:
                    plots[found[1]] = self.taken(read_plot(text, file, self.shown(file)))
            elif held != "scenario.yml":
                self.say(UNKNOWN_FILE, file, "a scenario holds `scenario.yml` and its text, such as `nl.md`")
        sheet = self.sheet(folder, "scenario.yml", ScenarioSheet)
        return Scenario(sheet, plots) if sheet else None

    def handout(self, name: str) -> Handout | None:
        folder = f"handouts/{name}"
        if not self.is_id(name, folder):
            return None
        texts: dict[str, HandoutText] = {}
        for held in self.layers.names(folder):
            file = f"{folder}/{held}"
            if found := LESSON.match(held):
                if (text := self.text(file)) is not None:
                    texts[found[1]] = self.taken(read_handout(text, file, self.shown(file)))
            elif held != "handout.yml":
                self.say(UNKNOWN_FILE, file, "a handout holds `handout.yml` and its text, such as `nl.md`")
        sheet = self.sheet(folder, "handout.yml", HandoutSheet)
        return Handout(sheet, texts) if sheet else None

    def experiments(self) -> dict[str, Experiment]:
        texts: dict[str, dict[str, ExperimentText]] = {}
        for held in self.layers.names(EXPERIMENTS):
            file = f"{EXPERIMENTS}/{held}"
            if not (found := VARIANT.match(held)):
                self.say(UNKNOWN_FILE, file, "an experiment is one file, named such as `short-notes.nl.md`")
            elif self.is_id(found[1], file) and (text := self.text(file)) is not None:
                read = read_experiment(text, file, self.shown(file))
                texts.setdefault(found[1], {})[found[2]] = self.taken(read)
        return {name: Experiment(name, held) for name, held in texts.items()}
