"""What "May I do this?" names is there: systems, uses, contacts, modules, facts."""

from collections.abc import Collection, Iterator

from houvast.diagnostics import Finding, Rule, did_you_mean
from houvast.lint.form import unknown_name
from houvast.model import OTHER, UseRule
from houvast.source import Checked, is_packaged

RULE: Rule = unknown_name.RULE

Named = tuple[str, str, Collection[str], tuple[str | int, ...]]
"""The kind, the id, the known ones, and where the id stands in the rule."""


def check(checked: Checked) -> Iterator[Finding]:
    """Look up every id that an own rule names.

    A rule of Houvast names contacts that its lessons name too, and where a module is left out it links to none.
    """
    for index, rule in enumerate(checked.catalogue.may_i.rules):
        if is_packaged(checked.place("may-i.yml", "rules", index)):
            continue
        for kind, name, known, keys in _named(checked, rule):
            if name not in known:
                place = checked.place("may-i.yml", "rules", index, *keys)
                yield Finding.of(RULE, place, f"there is no {kind} `{name}`{did_you_mean(name, known)}", about=name)
    for index, system in enumerate(checked.catalogue.organisation.systems):
        if system.id == OTHER:
            place = checked.place("organisation.yml", "systems", index, "id")
            yield Finding.of(RULE, place, f"`{OTHER}` stands for every tool that is not approved", "choose another id")


def _named(checked: Checked, rule: UseRule) -> Iterator[Named]:
    catalogue = checked.catalogue
    systems = {OTHER, *(system.id for system in catalogue.organisation.systems)}
    uses = {use.id for use in catalogue.may_i.uses}
    for index, name in enumerate(rule.when.system):
        yield "system", name, systems, ("when", "system", index)
    for index, name in enumerate(rule.when.use):
        yield "use", name, uses, ("when", "use", index)
    if rule.ask:
        yield "contact", rule.ask, catalogue.organisation.contacts, ("ask",)
    if rule.fact:
        yield "fact", rule.fact, catalogue.facts, ("fact",)
    module, _, question = (rule.learn or "").partition("#")
    if module:
        there = {name for name, held in catalogue.modules.items() if held.is_reviewed}
        yield "reviewed module", module, there, ("learn",)
    if question and module in catalogue.modules:
        known = {held.id for _, held in catalogue.modules[module].placed_questions(catalogue.source_locale)}
        yield f"question in `{module}`", question, known, ("learn",)
