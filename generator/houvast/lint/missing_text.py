"""Every text for learners is there in every locale of the organisation."""

from collections.abc import Iterator

from pydantic import BaseModel

from houvast.diagnostics import Finding, Rule
from houvast.model import LocalText
from houvast.source import Checked

RULE = Rule(
    "L101",
    "missing-text",
    why="A text that is not there in a language leaves a hole on the page; languages are never mixed.",
    bad="title: {nl: Recruiter}",
    good="title: {nl: Recruiter, en: Recruiter}",
    way_out="add the text for this locale",
)

Keys = tuple[str | int, ...]


def check(checked: Checked) -> Iterator[Finding]:
    """Look at every text of every YAML file."""
    catalogue = checked.catalogue
    shapes: list[tuple[str, Keys, object]] = [
        ("organisation.yml", (), catalogue.organisation),
        ("competencies.yml", (), catalogue.competencies),
        ("facts.yml", ("facts",), dict(catalogue.facts)),
        ("glossary.yml", ("terms",), catalogue.terms),
    ]
    shapes += [(role.file, (), role) for role in catalogue.roles.values()]
    shapes += [(pace.file, (), pace) for pace in catalogue.paces.values()]
    shapes += [(module.sheet.file, (), module.sheet) for module in catalogue.modules.values()]
    shapes += [(scenario.sheet.file, (), scenario.sheet) for scenario in catalogue.scenarios.values()]
    for file, keys, shape in shapes:
        for path, text in _texts(shape, keys):
            for locale in catalogue.locales:
                if locale not in text.locales:
                    name = ".".join(str(key) for key in path)
                    yield Finding.of(RULE, checked.place(file, *path), f"`{name}` has no text in `{locale}`")


def _texts(value: object, keys: Keys) -> Iterator[tuple[Keys, LocalText]]:
    if isinstance(value, LocalText):
        yield keys, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*keys, field.alias or name))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _texts(held, (*keys, key))
    elif isinstance(value, tuple):
        for index, held in enumerate(value):
            yield from _texts(held, (*keys, index))
