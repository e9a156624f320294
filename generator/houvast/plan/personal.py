"""Which part of a lesson somebody sees: slots filled, depth and audience chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from houvast.model import EVERYONE, Content, Depth, DepthPart, Module, OnlyPart, Question, Role, Slot
from houvast.model.markup import Block, Heading
from houvast.plan.path import Part

Shown = Block | Question


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads: the names of a role, its cluster and `everyone`, most particular first, and the depth of their pace.

    The library is read by somebody without a role: no names.
    """

    names: tuple[str, ...]
    depth: Depth

    @classmethod
    def of(cls, role: Role, depth: Depth) -> "Audience":
        """The audience of a role at a depth."""
        return cls((role.id, role.cluster, EVERYONE), depth)


def personal(module: Module, locale: str, audience: Audience) -> tuple[Shown, ...]:
    """What this audience sees of a module in a locale, in order."""
    return tuple(_shown(module.lessons[locale].content, module, locale, audience))


def _shown(content: tuple[Content, ...], module: Module, locale: str, audience: Audience) -> Iterator[Shown]:
    for piece in content:
        match piece:
            case DepthPart(depth, held):
                if depth <= audience.depth:
                    yield from _shown(held, module, locale, audience)
            case OnlyPart(names, held):
                if set(names) & set(audience.names):
                    yield from _shown(held, module, locale, audience)
            case Slot(name, default):
                yield from _shown(_fill(name, default, module, locale, audience), module, locale, audience)
            case _:
                yield piece


def _fill(
    name: str, default: tuple[Content, ...], module: Module, locale: str, audience: Audience
) -> tuple[Content, ...]:
    for reader in audience.names:
        variant = module.variants.get((reader, locale))
        if variant and (slot := variant.slot(name)):
            return slot.content
    return default


def start_of_parts(shown: tuple[Shown, ...], parts: tuple[Part, ...]) -> dict[int, Part]:
    """At which index of what is shown each part but the first begins."""
    wanted = {part.start: part for part in parts if part.number > 1}
    starts: dict[int, Part] = {}
    section = 0
    for index, piece in enumerate(shown):
        section += is_section(piece)
        start = section if is_section(piece) else piece.id if isinstance(piece, Question) else None
        if start in wanted:
            starts[index] = wanted.pop(start)
    return starts


def is_section(piece: Shown) -> bool:
    """Whether a section of the lesson begins here."""
    return isinstance(piece, Heading) and piece.level == 2
