"""All rules on one page, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from houvast.diagnostics.rule import Rule

HEAD = """\
# What `houvast check` tells

This page is made from the rules themselves: `houvast explain --all`. An *error* stops the build. A *warning* does not:
mend it, or say why it is fine, as in `<!-- allow: T102 this level is for next year -->` (`# allow: …` in YAML).
"""


def rules_page(families: Mapping[str, Iterable[Rule]]) -> str:
    """A table of all codes, then every rule under the title of its family."""
    lines = [HEAD]
    for title, rules in families.items():
        lines += [f"## {title}", ""]
        for rule in sorted(rules, key=lambda rule: rule.code):
            lines += _told(rule)
    return "\n".join(lines).rstrip() + "\n"


def _told(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code} {rule.name}", "", f"*{rule.severity.capitalize()}.* {rule.why}", "")
    yield from ("Not so:", "", *_fenced(rule.bad), "", "But so:", "", *_fenced(rule.good), "")
    yield from (f"Way out: {rule.way_out}.", "")


def _fenced(text: str) -> list[str]:
    return ["````text", *text.splitlines(), "````"]
