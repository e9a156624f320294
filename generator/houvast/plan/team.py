"""The cases of a team session: short enough to be read aloud from one screen, and alike in every locale."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from houvast.model import ChoiceForm, Module, Question, placeholders_in
from houvast.model.markup import (
    Block,
    CodeBlock,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Styled,
    Table,
    plain_text,
    texts_of,
)
from houvast.plan.personal import Audience, Shown, is_section, personal

MOST_WORDS = 40
MOST_OPTIONS = 4
MOST_OPTION_WORDS = 20
MOST_CASES = 5
FEWEST_CASES = 2
SECONDS_A_CASE = 90
SECONDS_AROUND = 120
"""To begin and to end: our own estimate, until sessions are watched."""

Length = Callable[[str], int]
"""How many words a placeholder of this name comes to, in the locale where that is most."""


def team_cases(module: Module, locale: str, audience: Audience, length: Length) -> tuple[Question, ...]:
    """At most five single choices of what an audience reads of a module and of its bank; none where fewer than two fit.

    Critical ones come first, in place of one that is too long a sibling; then in the order of what the module teaches,
    one for each before a second for any. No decision comes back in other circumstances.
    """
    held = [*_on_their_own(personal(module, locale, audience)), *module.lessons[locale].bank]
    versions = [question for each in module.lessons for _, question in module.placed_questions(each)]
    too_long = {question.id for question in versions if not _fits(question, length)}
    fit = _one_a_decision(question for question in held if question.id not in too_long)
    chosen = {question.id for question in _spread(module, fit)[:MOST_CASES]}
    cases = sorted((question for question in fit if question.id in chosen), key=lambda one: _rank(module, one))
    return tuple(cases) if len(cases) >= FEWEST_CASES else ()


def minutes_of(cases: Sequence[Question]) -> int:
    """Whole minutes of a team session: 90 seconds a case, and two minutes around them."""
    return -(-(len(cases) * SECONDS_A_CASE + SECONDS_AROUND) // 60)


def resolutions(shown: Sequence[Shown]) -> tuple[Styled, ...]:
    """What a lesson has people resolve: the sentences in bold after its last section began."""
    last = max((index for index, piece in enumerate(shown) if is_section(piece)), default=0)
    blocks = (piece for piece in shown[last:] if not isinstance(piece, Question))
    return tuple(strong for block in blocks for strong in _strong(block) if len(plain_text((strong,)).split()) > 5)


def _strong(block: Block) -> Iterator[Styled]:
    match block:
        case Paragraph(pieces):
            yield from (piece for piece in pieces if isinstance(piece, Styled) and piece.style == "strong")
        case ListBlock(items=items):
            for item in items:
                for held in item:
                    yield from _strong(held)
        case _:
            return


def _on_their_own(shown: Sequence[Shown]) -> Iterator[Question]:
    """The questions that can be asked without the lesson: with a case, and no example right above to read beside it."""
    before: Shown | None = None
    for piece in shown:
        if isinstance(piece, Question) and piece.case and not isinstance(before, Quote | Table | CodeBlock):
            yield piece
        before = piece


def _fits(question: Question, length: Length) -> bool:
    form = question.form
    return (
        isinstance(form, ChoiceForm)
        and not form.takes_several
        and len(form.options) <= MOST_OPTIONS
        and _words((Paragraph(question.stem), *question.case), length) <= MOST_WORDS
        and all(_words((Paragraph(option.pieces),), length) <= MOST_OPTION_WORDS for option in form.options)
    )


def _words(blocks: tuple[Block, ...], length: Length) -> int:
    read = (block for block in blocks if not isinstance(block, Picture))
    written = sum(len(text.split()) for block in read for text in texts_of(block))
    # A placeholder stands in plain text as its default or its name.
    return written + sum(
        max(0, length(found.name) - len((found.default or found.name).split())) for found in placeholders_in(blocks)
    )


def _one_a_decision(questions: Iterable[Question]) -> list[Question]:
    """Of a critical case and its siblings the first."""
    decisions: dict[str, Question] = {}
    for question in questions:
        decisions.setdefault(question.sibling or question.id, question)
    return list(decisions.values())


def _rank(module: Module, question: Question) -> tuple[bool, int]:
    """Critical first, then in the order of what the module teaches; what measures nothing is of the first."""
    places = {target: place for place, target in reversed(list(enumerate(module.targets)))}
    return not (question.critical or question.sibling), places.get(question.measures, 0) if question.measures else 0


def _spread(module: Module, questions: list[Question]) -> list[Question]:
    before: Counter[tuple[bool, int]] = Counter()
    ranks: dict[str, tuple[bool, int, int]] = {}
    for question in questions:
        group, place = _rank(module, question)
        ranks[question.id] = (group, before[group, place], place)
        before[group, place] += 1
    return sorted(questions, key=lambda question: ranks[question.id])
