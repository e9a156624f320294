"""A question as HTML that teaches without JavaScript; an element of ours makes it answer back."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from houvast.model import ChoiceForm, FillForm, Form, Item, OrderForm, PollForm, PromptForm, Question, SortForm
from houvast.model.markup import Blank, Inline, plain_text
from houvast.page.fixed_order import keeps_order
from houvast.page.html import blocks_html, inline_html
from houvast.page.view import View

Values = dict[str, object]


def question_html(
    view: View, question: Question, label: str, source: Question | None = None, *, asks_sure: bool = False
) -> Markup:
    """A question whose placeholders are filled, under a label such as `Vraag 3`.

    `source` is the same question in the source locale; it is looked up where it is not given. `asks_sure` adds, before
    the check, how sure the learner is.
    """
    source = source or view.catalogue.source_questions[question.id]
    template, values = _form(question.form, source.form)
    return view.render(
        template,
        id=question.id,
        hash=source.hash,
        label=label,
        stem=inline_html(question.stem),
        case=blocks_html(question.case),
        hints=[blocks_html(hint) for hint in question.hints],
        is_case=question.critical or question.sibling is not None,
        is_draft=question.id in view.catalogue.open_questions,
        asks_sure=asks_sure,
        **values,
    )


def _form(form: Form, source: Form) -> tuple[str, Values]:
    """The template of a form and what it shows. Digests come from `source`, the same form in the source locale."""
    match form, source:
        case ChoiceForm(options), ChoiceForm(originals):
            keys = [{"correct": option.correct} for option in options]
            items = _items(options, originals)
            held = [item | key for item, key in zip(items, keys, strict=True)]
            fixed = keeps_order(options) or keeps_order(originals)
            return "choice.html", {"options": held, "several": form.takes_several, "fixed": fixed}
        case PollForm(options), PollForm(originals):
            return "poll.html", {"options": _items(options, originals)}
        case OrderForm(items, rationale), OrderForm(originals):
            right = _items(items, originals)
            return "order.html", {"items": right, "mixed": _mixed(right), "rationale": blocks_html(rationale)}
        case SortForm(columns, items, rationale), SortForm(_, originals):
            pairs = zip(columns, items, originals, strict=True)
            filled = [(plain_text(head), inline_html(head), _items(held, others)) for head, held, others in pairs]
            mixed = _mixed([item for _, _, held in filled for item in held])
            return "sort.html", {"columns": filled, "mixed": mixed, "rationale": blocks_html(rationale)}
        case FillForm(pieces, rationale), FillForm():
            return "fill.html", {
                "pieces": [piece if isinstance(piece, Blank) else inline_html((piece,)) for piece in pieces],
                "blanks": len(form.blanks),
                "answer": _answered(pieces),
                "rationale": blocks_html(rationale),
            }
        case PromptForm(prompt, criteria, example), PromptForm(criteria=originals):
            return "prompt.html", {
                "prompt": inline_html(prompt),
                "criteria": [
                    shown | {"rule": item.rule}
                    for shown, item in zip(_items(criteria, originals), criteria, strict=True)
                ],
                "example": inline_html(example),
            }
        case _:
            raise ValueError(f"{type(form).__name__} here, {type(source).__name__} in the source locale")


def _items(items: Sequence[Item], originals: Sequence[Item]) -> list[Values]:
    return [
        {
            "digest": original.digest,
            "text": inline_html(item.pieces),
            "plain": plain_text(item.pieces),
            "rationale": blocks_html(item.rationale),
        }
        for item, original in zip(items, originals, strict=True)
    ]


def _mixed(right: list[Values]) -> list[Values]:
    """The same items in an order that tells nothing, alike in every locale: by digest, and never the right one."""
    mixed = sorted(right, key=lambda item: str(item["digest"]))
    return mixed if mixed != right else [*mixed[1:], mixed[0]]


def _answered(pieces: Iterable[Inline]) -> Markup:
    """The sentence with the answers that each blank takes: what the element holds an answer against."""
    written = Markup("")
    number = 0
    for piece in pieces:
        if isinstance(piece, Blank):
            number += 1
            taken = (Markup('<strong data-blank="{}">{}</strong>').format(number, answer) for answer in piece.answers)
            written += Markup(" / ").join(taken)
        else:
            written += inline_html((piece,))
    return written


def is_counted(question: Question) -> bool:
    """Whether an answer is right or wrong, so that the question counts among what there is to do."""
    return isinstance(question.form, ChoiceForm | OrderForm | SortForm | FillForm)


def item_of(view: View, question: Question) -> str:
    """A question as the elements count it: its id and the hash of what it asks."""
    return f"{question.id}:{view.catalogue.source_questions[question.id].hash}"
