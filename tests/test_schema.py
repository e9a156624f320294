"""The schemas say of every file what our reader says: they take all that is good, and refuse what is not."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from typer.testing import CliRunner

from houvast.cli import app
from houvast.init import files_for
from houvast.schema import FOLDER, SCHEMAS, SETTINGS, modeline, schema_files, settings
from houvast.schema.files import DERIVED
from houvast.source.yaml import read_yaml
from tests.conftest import ROOT, SMALL

TEMPLATE = ROOT / "generator/houvast/init/template"
VALIDATORS = {name: Draft7Validator(json.loads(schema_files()[f"{FOLDER}/{name}.json"])) for name in SCHEMAS}


def as_json(text: str) -> object:
    """What an editor makes of YAML: as our reader, but every key is a text."""
    located, findings = read_yaml(text, "file")
    assert located
    assert not findings
    return json.loads(json.dumps(located.value))


def wrong_by_schema(name: str, value: object) -> list[str]:
    return [f"{list(error.path)}: {error.message}" for error in VALIDATORS[name].iter_errors(value)]


def as_read(value: object) -> object:
    """What our reader makes of it: a key may be a number."""
    if isinstance(value, dict):
        return {int(key) if key.isdigit() else key: as_read(held) for key, held in value.items()}
    return [as_read(held) for held in value] if isinstance(value, list) else value


def is_wrong_by_model(name: str, written: object) -> bool:
    shape = SCHEMAS[name].shape
    value = as_read(written)
    assert isinstance(value, dict)
    derived = {"id": "an-id", "file": "a-file"} if shape.model_fields.keys() >= DERIVED else {}
    try:
        shape.model_validate({**value, **derived})
    except ValidationError:
        return True
    return False


def written_files() -> Iterator[tuple[str, Path]]:
    for name, held in SCHEMAS.items():
        for courses in (ROOT / "courses", SMALL, TEMPLATE):
            yield from ((name, path) for path in sorted(courses.glob(held.files)))


@pytest.mark.parametrize(("name", "path"), [(n, p) for n, p in written_files()], ids=lambda held: Path(held).name)
def test_every_file_that_is_good_is_taken(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path == TEMPLATE / "organisation.yml":
        text = files_for("Zeven Bomen", ())["organisation.yml"]
    assert wrong_by_schema(name, as_json(text)) == []


def test_every_yaml_file_has_a_schema() -> None:
    for courses in (ROOT / "courses", SMALL, TEMPLATE):
        assert set(courses.rglob("*.yml")) == {path for _, path in written_files() if path.is_relative_to(courses)}


def put(*keys: str | int, value: object) -> Callable[[object], None]:
    """Put a value at a path of keys."""

    def putting(held: object) -> None:
        for key in keys[:-1]:
            assert isinstance(held, dict | list)
            held = held[key]  # type: ignore[index]
        assert isinstance(held, dict | list)
        held[keys[-1]] = value  # type: ignore[index]

    return putting


def drop(key: str) -> Callable[[object], None]:
    def dropping(held: object) -> None:
        assert isinstance(held, dict)
        del held[key]

    return dropping


TEXT = {"nl": "Tekst", "en": "Text"}
BROKEN: dict[str, tuple[str, Callable[[object], None]]] = {
    "an unknown key": ("role", put("titel", value=TEXT)),
    "an unknown key deep down": ("role", put("tasks", 0, "chek", value=TEXT)),
    "a missing key": ("role", drop("cluster")),
    "a text without languages": ("role", put("title", value="Bediende")),
    "a text in no language": ("role", put("title", value={})),
    "a language that is none": ("role", put("title", value={"Dutch": "Bediende"})),
    "an empty text": ("role", put("title", value={"nl": ""})),
    "a text of spaces": ("role", put("title", value={"nl": "  "})),
    "an id with capitals": ("role", put("cluster", value="Office")),
    "an id with a space": ("role", put("builds_on", value=["team lead"])),
    "an id that is too long": ("role", put("pace", value="a" * 65)),
    "a class of data that is none": ("role", put("tasks", 0, "data", value="secret")),
    "a level that is none": ("role", put("targets", value={"judge": 5})),
    "a competency that is no id": ("role", put("targets", value={"Judge!": 1})),
    "a list that is none": ("role", put("tasks", value={"id": "letter"})),
    "a depth that is none": ("pace", put("depth", value="deep")),
    "minutes in words": ("pace", put("minutes_per_session", value="a quarter")),
    "too many minutes": ("pace", put("minutes_per_session", value=121)),
    "half a session": ("pace", put("sessions_per_week", value=1.5)),
    "a review on day 0": ("pace", put("reviews", value=[0])),
    "a week without a title": ("hat", put("weeks", value=[{"do": TEXT}])),
    "a target without a level": ("module", put("teaches", value=["judge"])),
    "a target at level 5": ("module", put("teaches", value=["judge 5"])),
    "minutes at one depth": ("module", put("minutes", value={"full": 5})),
    "minutes as a number": ("module", put("minutes", value=5)),
    "a day in words": ("module", put("review_by", value="next year")),
    "a day that is none": ("module", put("review_by", value="2027-13-01")),
    "a day the other way round": ("module", put("review_by", value="01-02-2027")),
    "a status that is none": ("module", put("status", value="ready")),
    "yes for true": ("module", put("gate", value="ja")),
    "an address that is none": ("module", put("sources", value=[{"title": TEXT, "url": "javascript:alert(1)"}])),
    "a scenario for nobody known": ("scenario", put("audiences", value="everyone")),
    "a scenario without minutes": ("scenario", drop("minutes")),
    "a start before there were plans": ("organisation", put("start", value="1999-01-01")),
    "a milestone that is none": ("organisation", put("by", value={"end": "2027-01-01"})),
    "no languages": ("organisation", put("locales", value={})),
    "a language that is there for nothing": ("organisation", put("locales", value={"nl": "some"})),
    "another base": ("organisation", put("extends", value="other")),
    "published to friends": ("organisation", put("published", value="friends")),
    "a contact without a way": ("organisation", put("contacts", value={"ai": {"name": TEXT}})),
    "a level that has no name": ("competencies", put("levels", value={"5": TEXT})),
    "a cluster with level 0": ("competencies", put("clusters", value={"x": {"title": TEXT, "targets": {"judge": 0}}})),
    "a certainty that is none": ("facts", put("facts", value={"x": {"certainty": "D"}})),
    "facts as a list": ("facts", put("facts", value=[])),
    "a term without a meaning": ("glossary", put("terms", value=[{"id": "x", "term": TEXT}])),
    "an answer that is none": ("may-i", put("rules", 0, "answer", value="maybe")),
    "a use without an example": ("may-i", put("uses", value=[{"id": "x", "title": TEXT, "risk": "other"}])),
    "a condition that is none": ("may-i", put("rules", 0, "when", value={"who": ["me"]})),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_our_reader_refuses_the_schema_refuses(broken: str) -> None:
    name, breaking = BROKEN[broken]
    good = as_json(next(iter(sorted(SMALL.glob(SCHEMAS[name].files)))).read_text(encoding="utf-8"))
    assert not is_wrong_by_model(name, good)
    bad = copy.deepcopy(good)
    breaking(bad)
    assert is_wrong_by_model(name, bad)
    assert wrong_by_schema(name, bad)


def test_a_file_that_lies_over_that_of_houvast_may_hold_a_part() -> None:
    cluster = {"title": TEXT, "targets": {"judge": 1}}
    assert not wrong_by_schema("competencies", {"clusters": {"office": cluster}})
    assert not wrong_by_schema("may-i", {})


def test_every_key_says_what_it_is_for() -> None:
    for name, validator in VALIDATORS.items():
        schema = validator.schema
        Draft7Validator.check_schema(schema)
        for shape in (schema, *schema["$defs"].values()):
            assert shape["additionalProperties"] is False, name
            silent = [key for key, held in shape.get("properties", {}).items() if not held.get("description")]
            assert not silent, f"{name}: {silent}"


def test_the_schemas_of_this_repository_are_those_of_the_models(request: pytest.FixtureRequest) -> None:
    wanted = {f"courses/{name}": text for name, text in schema_files().items()} | {SETTINGS: settings("courses/")}
    if request.config.getoption("--write-golden"):
        for name, text in wanted.items():
            (ROOT / name).parent.mkdir(exist_ok=True)
            (ROOT / name).write_text(text, encoding="utf-8")
    held = {path.name for path in (ROOT / "courses" / FOLDER).iterdir()}
    assert held == {f"{name}.json" for name in SCHEMAS}
    for name, text in wanted.items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name}: run houvast schema"


def test_an_editor_finds_the_schema_of_every_file(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["init", str(tmp_path / "own")]).exit_code == 0
    own = tmp_path / "own"
    for folder in (own, ROOT):
        for schema, files in json.loads((folder / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"].items():
            assert (folder / schema).is_file()
            assert SCHEMAS[Path(schema).stem].files == files.removeprefix("courses/")
    for path in own.rglob("*.yml"):
        head, _, schema = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")
        assert head == "# yaml-language-server: "
        assert (path.parent / schema).is_file()
        assert path in set(own.glob(SCHEMAS[Path(schema).stem].files))
    for name, held in SCHEMAS.items():
        file = own / held.files.replace("*", "x")
        schema = modeline(name).partition("$schema=")[2].strip()
        assert (file.parent / schema).resolve() == (own / FOLDER / f"{name}.json").resolve()


def test_schemas_are_written_anew_and_nothing_else_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    for _ in range(2):
        assert CliRunner().invoke(app, ["schema", str(folder)]).exit_code == 0
    assert {path.name for path in folder.iterdir()} == {f"{name}.json" for name in SCHEMAS}
    (folder / "role.json").write_text("{}")
    (folder / "hat.json").write_text("{}")
    result = CliRunner().invoke(app, ["schema", str(folder)])
    assert (result.exit_code, "was not made by Houvast" in result.output) == (2, True)
    assert (folder / "role.json").read_text() == "{}"
