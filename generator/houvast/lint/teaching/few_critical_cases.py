"""A gate asks every learner at least four critical cases."""

from collections.abc import Iterator

from houvast.diagnostics import Finding, Rule, Severity
from houvast.lint.teaching.lessons import is_scored, lessons_of
from houvast.model import EVERYONE, Depth, Hat, Module, Question, Role
from houvast.plan import Audience, personal
from houvast.source import Checked

ENOUGH = 4
"""Our own bound: a gate has four to six. With fewer, one lucky guess weighs too much."""

RULE = Rule(
    "T203",
    "few-critical-cases",
    why=f"A gate lets nobody pass by luck: it has four to six cases, each to be got right once. {ENOUGH} is our own "
    "bound, no finding of research. What counts is what a learner gets in the lesson at the depth `essentials`.",
    bad="`gate: true`, and two questions with `critical`; or four, of which one stands inside `<!-- depth: full -->`.",
    good="Four questions with `critical` outside every `depth` part, or in a slot that has one for everybody.",
    way_out="write more questions with `critical` for these learners, outside `depth` parts, or leave `gate` out",
    severity=Severity.WARNING,
)


def check(checked: Checked) -> Iterator[Finding]:
    """Count the critical cases of every gate for each learner who may get it."""
    for module, _ in lessons_of(checked):
        if module.sheet.gate:
            counts = {name: _critical_cases(checked, module, names) for name, names in _learners(checked, module)}
            short = [name for name, count in counts.items() if count < ENOUGH]
            if short:
                whom = f" for {', '.join(short)}" if len(short) < len(counts) else ""
                message = f"critical cases of the gate `{module.id}`: {min(counts.values())}, and not {ENOUGH}{whom}"
                yield Finding.of(RULE, checked.place(module.sheet.file, "gate"), message)


def _learners(checked: Checked, module: Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whom a module may be for, by id, with their names; where that is nobody, who reads the library."""
    audiences = set(module.sheet.audiences)
    learners: list[Role | Hat] = [*checked.catalogue.roles.values(), *checked.catalogue.hats.values()]
    found = [learner for learner in learners if not audiences or audiences & set(learner.names)]
    yield from ((learner.id, learner.names) for learner in found)
    if not found:
        yield EVERYONE, ()


def _critical_cases(checked: Checked, module: Module, names: tuple[str, ...]) -> int:
    shown = personal(module, checked.catalogue.source_locale, Audience(names, Depth.ESSENTIALS))
    return sum(isinstance(piece, Question) and piece.critical and is_scored(piece) for piece in shown)
