"""A link to a lesson or to a heading leads to one that is there."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, did_you_mean
from houvast.model import Content, Module, PlainText, Scenario, Unit, blocks_in, github_slug, walk
from houvast.model.markup import Block, Heading, Link, UnitAddress, pieces_of, plain_text
from houvast.source import Checked
from houvast.source.rules import BROKEN_LINK

RULE: Rule = BROKEN_LINK


def check(checked: Checked) -> Iterator[Finding]:
    """Look up the unit and the heading of every link inside the site."""
    catalogue = checked.catalogue
    for unit in catalogue.units.values():
        for locale, file, block in _placed_blocks(unit):
            yield from _broken(checked, unit, locale, file, block)
    for locale, text in catalogue.plain_texts():
        for block in text.blocks:
            yield from _broken(checked, text, locale, text.file, block)


def _broken(checked: Checked, own: Unit | PlainText, locale: str, file: str, block: Block) -> Iterator[Finding]:
    for link in pieces_of(block):
        if isinstance(link, Link) and (message := _fault(checked, own, locale, link)):
            name = link.address.unit if isinstance(link.address, UnitAddress) else ""
            yield Finding.of(RULE, checked.line(file, link.line), message, about=name)


def _placed_blocks(unit: Unit) -> Iterator[tuple[str, str, Block]]:
    """Every block of a unit with its locale and file; not the choices of a scenario, which are read as such."""
    if isinstance(unit, Module):
        for lesson_locale, lesson in unit.lessons.items():
            yield from ((lesson_locale, lesson.file, block) for block in blocks_in((*lesson.content, *lesson.bank)))
        for (_, locale), variant in unit.variants.items():
            yield from ((locale, variant.file, block) for block in blocks_in(variant.slots))
    else:
        for locale, plot in unit.plots.items():
            yield from ((locale, plot.file, block) for node in plot.nodes for block in blocks_in(node.content))


def _fault(checked: Checked, own: Unit | PlainText, locale: str, link: Link) -> str | None:
    match link.address:
        case UnitAddress(name, heading):
            units = checked.catalogue.units
            if name not in units:
                return f"there is no lesson `{name}`{did_you_mean(name, units)}"
            if units[name].sheet.status == "retired":
                return f"`{name}` is retired, so it has no page"
            if units[name].sheet.status == "draft" and not (isinstance(own, Unit) and own.sheet.status == "draft"):
                return f"`{name}` is a draft, so it has no page yet: review it first, or take this link out"
            return _missing(units[name], locale, heading) if heading else None
        case str() as address if address.startswith("#"):
            return _missing(own, locale, address[1:])
        case _:
            return None


def _missing(held: Unit | PlainText, locale: str, heading: str) -> str | None:
    if isinstance(held, Scenario):
        return "a scenario is entered at its beginning; a way on is a list of links"
    known = _headings(held, locale)
    name = held.id if isinstance(held, Module) else held.file
    return None if heading in known else f"`{name}` has no heading `#{heading}`{did_you_mean(heading, known)}"


def _headings(held: Module | PlainText, locale: str) -> set[str]:
    pieces = _pieces(held, locale) if isinstance(held, Module) else held.blocks
    return {github_slug(plain_text(piece.pieces)) for piece in pieces if isinstance(piece, Heading)}


def _pieces(module: Module, locale: str) -> Iterator[Content]:
    contents = [module.lessons[locale].content] if locale in module.lessons else []
    contents += [variant.slots for (_, held), variant in module.variants.items() if held == locale]
    return (piece for content in contents for piece in walk(content))
