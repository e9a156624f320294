"""A translation of a module or scenario that is there: its texts, and what its sheet says."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.recipe import Context, Made, Part, Recipe
from houvast.draft.refusal import CannotDraft
from houvast.draft.translating import translation_files, translation_parts
from houvast.draft.wire import Wire


class TranslationRecipe(Recipe):
    """What is there is the outline; each run of texts is a call."""

    shows_outline = False

    @property
    def main_file(self) -> str:
        """The first of the texts."""
        return min(self.originals)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        folder = {True: f"modules/{self.unit}/", False: f"scenarios/{self.unit}/"}[self.unit in self.catalogue.modules]
        self.originals = {file: text for file, text in context.texts.items() if file.startswith(folder)}
        self.to = self.brief.to or ""
        if self.unit not in self.catalogue.units or not self.originals:
            raise CannotDraft(f"there is no module or scenario `{self.unit}` to translate")
        if self.to == self.brief.locale:
            raise CannotDraft(f"`to` and `locale` are both `{self.to}`: say which language it is to be in")

    def outline(self) -> Request[Wire] | None:
        """Nothing is to be planned."""
        return None

    def shown(self, outline: Wire | None) -> str:
        """The files that it makes."""
        calls = len(self.parts(outline))
        return f"{self.unit}: from {self.brief.locale} to {self.to}, {len(self.originals)} files, {calls} calls"

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each run of texts."""
        return translation_parts(self, self.originals, self.to)

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The texts in the other language, and the sheet with both."""
        made_of = translation_files(self, self.originals, self.to, made)
        return self.placed(self.to, self.originals, made_of)
