"""A reviewed module requires only reviewed ones."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R110",
    "unreviewed-prerequisite",
    why="Drafts and retired modules are on no path, so what comes after them would lack its ground.",
    bad="requires: [old-prompting], where old-prompting says `status: retired`",
    good="requires: [good-instructions]",
    way_out="take it out of `requires`, name another module, or review that one",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at the status of what every reviewed module requires."""
    modules = checked.catalogue.modules
    for module in modules.values():
        for index, name in enumerate(module.sheet.requires):
            if module.is_reviewed and name in modules and not modules[name].is_reviewed:
                place = checked.place(module.sheet.file, "requires", index)
                message = f"`{name}` is not reviewed but {modules[name].sheet.status}"
                yield Finding.of(RULE, place, message, about=name)
