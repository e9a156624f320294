"""The kinds of draft, by their name."""

from collections.abc import Mapping

from houvast.draft.kinds.hat import HatRecipe
from houvast.draft.kinds.module import ModuleRecipe
from houvast.draft.kinds.questions import QuestionsRecipe
from houvast.draft.kinds.role import RoleRecipe
from houvast.draft.kinds.scenario import ScenarioRecipe
from houvast.draft.kinds.translation import TranslationRecipe
from houvast.draft.recipe import Context, Recipe
from houvast.model.drafted import DraftKind

RECIPES: Mapping[DraftKind, type[Recipe]] = {
    "role": RoleRecipe,
    "hat": HatRecipe,
    "module": ModuleRecipe,
    "questions": QuestionsRecipe,
    "scenario": ScenarioRecipe,
    "translation": TranslationRecipe,
}


def recipe_for(context: Context) -> Recipe:
    """What the drafting of this brief knows. Raises CannotDraft for a brief that names what is not there."""
    return RECIPES[context.brief.kind](context)
