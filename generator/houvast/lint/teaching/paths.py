"""The paths that rules look at: those of every role at every pace, and what each hat adds."""

from collections.abc import Iterator

from houvast.model import Catalogue, Module
from houvast.plan import LearningPath, Plus, plan_path, plan_plus


def paths_of(catalogue: Catalogue) -> Iterator[LearningPath]:
    """The path of every role at every pace; none where a name leads nowhere, which a rule of form tells."""
    if can_be_planned(catalogue):
        for role in catalogue.roles.values():
            yield from (plan_path(catalogue, role, pace) for pace in catalogue.paces.values())


def pluses_of(catalogue: Catalogue) -> Iterator[Plus]:
    """What every hat adds, at one pace: its units come in the same order at each. None where `paths_of` has none."""
    if can_be_planned(catalogue):
        for pace in list(catalogue.paces.values())[:1]:
            yield from (plan_plus(catalogue, hat, pace) for hat in catalogue.hats.values())


def can_be_planned(catalogue: Catalogue) -> bool:
    """Whether all that a plan looks up is there."""
    clusters = catalogue.competencies.clusters
    roles_stand = all(role.cluster in clusters for role in catalogue.roles.values())
    return roles_stand and all(_stands(catalogue, module) for module in catalogue.modules.values())


def _stands(catalogue: Catalogue, module: Module) -> bool:
    return (
        catalogue.source_locale in module.lessons
        and set(module.sheet.requires) <= set(catalogue.modules)
        and {target.competency for target in module.targets} <= set(catalogue.competencies.competencies)
    )
