"""A public site names no tool and no contact of the organisation."""

import re
from collections.abc import Iterator

from houvast.diagnostics import Finding, Place, Rule, Severity
from houvast.source import Checked

RULE = Rule(
    "P101",
    "named-in-public",
    why="A public site leaves out AI systems and contacts; a name typed into a text would still tell.",
    bad="`published: public`, and a lesson that says “Open Brughuis Chat”.",
    good="Open {{ tool.chat }}.",
    way_out="write the placeholder in its place, or in YAML say it in general words",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for the names of systems and contacts in every text, where the site is public."""
    organisation = checked.catalogue.organisation
    if not organisation.is_public:
        return
    names = {system.name for system in organisation.systems}
    names |= {text for contact in organisation.contacts.values() for text in contact.name.root.values()}
    for place, text in _texts(checked):
        for name in sorted(names):
            if re.search(rf"\b{re.escape(name)}\b", text):
                yield Finding.of(RULE, place, f"“{name}” stands in a text that anybody can read")


def _texts(checked: Checked) -> Iterator[tuple[Place, str]]:
    """Every line that learners may come to read: of the organisation its story, of all other files everything."""
    own = checked.shown("organisation.yml")
    for shown, text in checked.texts.items():
        if shown != own:
            yield from ((Place(shown, number), line) for number, line in enumerate(text.split("\n"), start=1))
    if story := checked.catalogue.organisation.story:
        for part in type(story).model_fields:
            for locale, text in getattr(story, part).root.items():
                yield checked.place("organisation.yml", "story", part, locale), text
