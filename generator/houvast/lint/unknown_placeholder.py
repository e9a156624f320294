"""A placeholder names something that can be looked up."""

import difflib
from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked

RULE = Rule(
    "R106",
    "unknown-placeholder",
    why="A placeholder that stands for nothing would show as a hole in the sentence.",
    bad="{{ tool.chatbot }}",
    good="{{ tool.chat }}",
    way_out="use org.name, role.title, tool.<id>, contact.<id> or fact.<id>",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look up every placeholder of every lesson and variant."""
    catalogue = checked.catalogue
    known = {"org.name", "role.title"}
    known |= {f"tool.{system.id}" for system in catalogue.organisation.systems}
    known |= {f"contact.{name}" for name in catalogue.organisation.contacts}
    known |= {f"fact.{name}" for name in catalogue.facts}
    for file, placeholder in catalogue.placed_placeholders():
        if placeholder.name not in known:
            nearest = difflib.get_close_matches(placeholder.name, known, n=1)
            hint = f"; did you mean `{nearest[0]}`?" if nearest else ""
            place = checked.line(file, placeholder.line)
            yield Finding.of(RULE, place, f"nothing is known as `{placeholder.name}`{hint}")
