"""What "May I do this?" names is there: systems, uses, contacts, modules, facts."""

from collections.abc import Collection, Iterator

from houvast.diagnostics import Finding, Place, Rule, did_you_mean
from houvast.lint import unknown_name
from houvast.model import OTHER, Module, UseRule
from houvast.source import Checked, is_packaged

RULE: Rule = unknown_name.RULE


def check(checked: Checked) -> Iterator[Finding]:
    """Look up every id that a rule names. A module that an organisation goes without is linked nowhere, and is fine."""
    for index, rule in enumerate(checked.catalogue.may_i.rules):
        for kind, name, known, keys, about in _named(checked, rule):
            if name not in known:
                place = checked.place("may-i.yml", "rules", index, *keys)
                yield Finding.of(RULE, place, f"there is no {kind} `{name}`{did_you_mean(name, known)}", about=about)
    for index, system in enumerate(checked.catalogue.organisation.systems):
        if system.id == OTHER:
            yield Finding.of(RULE, _system(checked, index), f"`{OTHER}` stands for every tool that is not approved")


Named = tuple[str, str, Collection[str], tuple[str | int, ...], str]


def _named(checked: Checked, rule: UseRule) -> Iterator[Named]:
    """What a rule names: the kind, the id, the known ones, where, and what it is about for who only has own files."""
    catalogue = checked.catalogue
    organisation = catalogue.organisation
    systems = {OTHER, *(system.id for system in organisation.systems)}
    uses = {use.id for use in catalogue.may_i.uses}
    for index, name in enumerate(rule.when.system):
        yield "system", name, systems, ("when", "system", index), f"tool.{name}"
    for index, name in enumerate(rule.when.use):
        yield "use", name, uses, ("when", "use", index), name
    if rule.ask:
        yield "contact", rule.ask, organisation.contacts, ("ask",), f"contact.{rule.ask}"
    if rule.fact:
        yield "fact", rule.fact, catalogue.facts, ("fact",), f"fact.{rule.fact}"
    if rule.learn:
        yield from _learned(checked, rule, rule.learn)


def _learned(checked: Checked, rule: UseRule, learn: str) -> Iterator[Named]:
    catalogue = checked.catalogue
    module, _, question = learn.partition("#")
    held = catalogue.modules.get(module)
    if held is None or held.sheet.status == "retired":
        if module not in catalogue.organisation.without:
            there = {name for name, one in catalogue.modules.items() if one.sheet.status != "retired"}
            yield "module", module, there, ("learn",), module
    elif question and _is_ours(checked, rule, held):
        known = {one.id for _, one in held.placed_questions(catalogue.source_locale)}
        yield f"question in `{module}`", question, known, ("learn",), question


def _is_ours(checked: Checked, rule: UseRule, module: Module) -> bool:
    """Whether rule and module come from one hand: an own module need not have the questions of that of Houvast."""
    catalogue = checked.catalogue
    place = checked.place("may-i.yml", "rules", catalogue.may_i.rules.index(rule))
    return not is_packaged(place) or module.sheet.file in catalogue.packaged


def _system(checked: Checked, index: int) -> Place:
    return checked.place("organisation.yml", "systems", index, "id")
