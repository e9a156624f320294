"""Every shape that is sent is one that strict endpoints take."""

from collections.abc import Iterator
from typing import Annotated, Literal

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model

from houvast.draft.call.schema import DEEPEST, NotStrict, strict_schema
from houvast.draft.wire import WIRES
from tests.draft.calling import Small
from tests.draft.fitting import fitting

REFUSED = {"oneOf", "allOf", "default", "title", "prefixItems", "minLength", "maxLength", "discriminator", "const"}
BOUNDS = {"pattern", "format", "minimum", "maximum", "minItems", "maxItems"}


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


def schemas_in(value: object, *, are_names: bool = False) -> Iterator[dict[str, object]]:
    """Every schema in a schema; what stands right under `properties` are names of fields."""
    if isinstance(value, list):
        for one in value:
            yield from schemas_in(one)
    if isinstance(value, dict):
        if not are_names:
            yield value
        for name, held in value.items():
            yield from schemas_in(held, are_names=not are_names and name in {"properties", "$defs"})


@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.__name__)
@pytest.mark.parametrize("keeps_bounds", [True, False])
def test_what_is_sent_is_strict(wire: type[BaseModel], keeps_bounds: bool) -> None:
    schema = strict_schema(wire, keeps_bounds=keeps_bounds)
    Draft202012Validator.check_schema(schema)
    for held in schemas_in(schema):
        assert not held.keys() & REFUSED, held
        assert keeps_bounds or not held.keys() & BOUNDS, held
        assert "$ref" not in held or held.keys() == {"$ref"}, held
        if held.get("type") == "object":
            assert held["additionalProperties"] is False, held
            assert held["required"] == list(held["properties"]), held  # type: ignore[call-overload]


@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.__name__)
def test_what_the_schema_takes_is_what_the_shape_takes(wire: type[BaseModel]) -> None:
    schema = strict_schema(wire)
    assert wire.model_validate(fitting(schema))


def test_a_field_is_narrowed_wherever_it_stands() -> None:
    class Outer(Shape):
        source: str
        held: list[Small]

    schema = strict_schema(Outer, {"source": ("a", "b")})
    narrowed = {"type": "string", "enum": ["a", "b"]}
    assert schema["properties"]["source"] == narrowed  # type: ignore[index]
    assert schema["$defs"]["Small"]["properties"]["source"] == narrowed  # type: ignore[index]
    assert schema["$defs"]["Small"]["properties"]["text"] == {"type": "string"}  # type: ignore[index]


def test_a_field_called_title_stays() -> None:
    class Titled(Shape):
        title: str

    assert strict_schema(Titled)["properties"] == {"title": {"type": "string"}}


def test_a_length_is_sent_where_it_is_asked_for_and_other_bounds_where_they_are_taken() -> None:
    class Bounded(Shape):
        text: Annotated[str, Field(min_length=1, max_length=90, pattern="^[a-z]+$")]
        many: Annotated[list[str], Field(min_length=2)]

    kept = strict_schema(Bounded)["properties"]
    assert kept == {
        "text": {"type": "string", "pattern": "^[a-z]+$"},
        "many": {"type": "array", "items": {"type": "string"}, "minItems": 2},
    }
    assert strict_schema(Bounded, keeps_bounds=False)["properties"] == {
        "text": {"type": "string"},
        "many": {"type": "array", "items": {"type": "string"}},
    }
    bounded = strict_schema(Bounded, keeps_lengths=True)["properties"]
    assert bounded["text"] == {"type": "string", "pattern": "^[a-z]+$", "maxLength": 90}  # type: ignore[index]


class Again(Shape):
    more: list["Again"]


class Tree(Shape):
    root: Again


class Cat(Shape):
    kind: Literal["cat"]


class Dog(Shape):
    kind: Literal["dog"]


class WithDefault(Shape):
    n: int = 3


class WithKeys(Shape):
    held: dict[str, str]


class WithTuple(Shape):
    pair: tuple[int, str]


class Tagged(Shape):
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]


class Open(BaseModel):
    text: str


class Anything(Shape):
    text: object


class Either(RootModel[Cat | Dog]):
    pass


@pytest.mark.parametrize(
    ("wire", "why"),
    [
        (Tree, r"Tree\.root\.more\[\]: it holds itself"),
        (WithDefault, "`n` has a default"),
        (WithKeys, r"WithKeys\.held: it has free keys"),
        (WithTuple, r"WithTuple\.pair: it has a tuple"),
        (Tagged, r"Tagged\.pet: it chooses between shapes by a tag"),
        (Open, "Open: it is open"),
        (Anything, r"Anything\.text: it may be anything"),
        (Either, "its root is no object"),
    ],
)
def test_what_strict_endpoints_refuse_is_refused(wire: type[BaseModel], why: str) -> None:
    with pytest.raises(NotStrict, match=why):
        strict_schema(wire)


def test_a_plain_union_is_taken() -> None:
    class Pet(Shape):
        pet: Cat | Dog | None

    ways = [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}, {"type": "null"}]
    schema = strict_schema(Pet)
    assert schema["properties"] == {"pet": {"anyOf": ways}}
    assert schema["$defs"]["Cat"]["properties"] == {"kind": {"type": "string", "enum": ["cat"]}}  # type: ignore[index]


def test_a_shape_is_not_too_deep() -> None:
    class Level(Shape):
        text: str

    inner: type[BaseModel] = Level
    for _ in range(DEEPEST - 1):
        inner = create_model("Outer", __base__=Shape, held=(inner, ...))
    assert strict_schema(inner)
    with pytest.raises(NotStrict, match=f"it goes deeper than {DEEPEST} levels"):
        strict_schema(create_model("Outermost", __base__=Shape, held=(inner, ...)))
