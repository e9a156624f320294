"""Everything an organisation wrote, read and shaped: what all later stages work from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from houvast.model.competency import EVERYONE, LEVELS, CompetencyFile, Level, Target
from houvast.model.drafted import DraftSheet
from houvast.model.experiment import Experiment, ExperimentText
from houvast.model.fact import Fact, Term
from houvast.model.handout import Handout, HandoutText
from houvast.model.hat import Hat
from houvast.model.lesson import blocks_in
from houvast.model.markup import Block
from houvast.model.may_i import MayI
from houvast.model.module import Module
from houvast.model.organisation import Organisation
from houvast.model.pace import Pace
from houvast.model.picture import PictureFile
from houvast.model.question import Question
from houvast.model.role import Role
from houvast.model.scenario import Scenario

Unit = Module | Scenario
PlainText = HandoutText | ExperimentText


@dataclass(frozen=True)
class Catalogue:
    """The whole of `courses/`. Mappings go from id to thing, sorted by id."""

    organisation: Organisation
    competencies: CompetencyFile
    roles: Mapping[str, Role]
    hats: Mapping[str, Hat]
    paces: Mapping[str, Pace]
    modules: Mapping[str, Module]
    scenarios: Mapping[str, Scenario]
    facts: Mapping[str, Fact]
    terms: tuple[Term, ...]
    may_i: MayI
    pictures: Mapping[str, PictureFile]
    handouts: Mapping[str, Handout]
    experiments: Mapping[str, Experiment]
    packaged: frozenset[str] = frozenset()
    """The files that come with Houvast, which whoever reads the pages of this organisation cannot change."""
    drafts: Mapping[str, DraftSheet] = field(default_factory=dict)
    """What nobody decided of yet, where it was asked for: its files lie over the others."""
    provenance: Mapping[str, DraftSheet] = field(default_factory=dict)
    """How what was drafted and reviewed came about."""

    def for_the_public(self) -> "Catalogue":
        """Without what is internal: AI systems, rules of the house, contacts and internal addresses."""
        return replace(self, organisation=self.organisation.for_the_public(), may_i=self.may_i.for_the_public())

    def without_drafts(self) -> "Catalogue":
        """Without the modules, scenarios, roles and hats that nobody reviewed, and without texts for those roles alone.

        A rule finds what is reviewed and needs a draft, so nothing that stays is broken.
        """
        roles = {name: role for name, role in self.roles.items() if role.status != "draft"}
        hats = {name: hat for name, hat in self.hats.items() if hat.status != "draft"}
        gone = (self.roles.keys() - roles.keys()) | (self.hats.keys() - hats.keys())
        modules = {
            name: module.without_variants(gone)
            for name, module in self.modules.items()
            if module.sheet.status != "draft"
        }
        scenarios = {name: held for name, held in self.scenarios.items() if held.sheet.status != "draft"}
        return replace(self, roles=roles, hats=hats, modules=modules, scenarios=scenarios)

    @property
    def size(self) -> int:
        """How many roles, hats, modules and scenarios there are."""
        return len(self.roles) + len(self.hats) + len(self.units)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of the site, the source locale first."""
        return tuple(self.organisation.locales)

    @property
    def source_locale(self) -> str:
        """The locale that ids and hashes come from."""
        return self.organisation.source_locale

    def is_whole(self, locale: str) -> bool:
        """Whether a locale is there for everybody, not for some roles alone."""
        return self.organisation.locales[locale] == "all"

    def holds_role(self, role: Role, locale: str) -> bool:
        """Whether a role has pages in a locale."""
        listed = self.organisation.locales[locale]
        return listed == "all" or bool({role.id, role.cluster} & set(listed))

    def holds_hat(self, hat: Hat, locale: str) -> bool:
        """Whether a hat has pages in a locale."""
        listed = self.organisation.locales[locale]
        return listed == "all" or hat.id in listed

    def holds_unit(self, unit: Unit, locale: str) -> bool:
        """Whether a unit has pages in a locale: in one that is there for some, what was translated."""
        return self.is_whole(locale) or locale in (unit.lessons if isinstance(unit, Module) else unit.plots)

    def holds_handout(self, handout: Handout, locale: str) -> bool:
        """Whether a handout has a page in a locale: in one that is there for some, what was translated."""
        return self.is_whole(locale) or locale in handout.texts

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Modules and scenarios by id."""
        return {**self.modules, **self.scenarios}

    @property
    def audiences(self) -> frozenset[str]:
        """Whom text can be meant for: the ids of all roles, hats and clusters."""
        return frozenset({EVERYONE, *self.roles, *self.hats, *self.competencies.clusters})

    def targets_of(self, role: Role, above: tuple[str, ...] = ()) -> Mapping[str, Level]:
        """The level a role needs of each competency: the highest of its cluster and what it builds on, then its own.

        `above` are the roles that build on it: a circle ends there (a rule finds it).
        """
        targets = dict(self.competencies.clusters[role.cluster].targets)
        for name in role.builds_on:
            if name in self.hats:
                base: Mapping[str, Level] = self.hats[name].targets
            elif name in self.roles and name not in (role.id, *above):
                base = self.targets_of(self.roles[name], (role.id, *above))
            else:
                continue
            targets |= {competency: max(level, targets.get(competency, level)) for competency, level in base.items()}
        return {**targets, **role.targets}

    def needs_of(self, learner: Role | Hat) -> tuple[Target, ...]:
        """Every level up to each target, in the order of `competencies.yml`; of a hat what not everyone needs."""
        targets = self.targets_of(learner) if isinstance(learner, Role) else learner.targets
        everyone = self.competencies.clusters.get(EVERYONE)
        known = everyone.targets if everyone and isinstance(learner, Hat) else {}
        return tuple(
            Target(competency=competency, level=level)
            for competency in self.competencies.competencies
            if competency in targets
            for level in LEVELS[known.get(competency, 0) : targets[competency]]
        )

    def modules_for(self, learner: Role | Hat) -> tuple[Module, ...]:
        """The modules that may be planned for somebody: reviewed, and not written for others alone."""
        names = set(learner.names)
        return tuple(
            module
            for module in self.modules.values()
            if module.is_reviewed and (not module.sheet.audiences or names & set(module.sheet.audiences))
        )

    def placed_blocks(self) -> Iterator[tuple[str, Block]]:
        """Every block of every lesson, variant, plot, handout and experiment, with its file."""
        for module in self.modules.values():
            for file, content in module.placed_contents():
                yield from ((file, block) for block in blocks_in(content))
        for scenario in self.scenarios.values():
            for plot in scenario.plots.values():
                yield from ((plot.file, block) for block in plot.blocks())
        yield from ((text.file, block) for _, text in self.plain_texts() for block in text.blocks)

    def plain_texts(self) -> Iterator[tuple[str, PlainText]]:
        """Every text that asks nothing, of handouts and experiments, with its locale."""
        for handout in self.handouts.values():
            yield from handout.texts.items()
        for experiment in self.experiments.values():
            yield from experiment.texts.items()

    @cached_property
    def open_questions(self) -> frozenset[str]:
        """The ids of the questions in drafts that nobody decided of."""
        items = (item for draft in self.drafts.values() for item in draft.open_items)
        return frozenset(item.id for item in items if item.kind == "question")

    @cached_property
    def source_questions(self) -> Mapping[str, Question]:
        """Every question of the source locale by id: where hashes and option digests come from."""
        return {
            question.id: question
            for unit in self.units.values()
            for _, question in unit.placed_questions(self.source_locale)
        }
