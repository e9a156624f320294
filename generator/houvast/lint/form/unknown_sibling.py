"""The sibling of a critical case names a critical case of its own module."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R109",
    "unknown-sibling",
    why="A sibling comes after a miss in its critical case; without that case it never comes.",
    bad="sibling: data-own-phne",
    good="sibling: data-own-phone",
    way_out="use the id of a question of this module that is marked `critical`",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look every sibling up among the critical cases of its module and locale."""
    for module in checked.catalogue.modules.values():
        for locale in module.lessons:
            placed = list(module.placed_questions(locale))
            critical = {question.id for _, question in placed if question.critical}
            for file, question in placed:
                if question.sibling is not None and question.sibling not in critical:
                    place = checked.line(file, question.line)
                    yield Finding.of(RULE, place, f"`{question.sibling}` is no critical case of `{module.id}`")
