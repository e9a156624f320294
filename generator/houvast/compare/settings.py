"""Compare what stands in YAML: any two values of one shape, leaf by leaf."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houvast.compare.change import Setting
from houvast.model import LocalText, Shape, Target
from houvast.model.digest import folded

Leaf = Mapping[str, str]
"""A value by locale; under the empty string what is the same in every locale."""

DERIVED = frozenset({"id", "file"})
"""Fields that a file's name gives."""


@dataclass(frozen=True, slots=True)
class Locales:
    """The source locale before and after."""

    before: str
    after: str

    @property
    def both(self) -> frozenset[str]:
        """The source locale, or the two of them."""
        return frozenset({self.before, self.after})


def compare_settings(before: object, after: object, source: Locales) -> tuple[tuple[Setting, ...], frozenset[str]]:
    """The settings that differ, and the other locales in which a text does. A changed comma in a text is no change."""
    old, new = dict(leaves(before)), dict(leaves(after))
    settings: list[Setting] = []
    touched: set[str] = set()
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name, {}), new.get(name, {})
        if setting := _setting(name, was, now, source):
            settings.append(setting)
        others = {*was, *now} - source.both - {""}
        touched |= {locale for locale in others if folded(was.get(locale, "")) != folded(now.get(locale, ""))}
    return tuple(settings), frozenset(touched)


def _setting(name: str, was: Leaf, now: Leaf, source: Locales) -> Setting | None:
    is_text = bool({*was, *now} - {""})
    text_before, text_after = was.get(source.before), now.get(source.after)
    if was.get("") == now.get("") and folded(text_before or "") == folded(text_after or ""):
        return None
    if is_text:
        return Setting(name, text_before, text_after, is_text)
    return Setting(name, was.get(""), now.get(""))


def leaves(value: object, names: tuple[str, ...] = ()) -> Iterator[tuple[str, Leaf]]:
    """Every simple value in a shape, by its keys: `minutes full`, `targets judge`, `title`."""
    match value:
        case None:
            return
        case LocalText():
            yield " ".join(names), value.root
        case Target():
            yield " ".join(names), {"": str(value)}
        case Shape():
            for name, field in type(value).model_fields.items():
                if name not in DERIVED:
                    key = (field.alias or name).replace("_", " ")
                    yield from leaves(getattr(value, name), (*names, key))
        case Mapping():
            yield from _leaves_of_mapping(value, names)
        case tuple():
            yield from _leaves_of_list(value, names)
        case bool():
            yield " ".join(names), {"": "yes" if value else "no"}
        case _:
            yield " ".join(names), {"": str(value)}


def _leaves_of_mapping(value: Mapping[object, object], names: tuple[str, ...]) -> Iterator[tuple[str, Leaf]]:
    if value and all(isinstance(held, tuple) for held in value.values()):
        # Lists by locale, such as `also_called`.
        yield " ".join(names), {str(locale): _joined(held).get("", "") for locale, held in value.items()}
        return
    for key in sorted(value, key=str):
        yield from leaves(value[key], (*names, str(key)))


def _leaves_of_list(value: tuple[object, ...], names: tuple[str, ...]) -> Iterator[tuple[str, Leaf]]:
    ids = [getattr(held, "id", None) for held in value]
    if value and all(isinstance(name, str) for name in ids):
        for name, held in zip(ids, value, strict=True):
            yield from leaves(held, (*names, str(name)))
    elif value:
        yield " ".join(names), _joined(value)


def _joined(value: object) -> Leaf:
    """A list without ids as one leaf: a thing put before the others changes the list, not every thing in it."""
    said: dict[str, list[str]] = {}
    for held in value if isinstance(value, tuple) else ():
        for _, leaf in leaves(held):
            for locale, text in leaf.items():
                said.setdefault(locale, []).append(text)
    return {locale: ", ".join(texts) for locale, texts in said.items()}
