"""Every text for learners in what was read of a YAML file, with the keys that lead to it."""

from collections.abc import Iterator

from pydantic import BaseModel

from houvast.model import LocalText

Keys = tuple[str | int, ...]


def local_texts(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, LocalText]]:
    """Each text in a shape, a mapping or a tuple; `keys` are those that led to the value itself."""
    if isinstance(value, LocalText):
        yield keys, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from local_texts(getattr(value, name), (*keys, field.alias or name))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from local_texts(held, (*keys, key))
    elif isinstance(value, tuple):
        for index, held in enumerate(value):
            yield from local_texts(held, (*keys, index))
