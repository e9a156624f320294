"""A name that stands for something else stands for something that is there."""

from collections.abc import Collection, Iterator

from houvast.diagnostics import Finding, Place, Rule, did_you_mean
from houvast.source import Checked

RULE = Rule(
    "R101",
    "unknown-name",
    why="A role, pace, cluster, competency or module that is named but not there leaves a hole in somebody's path.",
    bad="cluster: humanresources",
    good="cluster: hr",
    way_out="use the id of one that is there, or add it",
)


def check(checked: Checked) -> Iterator[Finding]:
    """Look every id up that a role, a cluster or a module names."""
    catalogue = checked.catalogue
    competencies = catalogue.competencies.competencies
    clusters = catalogue.competencies.clusters
    # A unit may be for a role that is left out: then nobody needs it, and nothing is broken.
    audiences = catalogue.audiences | set(catalogue.organisation.without)

    def known(kind: str, name: str, names: Collection[str], place: Place) -> Iterator[Finding]:
        if name not in names:
            hint = did_you_mean(name, names)
            yield Finding.of(RULE, place, f"there is no {kind} `{name}`{hint}", about=name)

    for cluster_id, cluster in clusters.items():
        for name in cluster.targets:
            place = checked.place("competencies.yml", "clusters", cluster_id, "targets", name)
            yield from known("competency", name, competencies, place)
    for role in catalogue.roles.values():
        yield from known("cluster", role.cluster, clusters, checked.place(role.file, "cluster"))
        for index, name in enumerate(role.builds_on):
            place = checked.place(role.file, "builds_on", index)
            yield from known("role or hat", name, {*catalogue.roles, *catalogue.hats}, place)
        yield from known("pace", role.pace, catalogue.paces, checked.place(role.file, "pace"))
        for name in role.targets:
            yield from known("competency", name, competencies, checked.place(role.file, "targets", name))
    for hat in catalogue.hats.values():
        for name in hat.targets:
            yield from known("competency", name, competencies, checked.place(hat.file, "targets", name))
    for module in catalogue.modules.values():
        file = module.sheet.file
        for key, targets in (("teaches", module.sheet.teaches), ("prepares", module.sheet.prepares)):
            for index, target in enumerate(targets):
                yield from known("competency", target.competency, competencies, checked.place(file, key, index))
        for index, name in enumerate(module.sheet.audiences):
            yield from known("role, hat or cluster", name, audiences, checked.place(file, "audiences", index))
        for index, name in enumerate(module.sheet.requires):
            yield from known("module", name, catalogue.modules, checked.place(file, "requires", index))
    for handout in catalogue.handouts.values():
        for index, name in enumerate(handout.sheet.audiences):
            place = checked.place(handout.sheet.file, "audiences", index)
            yield from known("role, hat or cluster", name, audiences, place)
    for locale, listed in catalogue.organisation.locales.items():
        for index, name in enumerate(listed if isinstance(listed, tuple) else ()):
            place = checked.place("organisation.yml", "locales", locale, index)
            yield from known("role, hat or cluster", name, catalogue.audiences, place)
    for number, wave in enumerate(catalogue.organisation.waves):
        for index, name in enumerate(wave.for_):
            place = checked.place("organisation.yml", "waves", number, "for", index)
            yield from known("role, hat or cluster", name, catalogue.audiences, place)
    for index, name in enumerate(catalogue.organisation.without):
        place = checked.place("organisation.yml", "without", index)
        yield from known("role, hat, pace, module, scenario or handout of Houvast", name, checked.packaged_ids, place)
    if (first := catalogue.organisation.first_case) is not None:
        yield from known("question", first, catalogue.source_questions, checked.place("organisation.yml", "first_case"))
    for scenario in catalogue.scenarios.values():
        sheet = scenario.sheet
        for index, target in enumerate(sheet.practises):
            place = checked.place(sheet.file, "practises", index)
            yield from known("competency", target.competency, competencies, place)
        for index, name in enumerate(sheet.after):
            yield from known("module", name, catalogue.modules, checked.place(sheet.file, "after", index))
        for index, name in enumerate(sheet.audiences):
            place = checked.place(sheet.file, "audiences", index)
            yield from known("role, hat or cluster", name, audiences, place)
