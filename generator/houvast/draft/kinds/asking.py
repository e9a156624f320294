"""Questions of a draft, of a lesson that is there or of a new one: planned, asked one by one, and written."""

from collections.abc import Sequence

from houvast.draft.recipe import Made, Part, Recipe, key_places
from houvast.draft.wire import DraftedQuestion, PlannedQuestion
from houvast.draft.written import question_text

QUESTION = "question/v1"
TOKENS = 900
"""Of a question with its reasons: Dutch takes up to 700 with a small model's tokens."""


def question_parts(recipe: Recipe, plans: Sequence[PlannedQuestion], file: str) -> list[Part]:
    """A call for every question that was planned."""
    parts = []
    for number, plan in enumerate(plans, start=1):
        name = recipe.names.made(f"{recipe.brief.id} {plan.subject}", f"{recipe.brief.id}-{number}")
        # Small models take the name of a target for the answer.
        data = {"plan": plan.model_dump(exclude={"target"})}
        request = recipe.request(f"question {number} of {len(plans)}", QUESTION, DraftedQuestion, data, TOKENS)
        parts.append(Part(name, "question", file, request))
    return parts


def question_texts(recipe: Recipe, plans: Sequence[PlannedQuestion], made: Sequence[Made]) -> list[str]:
    """The questions that came, as Markdown, their right options spread over the places."""
    asked = [one for one in made if one.part.kind == "question"]
    places = key_places(recipe.brief.id, len(plans))
    return [
        question_text(one.part.id, plan, one.value, place)
        for one, plan, place in zip(asked, plans, places, strict=True)
        if isinstance(one.value, DraftedQuestion)
    ]


def shown_plans(plans: Sequence[PlannedQuestion]) -> list[str]:
    """The planned questions, a line each."""
    return [f"  {number}. [{plan.target}, {plan.thinking}] {plan.subject}" for number, plan in enumerate(plans, 1)]
