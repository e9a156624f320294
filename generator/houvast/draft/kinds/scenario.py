"""A new scenario: its situations and choices are the outline, and each situation is written by a call."""

from collections.abc import Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.recipe import REVIEW_AFTER, Made, Part, Recipe, minutes_for
from houvast.draft.wire import DraftedNode, PlannedChoice, PlannedNode, ScenarioOutline, Wire, texts_in
from houvast.draft.written import line, local
from houvast.fmt.slug import minted
from houvast.model import DEBRIEF, METERS, github_slug
from houvast.schema import modeline

OUTLINE_TOKENS, NODE_TOKENS = 3000, 500
DEBRIEFS = {"nl": "Nabespreking", "en": "Debrief"}
ON = {"nl": "Verder", "en": "Go on"}
FEWEST_CHOICES = 2
SHARE_PLAYED = 0.5
"""What a learner sees of the situations, played once."""


class ScenarioRecipe(Recipe):
    """Plans the whole story, and writes each situation."""

    @property
    def file_of_outline(self) -> str:
        """Its title and summary stand there."""
        return f"scenarios/{self.unit}/scenario.yml"

    def outline(self) -> Request[Wire] | None:
        """A plan of situations and choices."""
        return self.request("outline", "scenario-outline/v1", ScenarioOutline, {}, OUTLINE_TOKENS)

    def wrong_in(self, outline: Wire) -> list[str]:
        """Ways on that lead nowhere, situations that nothing leads to, a story without an end."""
        if not isinstance(outline, ScenarioOutline) or not outline.nodes:
            return ["there are no situations"]
        ids = [node.id for node in outline.nodes]
        led = {choice.to for node in outline.nodes for choice in node.choices}
        wrong = [f"two situations are called `{name}`" for name in {one for one in ids if ids.count(one) > 1}]
        wrong += [f"a choice leads to `{name}`, and there is no such situation" for name in sorted(led - set(ids))]
        wrong += [f"nothing leads to `{name}`" for name in ids[1:] if name not in led]
        for node in outline.nodes:
            if node.ending == "none" and len(node.choices) < FEWEST_CHOICES:
                wrong.append(f"`{node.id}` is no ending and has {len(node.choices)} choices: give it three")
            elif node.ending != "none" and node.choices:
                wrong.append(f"`{node.id}` is an ending and has choices: take them away")
        endings = {node.ending for node in outline.nodes}
        wrong += [f"there is no {ending} ending" for ending in ("good", "poor") if ending not in endings]
        return wrong

    def shown(self, outline: Wire | None) -> str:
        """The situations with what one can do in each."""
        if not isinstance(outline, ScenarioOutline):
            return ""
        lines = [outline.title, f"  {outline.summary}"]
        for node in outline.nodes:
            end = "" if node.ending == "none" else f" [ends: {node.ending}]"
            lines += [f"  {node.id}: {node.heading}{end}", f"     {node.happens}"]
            lines += [f"     - {choice.text} -> {choice.to}" for choice in node.choices]
        return "\n".join(lines)

    def parts(self, outline: Wire | None) -> Sequence[Part]:
        """A call for each situation."""
        if not isinstance(outline, ScenarioOutline):
            return ()
        parts = []
        for number, (name, node) in enumerate(self._named(outline), start=1):
            data = {
                "story": outline.title,
                "plan": {"heading": node.heading, "happens": node.happens, "ending": node.ending},
                "choices": [choice.text for choice in node.choices],
            }
            told = f"situation {number} of {len(outline.nodes)}"
            parts.append(Part(name, "node", self._text, self.request(told, "node/v1", DraftedNode, data, NODE_TOKENS)))
        return parts

    def files(self, outline: Wire | None, made: Sequence[Made]) -> Mapping[str, str]:
        """The sheet and the text."""
        if not isinstance(outline, ScenarioOutline):
            return {}
        named = self._named(outline)
        ids = {node.id: name for name, node in named}
        headings = {name: self._heading(index, named) for index, (name, _) in enumerate(named)}
        written = [one.value for one in made]
        debrief = DEBRIEFS.get(self.brief.locale, DEBRIEFS["en"])
        nodes = []
        for (name, node), value in zip(named, written, strict=True):
            if isinstance(value, DraftedNode):
                ends = f"; ending: {node.ending}" if node.ending != "none" else ""
                text = " ".join(line(said.text) for said in value.sentences)
                on = [f"- [{ON.get(self.brief.locale, ON['en'])}](#{github_slug(debrief)})"] if ends else []
                choices = on or [self._choice(choice, ids, headings) for choice in node.choices if choice.to in ids]
                nodes += [f"## {line(headings[name])}", f"<!-- id: {name}{ends} -->", text, "\n".join(choices)]
        nodes += [f"## {debrief}", f"<!-- id: {DEBRIEF} -->", "\n".join(f"- {line(one)}" for one in outline.debrief)]
        words = sum(len(text.split()) for value in written if value for text in texts_in(value))
        return {
            f"scenarios/{self.unit}/scenario.yml": self._sheet(outline, minutes_for(round(words * SHARE_PLAYED), 3)),
            self._text: "\n\n".join((f"# {line(outline.title)}", *nodes)) + "\n",
        }

    @property
    def _text(self) -> str:
        return f"scenarios/{self.unit}/{self.brief.locale}.md"

    def _named(self, outline: ScenarioOutline) -> list[tuple[str, PlannedNode]]:
        """Each situation with an id that can be one."""
        names: list[str] = []
        for number, node in enumerate(outline.nodes, start=1):
            names.append(minted(node.id, f"node-{number}", {*names, DEBRIEF}))
        return list(zip(names, outline.nodes, strict=True))

    def _heading(self, index: int, named: Sequence[tuple[str, PlannedNode]]) -> str:
        """A heading that no situation above has, so that links find it."""
        heading = named[index][1].heading
        above = [node.heading for _, node in named[:index]]
        return f"{heading} ({above.count(heading) + 1})" if heading in above else heading

    def _choice(self, choice: PlannedChoice, ids: Mapping[str, str], headings: Mapping[str, str]) -> str:
        effects = {meter: getattr(choice, meter) for meter in METERS}
        told = ", ".join(f"{meter} {value:+d}" for meter, value in effects.items() if value)
        remark = f" <!-- {told} -->" if told else ""
        return f"- [{line(choice.text)}](#{github_slug(headings[ids[choice.to]])}){remark}"

    def _sheet(self, outline: ScenarioOutline, minutes: int) -> str:
        locale = self.brief.locale
        lines = [
            f"title: {local({locale: outline.title})}",
            f"summary: {local({locale: outline.summary})}",
            f"practises: [{', '.join(map(str, self.brief.targets))}]",
            f"audiences: [{', '.join(self.brief.audiences)}]",
            f"minutes: {minutes}",
            "core: false",
            f"owner: {self.brief.owner}",
            f"review_by: {(self.context.today + REVIEW_AFTER).isoformat()}",
            "status: draft",
        ]
        return modeline("scenario") + "\n".join(lines) + "\n"
