"""The body of a module's page: prose as Markdown, questions as HTML, marks where a part begins."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from houvast.model import ChoiceForm, Content, Fact, Module, PromptForm, Question, Term, placeholders_in
from houvast.model.markup import Block
from houvast.page.fill import Filler
from houvast.page.gate import critical_cases, siblings_html
from houvast.page.markdown import blocks_markdown
from houvast.page.question import is_counted, question_html
from houvast.page.terms import TermMarker
from houvast.page.view import View
from houvast.plan import Audience, Part, Shown, personal, start_of_parts


@dataclass(frozen=True, slots=True)
class UnitBody:
    """What a unit's page holds between its title and its end. `amount` says how much there is to do."""

    parts: tuple[str, ...]
    amount: str
    elements: tuple[str, ...]
    facts: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    """The words of the glossary that are marked in it."""


def lesson_body(view: View, module: Module, audience: Audience, filler: Filler, parts: Sequence[Part]) -> UnitBody:
    """The body of a module for an audience; `parts` are those its path splits it into."""
    shown = personal(module, view.locale, audience)
    asked = [piece for piece in shown if isinstance(piece, Question)]
    cases = critical_cases(module, view.locale, shown)
    siblings = [sibling for case in cases for sibling in case.siblings]
    after = [siblings_html(view, cases, filler)] if cases else []
    marker = TermMarker(view.catalogue.terms, view.locale)
    return UnitBody(
        parts=(*_markdown(view, shown, filler, marker, parts), *after),
        amount=_amount(view, asked),
        elements=(*elements_for([*asked, *siblings]), *(["siblings"] if cases else [])),
        facts=facts_in((*shown, *siblings)),
        terms=tuple(marker.found),
    )


def _amount(view: View, asked: Sequence[Question]) -> str:
    """How many questions there are, and how many exercises whose answer nobody keeps."""
    counted = sum(is_counted(question) for question in asked)
    told = [view.wording("one_question") if counted == 1 else view.wording("questions", number=counted)]
    if others := len(asked) - counted:
        told.append(view.wording("one_exercise") if others == 1 else view.wording("exercises", number=others))
    return " · ".join(told)


def elements_for(questions: Iterable[Question]) -> tuple[str, ...]:
    """The elements that a page with these questions loads."""
    are_prompts = {isinstance(question.form, PromptForm) for question in questions}
    return (*(["question"] if False in are_prompts else []), *(["prompt"] if True in are_prompts else []))


def facts_in(content: tuple[Content, ...]) -> tuple[str, ...]:
    """The ids of the facts that content names, each once, in order."""
    names = (found.name for found in placeholders_in(content))
    return tuple(dict.fromkeys(name.removeprefix("fact.") for name in names if name.startswith("fact.")))


def elements_for_facts(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The element that a page with these facts loads, where one applies from a day."""
    return ("since",) if any(fact.applies_from for fact in facts) else ()


def _asks_sure(question: Question) -> bool:
    """Whether it is worth asking how sure somebody is: a case to decide in or to take apart."""
    return isinstance(question.form, ChoiceForm) and question.thinking in {"apply", "analyse"}


def _markdown(
    view: View, shown: tuple[Shown, ...], filler: Filler, marker: TermMarker, parts: Sequence[Part]
) -> Iterator[str]:
    starts = start_of_parts(shown, tuple(parts))
    sure = next((piece.id for piece in shown if isinstance(piece, Question) and _asks_sure(piece)), None)
    prose: list[Block] = []
    number = 0
    for index, piece in enumerate(shown):
        if index in starts or isinstance(piece, Question):
            yield blocks_markdown(prose)
            prose.clear()
        if index in starts:
            yield view.render("part.html", part=starts[index])
        filled = filler.shown(piece)
        if isinstance(filled, Question):
            number += 1
            label = view.wording("question", number=number)
            yield question_html(view, filled, label, asks_sure=filled.id == sure)
        else:
            prose.append(marker.block(filled))
    yield blocks_markdown(prose)
