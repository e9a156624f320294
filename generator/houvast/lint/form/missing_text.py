"""Every text for learners is there in every locale of the organisation."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.lint.local_texts import Keys, local_texts
from houvast.model import Catalogue
from houvast.model.markup import placeholders_of
from houvast.source import Checked

RULE = Rule(
    "L101",
    "missing-text",
    why="A text that is not there in a language leaves a hole on the page; languages are never mixed.",
    bad="title: {nl: Recruiter}",
    good="title: {nl: Recruiter, en: Recruiter}",
    way_out="add the text for this locale",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at every text of every YAML file; in a locale for some roles, at what their pages show."""
    for locale in checked.catalogue.locales:
        for file, keys, shape in _shown(checked.catalogue, locale):
            for path, text in local_texts(shape, keys):
                if locale not in text.locales:
                    name = ".".join(str(key) for key in path)
                    message = f"`{name}` has no text in `{locale}`"
                    yield Finding.of(RULE, checked.place(file, *path), message, about=locale)


def _shown(catalogue: Catalogue, locale: str) -> Iterator[tuple[str, Keys, object]]:
    """What pages of this locale show, each with its file and keys."""
    yield "organisation.yml", (), catalogue.organisation
    yield "competencies.yml", (), catalogue.competencies
    yield "may-i.yml", (), catalogue.may_i
    used = _placeholders(catalogue, locale)
    answering = {rule.fact for rule in catalogue.may_i.rules}
    for name, fact in catalogue.facts.items():
        if catalogue.is_whole(locale) or f"fact.{name}" in used or name in answering:
            yield "facts.yml", ("facts", name), fact
    for index, term in enumerate(catalogue.terms):
        if catalogue.is_whole(locale) or f"term.{term.id}" in used:
            yield "glossary.yml", ("terms", index), term
    yield from ((role.file, (), role) for role in catalogue.roles.values() if catalogue.holds_role(role, locale))
    yield from ((hat.file, (), hat) for hat in catalogue.hats.values() if catalogue.holds_hat(hat, locale))
    yield from ((pace.file, (), pace) for pace in catalogue.paces.values())
    handouts = (handout for handout in catalogue.handouts.values() if catalogue.holds_handout(handout, locale))
    yield from ((handout.sheet.file, (), handout.sheet) for handout in handouts)
    units = (unit for unit in catalogue.units.values() if catalogue.holds_unit(unit, locale))
    yield from ((unit.sheet.file, (), unit.sheet) for unit in units)


def _placeholders(catalogue: Catalogue, locale: str) -> set[str]:
    """The placeholders that the texts of a locale use."""
    ending = f"{locale}.md"
    placed = (block for file, block in catalogue.placed_blocks() if file.endswith((f"/{ending}", f".{ending}")))
    return {found.name for block in placed for found in placeholders_of(block)}
