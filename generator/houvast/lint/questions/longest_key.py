"""The right option is not told by its length."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import Choice, single_choices
from houvast.source import Checked

RATIO, SIGNS = 1.33, 15
"""How much longer, as a ratio and in signs; SAQUET (Moore and others, 2023) tells others under 75 % of the key."""

RULE = Rule(
    "Q206",
    "longest-key",
    why="Who writes the right answer adds what makes it true; learners know, and pick the longest. Told where"
    " it is a third longer than every other option, and fifteen signs: close to the 75 % of Moore and "
    "others (2023).",
    bad="- [ ] Hij hangt ze uit.\n- [x] Hij laat ze nalezen door een collega die beide talen spreekt en de "
    "machine kent.",
    good="- [ ] Hij hangt ze uit bij de machine.\n- [x] Hij laat ze nalezen door een collega.",
    way_out="move what is extra to the reason, or give the others as much to say",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare the length of each key with the longest of the others."""
    for choice in single_choices(checked):
        if is_tellingly_long(choice):
            place = choice.at_option(checked, choice.key_place)
            key, longest = len(choice.key), max(map(len, choice.distractors))
            yield Finding.of(RULE, place, f"the right option has {key} signs, the longest of the others {longest}")


def is_tellingly_long(choice: Choice) -> bool:
    """Whether the one right option is so much longer than every other that its length tells."""
    key, longest = len(choice.key), max(map(len, choice.distractors), default=len(choice.key))
    return key >= RATIO * longest and key - longest >= SIGNS
