"""Wrong options are not wrong by one absolute word."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.source import Checked

RULE = Rule(
    "Q204",
    "absolute-term",
    why="Hardly anything is always or never so, and learners know: an option with such a word falls off "
    "unread. A warning where two wrong options, or the only one, have one and the key has none; a rule of"
    " law may well be absolute.",
    bad="- [ ] Het is altijd juist.\n- [x] Je gaat het na.\n- [ ] Het is nooit te vertrouwen.",
    good="- [ ] Het is juist, want er staat een bron bij.\n- [x] Je gaat het na.",
    way_out="say what somebody would really think or do, without `altijd`, `nooit`, `iedereen`",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the wrong options with the right ones."""
    for choice in choices(checked):
        absolute = choice.words.absolute
        if any(absolute.search(text) for text, option in choice.options_by_text if option.correct):
            continue
        found = [text for text in choice.distractors if absolute.search(text)]
        if found and len(found) >= min(2, len(choice.distractors)):
            words = ", ".join(f"`{match[0]}`" for text in found if (match := absolute.search(text)))
            yield Finding.of(RULE, choice.at_stem(checked), f"only wrong options are absolute ({words})")
