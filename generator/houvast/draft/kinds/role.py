"""A new role: what the job is, and its tasks with AI."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.recipe import Context, Made, Part, Recipe
from houvast.draft.refusal import CannotDraft
from houvast.draft.wire import DraftedTask, PlannedTask, RoleOutline, Wire
from houvast.draft.written import local, names
from houvast.schema import modeline

OUTLINE_TOKENS, TASK_TOKENS = 900, 1000
MOST_TASKS = 6


class RoleRecipe(Recipe):
    """Plans tasks, and writes each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        if self.brief.cluster not in self.catalogue.competencies.clusters:
            known = ", ".join(sorted(self.catalogue.competencies.clusters))
            raise CannotDraft(f"there is no cluster `{self.brief.cluster}`: name one of {known}")
        if self.brief.pace not in self.catalogue.paces:
            raise CannotDraft(f"there is no pace `{self.brief.pace}`: name one of {', '.join(self.catalogue.paces)}")

    def outline(self) -> Request[Wire] | None:
        """What the job is, and which tasks it has."""
        data = {"number": min(self.brief.number, MOST_TASKS)}
        return self.request(
            "outline", "role-outline/v1", RoleOutline, data, OUTLINE_TOKENS, counts={"tasks": data["number"]}
        )

    def shown(self, outline: Wire | None) -> str:
        """The job and its tasks."""
        if not isinstance(outline, RoleOutline):
            return ""
        told = [outline.title, f"  {outline.summary}", f"  also: {', '.join(outline.also_called)}"]
        told += [f"  from: {outline.work_today}", f"  to: {outline.work_with_ai}"]
        return "\n".join((*told, *(f"  - {task.title}: {task.about}" for task in self._planned(outline))))

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each task."""
        if not isinstance(outline, RoleOutline):
            return ()
        planned = self._planned(outline)
        parts = []
        for number, task in enumerate(planned, start=1):
            data = {"role": outline.title, "plan": task.model_dump()}
            request = self.request(f"task {number} of {len(planned)}", "task/v1", DraftedTask, data, TASK_TOKENS)
            parts.append(Part(self.names.made(task.title, f"task-{number}"), "task", self.main_file, request))
        return parts

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The role, in the one language of the draft."""
        if not isinstance(outline, RoleOutline):
            return {}
        locale = self.brief.locale
        lines = [
            f"title: {local({locale: outline.title})}",
            f"summary: {local({locale: outline.summary})}",
            f"also_called: {names(locale, outline.also_called)}",
            f"cluster: {self.brief.cluster}",
            f"pace: {self.brief.pace}",
            "status: draft",
            "",
            "from_to:",
            f"  - from: {local({locale: outline.work_today})}",
            f"    to: {local({locale: outline.work_with_ai})}",
            "",
            "tasks:",
        ]
        for one in made:
            if isinstance(one.value, DraftedTask):
                lines += self._task(one.part.id, one.value)
        return {self.main_file: modeline("role") + "\n".join(lines) + "\n"}

    @property
    def main_file(self) -> str:
        """The file in the courses that holds what is drafted."""
        return f"roles/{self.unit}.yml"

    def _planned(self, outline: RoleOutline) -> Sequence[PlannedTask]:
        return outline.tasks[: min(self.brief.number, MOST_TASKS)]

    def _task(self, name: str, task: DraftedTask) -> list[str]:
        locale = self.brief.locale
        return [
            f"  - id: {name}",
            f"    title: {local({locale: task.title})}",
            f"    with_ai: {local({locale: task.with_ai})}",
            f"    check: {local({locale: task.check})}",
            f"    data: {task.data}",
            f"    risk: {task.risk}",
            "    prompt:",
            f"      weak: {local({locale: task.weak_prompt})}",
            f"      strong: {local({locale: task.strong_prompt})}",
        ]
