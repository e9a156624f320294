"""What is reviewed requires only what is reviewed."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model import Catalogue
from houvast.source import Checked

RULE = Rule(
    "R110",
    "unreviewed-prerequisite",
    why="Drafts and retired modules are on no path, so what comes after them, builds on them or opens with them would "
    "lack its ground.",
    bad="requires: [old-prompting], where old-prompting says `status: retired`",
    good="requires: [good-instructions]",
    way_out="name another one, take it out, or review it first",
)

Named = tuple[str, tuple[str | int, ...], str]
"""The file and the keys where a name stands, and the name."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look at the status of what every reviewed module, scenario and role names as its ground."""
    status = {name: unit.sheet.status for name, unit in checked.catalogue.units.items()}
    status |= {name: role.status for name, role in checked.catalogue.roles.items()}
    status |= {name: hat.status for name, hat in checked.catalogue.hats.items()}
    for file, keys, name in _named(checked.catalogue):
        if status.get(name, "reviewed") != "reviewed":
            message = f"`{name}` is not reviewed but {status[name]}"
            yield Finding.of(RULE, checked.place(file, *keys), message, about=name)


def _named(catalogue: Catalogue) -> Iterator[Named]:
    for module in catalogue.modules.values():
        if module.is_reviewed:
            yield from ((module.sheet.file, ("requires", at), name) for at, name in enumerate(module.sheet.requires))
    for scenario in catalogue.scenarios.values():
        if scenario.sheet.status == "reviewed":
            yield from ((scenario.sheet.file, ("after", at), name) for at, name in enumerate(scenario.sheet.after))
    for role in catalogue.roles.values():
        if role.status == "reviewed":
            yield from ((role.file, ("builds_on", at), name) for at, name in enumerate(role.builds_on))
    for unit in catalogue.units.values():
        asked = {question.id for _, question in unit.placed_questions(catalogue.source_locale)}
        if catalogue.organisation.first_case in asked:
            yield "organisation.yml", ("first_case",), unit.id
