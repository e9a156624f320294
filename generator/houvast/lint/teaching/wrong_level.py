"""A module teaches levels 1 and 2, and prepares 3 and 4 with a practice task."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.model import TAUGHT_LEVELS
from houvast.source import Checked

RULE = Rule(
    "T103",
    "wrong-level",
    why="Levels 3 and 4 are shown at work and seen by somebody else; a screen can only prepare them.",
    bad="teaches: [judge 3]",
    good="prepares: [judge 3], with a task under `practice`",
    way_out="move levels 3 and 4 to `prepares`, and write the task at work for each under `practice`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at every level a module teaches or prepares."""
    for module in checked.catalogue.modules.values():
        file = module.sheet.file
        for index, target in enumerate(module.sheet.teaches):
            if target.level not in TAUGHT_LEVELS:
                yield Finding.of(RULE, checked.place(file, "teaches", index), f"`{target}` cannot be taught here")
        practised = {task.prepares for task in module.sheet.practice}
        for index, target in enumerate(module.sheet.prepares):
            place = checked.place(file, "prepares", index)
            if target.level in TAUGHT_LEVELS:
                yield Finding.of(RULE, place, f"`{target}` is taught, not prepared")
            elif target not in practised:
                yield Finding.of(RULE, place, f"`{target}` has no practice task")
