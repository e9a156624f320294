"""What has an id in a text: its questions and nodes, in order, and what each is made of."""

from dataclasses import dataclass

from houvast.diagnostics import count
from houvast.model import (
    DEBRIEF,
    ChoiceForm,
    ExperimentText,
    FillForm,
    Form,
    HandoutText,
    Lesson,
    Node,
    OrderForm,
    Plot,
    PollForm,
    PromptForm,
    Question,
    SortForm,
    Variant,
    questions_in,
)
from houvast.model.markup import Inline, Placeholder, plain_text


@dataclass(frozen=True, slots=True)
class Keyed:
    """A question or node. `form` says what it is made of, which is the same in every locale."""

    id: str
    stem: str
    form: str
    line: int
    is_debrief: bool = False


def keyed_in(text: Lesson | Variant | Plot | HandoutText | ExperimentText) -> tuple[Keyed, ...]:
    """The questions and nodes of a text, in the order in which they stand."""
    match text:
        case Lesson(content=content, bank=bank):
            found = [_question(held) for held in (*questions_in(content), *bank)]
        case Variant(slots=slots):
            found = [_question(held) for held in questions_in(slots)]
        case Plot(nodes=nodes):
            has_debrief = any(node.id == DEBRIEF for node in nodes)
            found = [_node(node, not has_debrief and node is nodes[-1]) for node in nodes]
            found += [_question(held) for held in text.questions()]
        case HandoutText() | ExperimentText():
            found = []
    return tuple(sorted(found, key=lambda keyed: keyed.line))


def _question(question: Question) -> Keyed:
    return Keyed(question.id, _own_words(question.stem), _form(question.form), question.line)


def _node(node: Node, may_be_debrief: bool) -> Keyed:
    """A node. The last one, if it leads nowhere and is no ending, can only be the debrief."""
    ending = f", {node.ending} ending" if node.ending else ""
    is_debrief = may_be_debrief and not node.choices and node.ending is None
    form = f"a node with {count(len(node.choices), 'choice')}{ending}"
    return Keyed(node.id, _own_words(node.title), form, node.line, is_debrief)


def _form(form: Form) -> str:
    match form:
        case ChoiceForm(options):
            return f"a choice of {count(len(options), 'option')}"
        case PollForm(answers):
            return f"a poll of {count(len(answers), 'option')}"
        case OrderForm(items):
            return f"an order of {count(len(items), 'step')}"
        case SortForm(items=columns):
            return f"a sorting of {' and '.join(str(len(items)) for items in columns)} things"
        case FillForm():
            return f"a sentence with {count(len(form.blanks), 'blank')}"
        case PromptForm(criteria=criteria):
            return f"a prompt with {len(criteria)} criteria"


def _own_words(pieces: tuple[Inline, ...]) -> str:
    """The words of a heading, without what is looked up."""
    return plain_text(tuple(piece for piece in pieces if not isinstance(piece, Placeholder)))
