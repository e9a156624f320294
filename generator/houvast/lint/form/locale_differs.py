"""A lesson holds the same questions and slots in every locale."""

from collections.abc import Iterable, Iterator

from houvast.diagnostics import Finding, Rule, count
from houvast.model import (
    ChoiceForm,
    Criterion,
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
    Slot,
    SortForm,
    Unit,
    walk,
)
from houvast.model.markup import Heading
from houvast.source import Checked

RULE = Rule(
    "L103",
    "locale-differs",
    why="Progress goes along when a learner changes language, and nobody should learn less in one of them.",
    bad="A question in nl.md that is not in en.md.",
    good="The same ids, options in the same order, the same key.",
    way_out="make the structure the same as in the source locale",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Compare every locale with the source locale."""
    catalogue = checked.catalogue
    for module in catalogue.modules.values():
        if (source := module.lessons.get(catalogue.source_locale)) is None:
            continue
        for locale in catalogue.locales[1:]:
            if (lesson := module.lessons.get(locale)) is not None:
                yield from _questions(checked, module, catalogue.source_locale, locale)
                yield from _slots(checked, source, lesson)
                yield from _sections(checked, source, lesson)
    for handout in catalogue.handouts.values():
        original = handout.texts.get(catalogue.source_locale)
        for locale in catalogue.locales[1:]:
            if original and (text := handout.texts.get(locale)):
                yield from _sections(checked, original, text)
    for experiment in catalogue.experiments.values():
        told = experiment.locale_for(catalogue.source_locale, catalogue.locales)
        yield from _heads(checked, experiment.texts[told], experiment.texts.values())
    for scenario in catalogue.scenarios.values():
        first = scenario.plots.get(catalogue.source_locale)
        for locale in catalogue.locales[1:]:
            if first and (plot := scenario.plots.get(locale)):
                yield from _plots(checked, first, plot)
                yield from _questions(checked, scenario, catalogue.source_locale, locale)


def _heads(checked: Checked, first: ExperimentText, texts: Iterable[ExperimentText]) -> Iterator[Finding]:
    """Each language of an experiment says the same days and outcome; no two need the same sections."""
    for text in texts:
        if (text.began, text.ended, text.outcome) != (first.began, first.ended, first.outcome):
            place = checked.line(text.file, text.line)
            yield Finding.of(RULE, place, f"other days or another outcome than in `{first.file}`")


def _plots(checked: Checked, source: Plot, plot: Plot) -> Iterator[Finding]:
    forms = {node.id: _node_form(node) for node in source.nodes}
    others = {node.id: _node_form(node) for node in plot.nodes}
    if list(forms) != list(others):
        yield Finding.of(RULE, checked.line(plot.file, 1), f"other nodes, or in another order, than in `{source.file}`")
        return
    for node in plot.nodes:
        if forms[node.id] != others[node.id]:
            place = checked.line(plot.file, node.line)
            yield Finding.of(RULE, place, f"node `{node.id}` has other choices or effects than in `{source.file}`")


def _node_form(node: Node) -> tuple[object, ...]:
    return (node.ending, [(choice.target, choice.effects, choice.condition) for choice in node.choices])


def _questions(checked: Checked, module: Unit, source_locale: str, locale: str) -> Iterator[Finding]:
    sources, others = (
        {question.id: (file, question) for file, question in module.placed_questions(held) if question.id}
        for held in (source_locale, locale)
    )
    for name in sources.keys() - others.keys():
        file, question = sources[name]
        yield Finding.of(RULE, checked.line(file, question.line), f"question `{name}` is not there in `{locale}`")
    for name in others.keys() - sources.keys():
        file, question = others[name]
        place = checked.line(file, question.line)
        yield Finding.of(RULE, place, f"question `{name}` is not there in `{source_locale}`")
    for name in sources.keys() & others.keys():
        file, question = others[name]
        if other := _difference(question, sources[name][1]):
            place = checked.line(file, question.line)
            yield Finding.of(RULE, place, f"question `{name}` has {other} than in `{source_locale}`")


def _difference(one: Question, other: Question) -> str | None:
    """What two versions of a question have that is not alike."""
    compared = {
        "another form, or other options or keys": (_shape(one.form), _shape(other.form)),
        "another `measures`": (one.measures, other.measures),
        "another `kind`": (one.thinking, other.thinking),
        "another number of hints": (len(one.hints), len(other.hints)),
        "another `critical` or `sibling`": ((one.critical, one.sibling), (other.critical, other.sibling)),
    }
    return next((words for words, (first, second) in compared.items() if first != second), None)


def _shape(form: Form) -> tuple[object, ...]:
    """What a form has in every locale: its kind, how much there is of what, and the keys."""
    match form:
        case ChoiceForm(options):
            return ("choice", tuple(option.correct for option in options))
        case PollForm(items) | OrderForm(items) | PromptForm(criteria=items):
            return (type(form).__name__, tuple(item.rule if isinstance(item, Criterion) else None for item in items))
        case SortForm(items=columns):
            return ("sort", tuple(len(items) for items in columns))
        case FillForm():
            return ("fill", len(form.blanks))


def _slots(checked: Checked, source: Lesson, lesson: Lesson) -> Iterator[Finding]:
    sources, others = (
        {piece.name: piece.line for piece in walk(one.content) if isinstance(piece, Slot)} for one in (source, lesson)
    )
    for name in sources.keys() - others.keys():
        yield Finding.of(
            RULE, checked.line(source.file, sources[name]), f"slot `{name}` is not there in `{lesson.file}`"
        )
    for name in others.keys() - sources.keys():
        yield Finding.of(
            RULE, checked.line(lesson.file, others[name]), f"slot `{name}` is not there in `{source.file}`"
        )


def _sections(checked: Checked, source: Lesson | HandoutText, text: Lesson | HandoutText) -> Iterator[Finding]:
    sources, others = ([piece.line for piece in _headings(one) if piece.level == 2] for one in (source, text))
    if len(sources) != len(others):
        place = checked.line(text.file, others[-1] if others else 1)
        yield Finding.of(RULE, place, f"{count(len(others), 'section')} here, {len(sources)} in `{source.file}`")


def _headings(text: Lesson | HandoutText) -> Iterator[Heading]:
    pieces = walk(text.content) if isinstance(text, Lesson) else text.blocks
    return (piece for piece in pieces if isinstance(piece, Heading))
