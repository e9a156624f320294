"""A new module: its lesson in sections, with questions, in one language. A translation is a draft of its own."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.kinds.asking import question_parts, question_texts, shown_plans
from houvast.draft.recipe import REVIEW_AFTER, Made, Part, Recipe, minutes_for
from houvast.draft.wire import DraftedSection, ModuleOutline, PlannedSection, Wire, texts_in
from houvast.draft.written import FACT, line, local, paragraphs_of
from houvast.schema import modeline

OUTLINE_TOKENS, SECTION_TOKENS = 1600, 1100
IN_LESSON = 0.5
"""The share of the questions that stands in the lesson; the others are its bank."""
SHORTEST = 2


class ModuleRecipe(Recipe):
    """Plans sections and questions, and writes each."""

    def outline(self) -> Request[Wire] | None:
        """A plan of the whole lesson."""
        data = {"number": self.brief.number, "targets": list(self._targets)}
        counts = {"questions": self.brief.number}
        return self.request("outline", "module-outline/v1", ModuleOutline, data, OUTLINE_TOKENS, self._targets, counts)

    def shown(self, outline: Wire | None) -> str:
        """Title, sections with their points, and questions."""
        if not isinstance(outline, ModuleOutline):
            return ""
        lines = [outline.title, f"  {outline.summary}"]
        for section in outline.sections:
            lines += [f"  ## {section.heading}", *(f"     - {point}" for point in section.points)]
        return "\n".join((*lines, *shown_plans(outline.questions)))

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each section and for each question."""
        if not isinstance(outline, ModuleOutline):
            return ()
        headings = [section.heading for section in outline.sections]
        parts = []
        for number, section in enumerate(outline.sections, start=1):
            name = self.names.made(f"{self.unit} {section.heading}", f"{self.unit}-section-{number}")
            others = [one for one in headings if one != section.heading]
            data = {"lesson": outline.title, "plan": section.model_dump(), "others": others}
            told = f"section {number} of {len(headings)}"
            request = self.request(told, "section/v1", DraftedSection, data, SECTION_TOKENS)
            parts.append(Part(name, "section", self.main_file, request))
        return [*parts, *question_parts(self, outline.questions[: self.brief.number], self.main_file)]

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The sheet and the lesson."""
        if not isinstance(outline, ModuleOutline):
            return {}
        written = [one.value for one in made if one.part.kind == "section"]
        pairs = zip(outline.sections, written, strict=True)
        sections = [self._section(plan, section) for plan, section in pairs if isinstance(section, DraftedSection)]
        questions = question_texts(self, outline.questions[: self.brief.number], made)
        shown = max(SHORTEST, round(len(questions) * IN_LESSON))
        bank = [self.context.bank, *questions[shown:]] if questions[shown:] else []
        lesson = (f"# {line(outline.title)}", *sections, *questions[:shown], *bank)
        words = sum(len(text.split()) for section in written if section for text in texts_in(section))
        return {
            f"modules/{self.unit}/module.yml": self._sheet(outline, minutes_for(words, shown)),
            self.main_file: "\n\n".join(lesson) + "\n",
        }

    @property
    def main_file(self) -> str:
        """The file in the courses that holds what is drafted."""
        return f"modules/{self.unit}/{self.brief.locale}.md"

    @property
    def _targets(self) -> tuple[str, ...]:
        return tuple(map(str, self.brief.targets))

    def _section(self, plan: PlannedSection, section: DraftedSection) -> str:
        listed = "\n".join(f"- {line(said.text)}" for said in section.list_items)
        parts = (f"## {line(plan.heading)}", *paragraphs_of(section.sentences, self.catalogue), listed)
        return "\n\n".join(part for part in parts if part)

    def _sheet(self, outline: ModuleOutline, minutes: int) -> str:
        locale = self.brief.locale
        taught = [str(target) for target in self.brief.targets if target.level <= 2]
        prepared = [str(target) for target in self.brief.targets if target.level > 2]
        lines = [
            f"title: {local({locale: outline.title})}",
            f"summary: {local({locale: outline.summary})}",
            f"teaches: [{', '.join(taught)}]",
            *([f"prepares: [{', '.join(prepared)}]"] if prepared else []),
            f"minutes: {{essentials: {minutes}, full: {minutes}, extra: {minutes}}}",
            *([f"audiences: [{', '.join(self.brief.audiences)}]"] if self.brief.audiences else []),
            "core: false",
            f"owner: {self.brief.owner}",
            f"review_by: {(self.context.today + REVIEW_AFTER).isoformat()}",
            "status: draft",
            *self._sources(),
        ]
        return modeline("module") + "\n".join(lines) + "\n"

    def _sources(self) -> list[str]:
        """The official sources of the facts that it was written from, for learners."""
        named = (name.removeprefix(FACT) for name in self.brief.sources if name.startswith(FACT))
        sources = {self.catalogue.facts[name].source.url: self.catalogue.facts[name].source for name in named}
        lines = [] if not sources else ["sources:"]
        for source in sources.values():
            lines.append(
                f"  - title: {local({locale: source.title[locale] for locale in sorted(source.title.locales)})}"
            )
            lines += [f"    url: {source.url}"] if source.url else []
        return lines
