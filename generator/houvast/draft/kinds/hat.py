"""A new hat: what somebody is besides a role, week by week."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.recipe import Made, Part, Recipe
from houvast.draft.wire import DraftedWeek, HatOutline, PlannedWeek, Wire
from houvast.draft.written import local, names
from houvast.schema import modeline

OUTLINE_TOKENS, WEEK_TOKENS = 700, 300
MOST_WEEKS = 12


class HatRecipe(Recipe):
    """Plans weeks, and writes each."""

    def outline(self) -> Request[Wire] | None:
        """What it asks, and in which weeks."""
        data = {"number": min(self.brief.number, MOST_WEEKS)}
        return self.request(
            "outline", "hat-outline/v1", HatOutline, data, OUTLINE_TOKENS, counts={"weeks": data["number"]}
        )

    def shown(self, outline: Wire | None) -> str:
        """What it asks, and its weeks."""
        if not isinstance(outline, HatOutline):
            return ""
        told = [outline.title, f"  {outline.summary}", f"  also: {', '.join(outline.also_called)}"]
        weeks = enumerate(self._planned(outline), start=1)
        return "\n".join((*told, *(f"  week {number}: {week.title}: {week.about}" for number, week in weeks)))

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each week."""
        if not isinstance(outline, HatOutline):
            return ()
        planned = self._planned(outline)
        parts = []
        for number, week in enumerate(planned, start=1):
            data = {"hat": outline.title, "plan": week.model_dump()}
            request = self.request(f"week {number} of {len(planned)}", "week/v1", DraftedWeek, data, WEEK_TOKENS)
            parts.append(Part(f"week-{number}", "task", self.main_file, request))
        return parts

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The hat, in the one language of the draft. A week that did not come leaves its number to nobody."""
        if not isinstance(outline, HatOutline):
            return {}
        locale = self.brief.locale
        targets = ", ".join(f"{target.competency}: {target.level}" for target in self.brief.targets)
        lines = [
            f"title: {local({locale: outline.title})}",
            f"summary: {local({locale: outline.summary})}",
            f"also_called: {names(locale, outline.also_called)}",
            f"targets: {{{targets}}}",
            "status: draft",
            "",
            "weeks:",
        ]
        for number, one in enumerate(made, start=1):
            if isinstance(one.value, DraftedWeek):
                lines += [f"  - week: {number}", f"    title: {local({locale: one.value.title})}"]
                lines += [f"    do: {local({locale: one.value.do})}"]
        return {self.main_file: modeline("hat") + "\n".join(lines) + "\n"}

    @property
    def main_file(self) -> str:
        """The file in the courses that holds what is drafted."""
        return f"hats/{self.unit}.yml"

    def _planned(self, outline: HatOutline) -> Sequence[PlannedWeek]:
        return outline.weeks[: min(self.brief.number, MOST_WEEKS)]
