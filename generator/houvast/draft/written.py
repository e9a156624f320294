"""Write what a model drafted as Markdown and YAML that says exactly those words: nothing in it does anything."""

from collections.abc import Iterable, Mapping, Sequence

from houvast.draft.wire import DraftedQuestion, PlannedQuestion, Said
from houvast.model import Catalogue
from houvast.propose.plain import fold, inert, quoted

FACT = "fact."
OPTIONS = 3


def line(text: str) -> str:
    """One line of Markdown that says these words."""
    return inert(fold(text))


def paragraphs_of(sentences: Sequence[Said], catalogue: Catalogue, each: int = 4) -> list[str]:
    """Paragraphs of sentences. What a fact says is said by the fact itself, once, and never in a model's words."""
    paragraphs: list[str] = []
    held: list[str] = []
    told: set[str] = set()
    for said in sentences:
        name = said.source.removeprefix(FACT) if said.source.startswith(FACT) else ""
        if name in catalogue.facts:
            if held:
                paragraphs.append(" ".join(held))
            paragraphs += [] if name in told else [f"{{{{ fact.{name} }}}}"]
            told.add(name)
            held = []
            continue
        held.append(line(said.text))
        if len(held) == each:
            paragraphs.append(" ".join(held))
            held = []
    return [*paragraphs, " ".join(held)] if held else paragraphs


def question_text(name: str, plan: PlannedQuestion, question: DraftedQuestion, key_place: int) -> str:
    """A question with its id, its right option at this place, counted from 0."""
    wrong = [(False, one.text, one.rationale.text) for one in (question.first, question.second)]
    options = [*wrong[:key_place], (True, question.key, question.key_rationale.text), *wrong[key_place:]]
    listed = [
        f"- [{'x' if is_right else ' '}] {line(text)}\n    > {line(rationale)}" for is_right, text, rationale in options
    ]
    meta = f"<!-- id: {name}; measures: {plan.target}; kind: {plan.thinking} -->"
    return "\n\n".join((f"### {line(question.stem)}", meta, line(question.situation), "\n".join(listed)))


def local(texts: Mapping[str, str]) -> str:
    """A text in each language, as YAML on one line."""
    return "{" + ", ".join(f"{locale}: {quoted(fold(text))}" for locale, text in texts.items()) + "}"


def names(locale: str, texts: Iterable[str]) -> str:
    """Other names by language, as YAML on one line."""
    return f"{{{locale}: [{', '.join(quoted(fold(text)) for text in texts)}]}}"
