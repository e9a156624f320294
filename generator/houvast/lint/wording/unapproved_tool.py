"""A lesson names the AI systems that its organisation approved, and no other."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.prose import writings
from houvast.lint.wording.words import TOOLS
from houvast.source import Checked

RULE = Rule(
    "W209",
    "unapproved-tool",
    why=(
        "Who reads the name of a tool in a lesson takes it as approved; and names and versions change faster than a "
        "lesson. A name that somebody in a story says, or that has to be there as an example, can be allowed."
    ),
    bad="Vraag ChatGPT om een eerste versie.",
    good="Vraag {{ tool.chat }} om een eerste versie.",
    way_out="use `{{ tool.<id> }}`, say 'a public chat assistant', or add the system to organisation.yml once approved",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look for tools that people know by name in lessons, scenarios and texts in YAML."""
    approved = [system.name.casefold() for system in checked.catalogue.organisation.systems]
    for writing in writings(checked):
        for passage in writing.passages:
            for found in TOOLS.finditer(passage.text):
                if not any(found[0].casefold() in name for name in approved):
                    message = f"`{found[0]}` is not among the AI systems of {checked.catalogue.organisation.name}"
                    yield Finding.of(RULE, writing.place(checked, passage, found.start()), message)
