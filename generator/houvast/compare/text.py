"""Compare prose: which words are more and fewer, whatever the commas."""

from collections import Counter
from collections.abc import Iterator

from houvast.compare.change import TextChange
from houvast.model import Content, DepthPart, Module, OnlyPart, Plot, Question, Scenario, Slot, Unit
from houvast.model.digest import folded
from houvast.model.markup import Block, Link, Paragraph, Placeholder, UnitAddress, pieces_of, plain_text, texts_of

Prose = tuple[tuple[str, ...], ...]
"""What is said, in order: of each text for whom it is, its folded words, and where its links lead."""

NOTHING: Prose = ()


def proses(unit: Unit, locale: str) -> dict[str | None, Prose]:
    """The prose of a unit in a locale: under None what everybody reads, else by the audience of the text.

    Questions in it are left out: they are compared as questions.
    """
    if isinstance(unit, Scenario):
        return {None: tuple(_plot(unit.plots[locale]))} if locale in unit.plots else {}
    return _module(unit, locale)


def _module(module: Module, locale: str) -> dict[str | None, Prose]:
    found: dict[str | None, Prose] = {}
    if lesson := module.lessons.get(locale):
        found[None] = tuple(_prose((Paragraph(lesson.title), *lesson.content), ()))
    for (audience, held_in), variant in sorted(module.variants.items()):
        if held_in == locale:
            found[audience] = tuple(_prose(variant.slots, ()))
    return found


def _plot(plot: Plot) -> Iterator[tuple[str, ...]]:
    yield ("", folded(plain_text(plot.title)))
    for node in plot.nodes:
        yield (node.id, folded(plain_text(node.title)))
        yield from _prose(node.content, (node.id,))
        for choice in node.choices:
            yield (node.id, folded(plain_text(choice.pieces)), choice.target)


def _prose(content: tuple[Content, ...], seen_by: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for piece in content:
        match piece:
            case Question():
                pass
            case DepthPart(depth, held):
                yield from _prose(held, (*seen_by, depth.written))
            case OnlyPart(audiences, held):
                yield from _prose(held, (*seen_by, " ".join(audiences)))
            case Slot(name, held):
                yield from _prose(held, (*seen_by, f"slot {name}"))
            case _:
                yield (" ".join(seen_by), folded(" ".join(texts_of(piece))), *references(piece))


def references(block: Block) -> Iterator[str]:
    """What a block names without saying it: addresses of links, and placeholders."""
    for piece in pieces_of(block):
        match piece:
            case Placeholder(name):
                yield name
            case Link(Placeholder(name)):
                yield name
            case Link(UnitAddress(unit, heading)):
                yield f"{unit}#{heading}"
            case Link(str(address)):
                yield address


def compare_prose(audience: str | None, before: Prose, after: Prose) -> TextChange | None:
    """How a text changed, or None where it did not."""
    if before == after:
        return None
    old, new = _words(before), _words(after)
    return TextChange(audience, (new - old).total(), (old - new).total())


def _words(prose: Prose) -> Counter[str]:
    return Counter(word for _, said, *_ in prose for word in said.split())
