"""Numbers stand in order."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.questions.choices import choices
from houvast.lint.questions.values import value_of
from houvast.source import Checked

RULE = Rule(
    "Q210",
    "numbers-out-of-order",
    why="Among numbers in disorder a learner spends attention on finding, not on thinking, and reads a clue "
    "in what stands out; Haladyna, Downing and Rodriguez (2002) ask for logical or numerical order, up or"
    " down.",
    bad="- [ ] 20 keer\n- [ ] 1 keer\n- [x] 3 keer",
    good="- [ ] 1 keer\n- [x] 3 keer\n- [ ] 20 keer",
    way_out="put the options in order, from small to large or from early to late",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look at questions of which every option is an amount, a time or a date."""
    for choice in choices(checked):
        values = [value_of(text, choice.words) for text in choice.texts]
        known = [value for value in values if value is not None]
        if len(known) < max(3, len(values)) or len({value.what for value in known}) > 1:
            continue
        amounts = [value.amount for value in known]
        if amounts not in (sorted(amounts), sorted(amounts, reverse=True)):
            yield Finding.of(RULE, choice.at_stem(checked), f"these numbers are in no order: {', '.join(choice.texts)}")
