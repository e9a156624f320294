"""Give a value read from YAML its shape, and say in an author's words where it does not fit."""

import re
import typing
from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from houvast.diagnostics import Finding, Place, did_you_mean
from houvast.model import Shape
from houvast.source.rules import MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from houvast.source.yaml import Located, Value

S = TypeVar("S", bound=Shape)


def shaped(shape: type[S], located: Located, **derived: str) -> tuple[S | None, list[Finding]]:
    """The value as this shape, with fields `derived` from its path, or what is wrong with it."""
    value = located.value
    if not isinstance(value, dict):
        return None, [Finding.of(WRONG_VALUE, located.place(()), "this file holds keys with values, `key: value`")]
    findings = [_finding(UNKNOWN_KEY_ERROR | {"loc": (key,)}, shape, located) for key in derived if key in value]
    data: dict[str | int, Value] = dict(value)
    data.update(derived)
    try:
        return shape.model_validate(data), findings
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return None, findings + [_finding(error, shape, located) for error in errors]


UNKNOWN_KEY_ERROR: ErrorDetails = {"type": "extra_forbidden", "loc": (), "msg": "", "input": None}


def _finding(error: ErrorDetails, shape: type[BaseModel], located: Located) -> Finding:
    path = tuple(part for part in error["loc"] if part != "[key]")
    place = located.place(path)
    name = ".".join(str(part) for part in path)
    match error["type"]:
        case "extra_forbidden":
            return unknown_key(place, str(path[-1]), _keys_at(shape, path[:-1]))
        case "missing":
            return Finding.of(MISSING_KEY, located.place(path[:-1]), f"the key `{name}` is missing")
        case kind if kind in WANTED:
            return Finding.of(WRONG_VALUE, place, f"`{name}`: this is no {WANTED[kind][0]}", WANTED[kind][1])
        case _:
            message = error["msg"].removeprefix("Value error, ")
            if not path:
                return Finding.of(WRONG_VALUE, _place_named(message, located), message)
            return Finding.of(WRONG_VALUE, place, f"`{name}`: {message[:1].lower()}{message[1:]}")


def _place_named(message: str, located: Located) -> Place:
    """Where the first key stands that a message about several names in backticks."""
    names = (found.split(":")[0] for found in re.findall(r"`([^`]+)`", message))
    held = located.value if isinstance(located.value, dict) else {}
    return located.place(next(((name,) for name in names if name in held), ()))


KEYS, LIST, DAY = (
    ("group of keys", "write keys and values, such as `{nl: …, en: …}`"),
    ("list", "write a list, such as `[judge 1, judge 2]`"),
    ("day", "write a day as 2027-06-30, year first"),
)
WANTED: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type", "mapping_type"), KEYS),
    **dict.fromkeys(("tuple_type", "list_type"), LIST),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), DAY),
    "int_type": ("whole number", "write a whole number, without quotes"),
    "int_parsing": ("whole number", "write a whole number, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "bool_parsing": ("true or false", "write true or false, without quotes"),
    "string_type": ("text", "write a text, between quotes if it has a colon"),
}
"""What a value was to be, and how to write it, by what Pydantic calls the mistake."""


def unknown_key(place: Place, key: str, known: list[str]) -> Finding:
    """The finding for a key nobody knows, with the nearest known one if there is one."""
    hint = did_you_mean(key, known)
    known_keys = f"the known keys are: {', '.join(known)}" if known else None
    return Finding.of(UNKNOWN_KEY, place, f"unknown key `{key}`{hint}", known_keys)


def _keys_at(shape: object, path: tuple[str | int, ...]) -> list[str]:
    """The keys that the shape takes at a path; empty where it takes no fixed keys."""
    for part in path:
        shape = _inside(shape, part)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        derived = {"id", "file"} if "file" in shape.model_fields else set()
        fields = shape.model_fields.items()
        return sorted(field.alias or name for name, field in fields if name not in derived | {"root"})
    return []


def _inside(shape: object, part: str | int) -> object:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            if part in {name, field.alias}:
                return _bare(field.annotation)
        return None
    arguments = typing.get_args(shape)
    if not arguments:
        return None
    is_mapping = isinstance(origin := typing.get_origin(shape), type) and issubclass(origin, Mapping)
    return _bare(arguments[1] if is_mapping else arguments[0])


def _bare(annotation: object) -> object:
    """An annotation without `Annotated` and without `| None`."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    arguments = typing.get_args(annotation)
    if type(None) in arguments:
        return _bare(next(argument for argument in arguments if argument is not type(None)))
    return annotation
