"""More questions for the bank of a module that is there."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.kinds.asking import question_parts, question_texts, shown_plans
from houvast.draft.recipe import Context, Made, Part, Recipe
from houvast.draft.refusal import CannotDraft
from houvast.draft.translate import BANKS, target_of, with_digest
from houvast.draft.wire import PlannedQuestion, QuestionOutline, Wire
from houvast.model.markup import plain_text

OUTLINE_TOKENS = 300
"""Of each planned question."""


class QuestionsRecipe(Recipe):
    """Plans questions on a lesson, writes each, and puts them at the end of its bank."""

    shows_outline = False

    @property
    def main_file(self) -> str:
        """The lesson in whose bank the questions go."""
        return self.lesson.file

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        module = self.catalogue.modules.get(self.unit)
        if module is None or self.brief.locale not in module.lessons:
            raise CannotDraft(f"there is no module `{self.unit}` in `{self.brief.locale}` to ask questions about")
        self.module = module
        self.lesson = module.lessons[self.brief.locale]
        self.targets = tuple(str(target) for target in (self.brief.targets or module.sheet.teaches))

    def outline(self) -> Request[Wire] | None:
        """A plan of as many questions as the brief says."""
        existing = [plain_text(question.stem) for _, question in self.module.placed_questions(self.brief.locale)]
        data = {"number": self.brief.number, "targets": list(self.targets), "existing": existing}
        counts = {"questions": self.brief.number}
        tokens = OUTLINE_TOKENS * self.brief.number
        return self.request("outline", "questions-outline/v1", QuestionOutline, data, tokens, self.targets, counts)

    def shown(self, outline: Wire | None) -> str:
        """The plan, a line for each question."""
        return "\n".join(shown_plans(self._plans(outline)))

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each question."""
        return question_parts(self, self._plans(outline), self.lesson.file)

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The lesson as it is, with the questions at the end of its bank."""
        texts = question_texts(self, self._plans(outline), made)
        return {self.lesson.file: _with_bank(self.context.texts[self.lesson.file], texts, self.brief.locale)}

    def to_translate(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The new questions alone."""
        return {self.lesson.file: "\n\n".join(question_texts(self, self._plans(outline), made))}

    def placed(self, locale: str, files: Mapping[str, str], translated: Mapping[str, str]) -> Mapping[str, str]:
        """The lesson in the other language, where there is one, with the questions at the end of its bank."""
        file = target_of(self.lesson.file, self.brief.locale, locale)
        if file not in translated or file not in self.context.texts:
            return {}
        text = _with_bank(self.context.texts[file], [translated[file]], locale)
        return {file: with_digest(self.lesson.file, files[self.lesson.file], text)}

    def _plans(self, outline: Wire | None) -> list[PlannedQuestion]:
        return list(outline.questions[: self.brief.number]) if isinstance(outline, QuestionOutline) else []


def _with_bank(lesson: str, questions: Sequence[str], locale: str) -> str:
    """A lesson with questions at the end of its bank, under the heading that a bank has."""
    has_bank = any(line.strip() in BANKS.values() for line in lesson.split("\n"))
    heading = [] if has_bank else [BANKS.get(locale, BANKS["en"])]
    return "\n\n".join((lesson.rstrip("\n"), *heading, *questions)) + "\n"
