"""Which part of a lesson somebody sees: slots filled, depth and audience chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from houvast.model import Content, Depth, DepthPart, Hat, Module, OnlyPart, Question, Role, Slot
from houvast.model.markup import Block, Heading
from houvast.plan.path import Part

Shown = Block | Question


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads: the names of a role or hat, most particular first, `everyone` last, and the depth they see."""

    names: tuple[str, ...]
    depth: Depth

    @classmethod
    def of(cls, role: Role | Hat, depth: Depth) -> "Audience":
        """The audience of a role or hat at a depth."""
        return cls(role.names, depth)


WITHOUT_ROLE = Audience((), Depth.FULL)
"""Who reads the library."""


def personal(module: Module, locale: str, audience: Audience) -> tuple[Shown, ...]:
    """What this audience sees of a module in a locale, in order."""
    return tuple(_shown(module.lessons[locale].content, audience, lambda slot: _fill(slot, module, locale, audience)))


def as_written(content: tuple[Content, ...], audience: Audience) -> tuple[Shown, ...]:
    """What this audience sees of content that no role has text of its own for."""
    return tuple(_shown(content, audience, lambda slot: slot.content))


def _shown(
    content: tuple[Content, ...], audience: Audience, filled: Callable[[Slot], tuple[Content, ...]]
) -> Iterator[Shown]:
    for piece in content:
        match piece:
            case DepthPart(depth, held):
                if depth <= audience.depth:
                    yield from _shown(held, audience, filled)
            case OnlyPart(names, held):
                if set(names) & set(audience.names):
                    yield from _shown(held, audience, filled)
            case Slot():
                yield from _shown(filled(piece), audience, filled)
            case _:
                yield piece


def _fill(slot: Slot, module: Module, locale: str, audience: Audience) -> tuple[Content, ...]:
    for reader in audience.names:
        variant = module.variants.get((reader, locale))
        if variant and (own := variant.slot(slot.name)):
            return own.content
    return slot.content


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
