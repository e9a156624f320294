"""The JSON Schema of every YAML file of a course, and which files it is for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from houvast.model import (
    CompetencyFile,
    FactFile,
    GlossaryFile,
    HandoutSheet,
    Hat,
    MayI,
    ModuleSheet,
    Organisation,
    Pace,
    Role,
    ScenarioSheet,
    Shape,
)
from houvast.schema.generate import AuthorSchema

FOLDER = ".schemas"
"""Where they stand in a folder with courses. What begins with a dot is no course, so nothing reads it."""

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that every editor knows."""

MADE = "Made by `houvast schema` from the models of Houvast: change those, not this."
DERIVED = frozenset({"id", "file"})
"""Keys that the path of a file gives, where a shape has both."""


@dataclass(frozen=True, slots=True)
class For:
    """The shape of a file, and the files that have it. A merged file lies over that of Houvast, and may hold a part."""

    shape: type[Shape]
    files: str
    is_merged: bool = False


SCHEMAS: Mapping[str, For] = {
    "organisation": For(Organisation, "organisation.yml"),
    "competencies": For(CompetencyFile, "competencies.yml", is_merged=True),
    "facts": For(FactFile, "facts.yml", is_merged=True),
    "glossary": For(GlossaryFile, "glossary.yml", is_merged=True),
    "may-i": For(MayI, "may-i.yml", is_merged=True),
    "role": For(Role, "roles/*.yml"),
    "hat": For(Hat, "hats/*.yml"),
    "pace": For(Pace, "paces/*.yml"),
    "module": For(ModuleSheet, "modules/*/module.yml"),
    "scenario": For(ScenarioSheet, "scenarios/*/scenario.yml"),
    "handout": For(HandoutSheet, "handouts/*/handout.yml"),
}


def schema_files() -> Mapping[str, str]:
    """The text of every schema by its path in a folder with courses."""
    return {f"{FOLDER}/{name}.json": _schema(held) for name, held in SCHEMAS.items()}


def _schema(held: For) -> str:
    made = held.shape.model_json_schema(schema_generator=AuthorSchema)
    if made["properties"].keys() >= DERIVED:
        made["properties"] = {key: value for key, value in made["properties"].items() if key not in DERIVED}
        made["required"] = [key for key in made["required"] if key not in DERIVED]
    if held.is_merged:
        made.pop("required", None)
        for value in made["properties"].values():
            value.pop("minItems", None)
            value.pop("minProperties", None)
    head = {"$schema": DIALECT, "$comment": MADE, "title": held.files}
    return json.dumps({**head, **made, "title": held.files}, ensure_ascii=False, indent=1) + "\n"
