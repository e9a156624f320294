"""Compare two catalogues: units, all other entries, and the paths of every role at every pace."""

from collections.abc import Iterator, Mapping

from houvast.compare.change import Change, Changes, EntryChange, EntryKind, PathName, UnitChange
from houvast.compare.paths import compare_forms, forms_of
from houvast.compare.question import compare_questions
from houvast.compare.settings import DERIVED, Locales, compare_settings
from houvast.compare.text import references
from houvast.compare.unit import compare_unit, one_sided
from houvast.model import Catalogue, Experiment, Handout, HandoutSheet, LocalText, PlainText
from houvast.model.markup import placeholders_of, texts_of
from houvast.plan import LearningPath, plan_path

Plans = Mapping[PathName, LearningPath]
Entries = Mapping[str, tuple[str, object]]
"""By id, the title and the value to compare."""


def compare_catalogues(before: Catalogue, after: Catalogue) -> Changes:
    """What changed for learners and colleagues. Both catalogues are without errors."""
    old, new = _plans(before), _plans(after)
    return Changes(
        tuple(_units(before, after, old, new)),
        tuple(_entries(before, after)),
        tuple(compare_forms(forms_of(old), forms_of(new))),
        tuple(old),
        tuple(new),
    )


def _plans(catalogue: Catalogue) -> Plans:
    return {
        (role.id, pace.id): plan_path(catalogue, role, pace)
        for role in catalogue.roles.values()
        if role.status == "reviewed"
        for pace in catalogue.paces.values()
    }


def _units(before: Catalogue, after: Catalogue, old: Plans, new: Plans) -> Iterator[UnitChange]:
    questions = compare_questions(before, after)
    source = Locales(before.source_locale, after.source_locale)
    for name in sorted({*before.units, *after.units}):
        was, now = before.units.get(name), after.units.get(name)
        asked = questions.get(name, ())
        on_old = tuple(sorted(path for path in old if name in old[path].units))
        on_new = tuple(sorted(path for path in new if name in new[path].units))
        # A module that became a scenario of the same id is another thing altogether.
        if was and now and type(was) is type(now):
            if change := compare_unit(was, now, source, asked, (on_old, on_new)):
                yield change
            continue
        if was:
            yield one_sided(was, source.before, () if now else asked, on_old, None)
        if now:
            yield one_sided(now, source.after, asked, None, on_new)


def _entries(before: Catalogue, after: Catalogue) -> Iterator[EntryChange]:
    source = Locales(before.source_locale, after.source_locale)
    old, new = _entries_of(before), _entries_of(after)
    used_before, used_after = _facts_used(before), _facts_used(after)
    for kind in new:
        for name in sorted({*old[kind], *new[kind]}):
            title, value = new[kind].get(name, ("", None))
            old_title, old_value = old[kind].get(name, ("", None))
            used = tuple(sorted(used_before.get(name, set()) | used_after.get(name, set()))) if kind == "fact" else ()
            if old_value is None or value is None:
                change: Change = "added" if old_value is None else "dropped"
                yield EntryChange(kind, name, title or old_title, change, used_in=used)
                continue
            settings, touched = compare_settings(old_value, value, source)
            if settings or touched:
                yield EntryChange(kind, name, title, "changed", settings, tuple(sorted(touched)), used)


def _entries_of(catalogue: Catalogue) -> Mapping[EntryKind, Entries]:
    locale = catalogue.source_locale
    held = catalogue.competencies
    organisation = catalogue.organisation
    return {
        "organisation": {"organisation": (organisation.name, organisation)},
        "role": {role.id: (role.title[locale], role) for role in catalogue.roles.values()},
        "hat": {hat.id: (hat.title[locale], hat) for hat in catalogue.hats.values()},
        "pace": {pace.id: (pace.title[locale], pace) for pace in catalogue.paces.values()},
        "competency": {name: (one.title[locale], one) for name, one in held.competencies.items()},
        "levels": {"levels": ("", held.levels)},
        "cluster": {name: (one.title[locale], one) for name, one in held.clusters.items()},
        "fact": {name: ("", fact) for name, fact in catalogue.facts.items()},
        "term": {term.id: (term.term[locale], term) for term in catalogue.terms},
        "may-i": {"may-i": ("", catalogue.may_i)},
        "handout": {one.id: (one.sheet.title[locale], _handout(one)) for one in catalogue.handouts.values()},
        "experiment": {name: ("", _experiment(one)) for name, one in catalogue.experiments.items()},
    }


def _handout(handout: Handout) -> Mapping[str, object]:
    """What stands on the sheet of a handout, and what its text says in each locale."""
    held: dict[str, object] = {
        name.replace("_", " "): getattr(handout.sheet, name)
        for name in HandoutSheet.model_fields
        if name not in DERIVED
    }
    return {**held, **_said(handout.texts)}


def _experiment(experiment: Experiment) -> Mapping[str, object]:
    """What stands in the head of an experiment, and what its text says in each locale."""
    head = next(iter(experiment.texts.values()))
    held = {"by": head.by, "began": head.began, "ended": head.ended, "outcome": head.outcome}
    return {**held, **_said(experiment.texts)}


def _said(texts: Mapping[str, PlainText]) -> Mapping[str, object]:
    """What texts say and name, and where their links lead; nothing where they say nothing."""
    said = {
        locale: " ".join(one for block in text.blocks for one in (*texts_of(block), *references(block)))
        for locale, text in texts.items()
    }
    held = {locale: words for locale, words in said.items() if words}
    return {"text": LocalText(held)} if held else {}


def _facts_used(catalogue: Catalogue) -> Mapping[str, set[str]]:
    """The ids of the units, handouts and experiments whose text names a fact, in any locale."""
    used: dict[str, set[str]] = {}
    for file, block in catalogue.placed_blocks():
        for placeholder in placeholders_of(block):
            kind, _, fact = placeholder.name.partition(".")
            if kind == "fact":
                used.setdefault(fact, set()).add(file.split("/")[1].partition(".")[0])
    return used
