"""Say changes in words: one sentence each, the same for a terminal and for a pull request."""

from collections import Counter
from collections.abc import Iterator

from houvast.compare.change import Changes, EntryChange, PathName, QuestionChange, Setting, TextChange, UnitChange
from houvast.compare.sentence import Item, Said, Sentence, listed
from houvast.diagnostics import count

UNITS = "Modules and scenarios"
ENTRIES = "Organisation, roles, paces, competencies, facts and terms"
PATHS = "Learning paths"

NOTHING = "Nothing changed for learners."

SHOWN_WHOLE = frozenset({"title", "name", "term"})
"""Texts short enough to show before and after; of others it is said that they are reworded."""


def summary(changes: Changes) -> str:
    """One line: how much changed, the most important first."""
    if not changes.for_learners:
        return NOTHING
    reopened = sum(question.reopens for unit in changes.units for question in unit.questions)
    replayed = sum(unit.reopens for unit in changes.units)
    units = Counter(unit.change for unit in changes.units)
    gates = sum(unit.is_gate for unit in changes.units)
    missing = sum(unit.review_missing for unit in changes.units)
    tally = {
        f"{count(reopened, 'question')} to answer again": reopened,
        f"{count(replayed, 'scenario')} to play again": replayed,
        f"{count(units['added'], 'new unit')}": units["added"],
        f"{count(units['dropped'], 'unit')} dropped": units["dropped"],
        f"{count(units['changed'], 'unit')} changed": units["changed"],
        f"{count(gates, 'gate')} among them": gates,
        f"{count(len(changes.entries), 'other change')}": len(changes.entries),
        f"{count(len(changes.paths), 'path')} changed": len(changes.paths),
        f"{count(missing, 'unit')} changed since review": missing,
    }
    return "; ".join(text for text, number in tally.items() if number) + "."


def unit_items(changes: Changes) -> list[Item]:
    """Every module and scenario that changed."""
    return [_unit(unit, changes) for unit in changes.units]


def entry_items(changes: Changes) -> list[Item]:
    """Everything else that changed."""
    return [_entry(entry) for entry in changes.entries]


def _unit(unit: UnitChange, changes: Changes) -> Item:
    gate = " (a gate)" if unit.is_gate else ""
    head: Sentence = (f"{unit.kind} ", Said(unit.id), " ", Said(unit.title, "title"), f"{gate}: ", *_label(unit), "; ")
    under = [Item(_setting(setting)) for setting in unit.settings if setting.name != "status"]
    under += [Item(_text(text, unit.kind)) for text in unit.texts]
    if unit.reopens:
        under.append(Item(("the story changed: learners who played it are asked to play again",)))
    if unit.plays_otherwise:
        under.append(Item(("effects, conditions or endings of its choices changed",)))
    under += _questions(unit)
    under += [Item(sentence) for sentence in _translations(unit.translations)]
    if unit.review_missing:
        under.append(
            Item(("nobody has reviewed this change: ask ", Said(unit.owner), ", then move ", Said("review_by", "copy")))
        )
    return Item((*head, *_standing(unit, changes)), tuple(under))


def _label(unit: UnitChange) -> Sentence:
    match unit.change, unit.status_before, unit.status_after:
        case "added", _, status:
            return (f"new, {status}",)
        case "dropped", _, _:
            return ("dropped",)
        case _, before, after if before != after:
            words = {"reviewed": "now reviewed", "draft": "a draft again", "retired": "retired"}
            return (f"{words[after or '']}, owner ", Said(unit.owner))
        case _:
            return ("changed",)


def _standing(unit: UnitChange, changes: Changes) -> Sentence:
    before, after = _on(unit.paths_before, changes.all_before), _on(unit.paths_after, changes.all_after)
    if unit.change == "dropped":
        return ("was ", *before)
    if unit.change == "added" or before == after:
        return after
    return (*after, ", before ", *before)


def _on(paths: tuple[PathName, ...], all_paths: tuple[PathName, ...]) -> Sentence:
    """On whose paths: a role alone means at every pace."""
    if not paths:
        return ("on no path",)
    if set(paths) == set(all_paths):
        return ("on every path",)
    paces_of_all = {pace for _, pace in all_paths} | {pace for _, pace in paths}
    pieces: list[str | Said] = []
    for role in dict.fromkeys(role for role, _ in paths):
        paces = tuple(pace for held, pace in paths if held == role)
        pieces += ["; " if pieces else "on the path of ", Said(role)]
        pieces += [" at ", *listed(paces)] if set(paces) != paces_of_all else []
    return tuple(pieces)


def _setting(setting: Setting) -> Sentence:
    name, before, after = setting.name, setting.before, setting.after
    if not setting.is_text or (name.split(" ")[-1] in SHOWN_WHOLE and before and after):
        return (f"{name}: from ", _value(before, setting.is_text), " to ", _value(after, setting.is_text))
    return (f"{name}: {'new' if before is None else 'dropped' if after is None else 'reworded'}",)


def _value(value: str | None, is_text: bool) -> Said | str:
    return "nothing" if value is None else Said(value, "title" if is_text else "value")


def _text(text: TextChange, kind: str) -> Sentence:
    of: Sentence = ("text for ", Said(text.audience)) if text.audience else ("story" if kind == "scenario" else "text",)
    if not text.added and not text.removed:
        return (*of, ": the same words, moved, shown to others, or with another link or placeholder")
    return (*of, f": about {count(text.added, 'word')} more and {text.removed} fewer")


def _questions(unit: UnitChange) -> Iterator[Item]:
    """The new and the dropped ones together, of a whole unit only their number; then each question that changed."""
    for change, word in (("added", "new"), ("dropped", "dropped")):
        held = [question for question in unit.questions if question.change == change]
        critical = tuple(question.id for question in held if question.critical)
        if held and unit.change == change:
            yield Item((f"with {count(len(held), 'question')}" + (f", {len(critical)} critical" if critical else ""),))
            continue
        others = tuple(question.id for question in held if not question.critical)
        if critical:
            yield Item((f"{word}, critical: ", *listed(critical)))
        if others:
            yield Item((f"{word}: {'question' if len(others) == 1 else 'questions'} ", *listed(others)))
    yield from (_question(question) for question in unit.questions if question.change == "changed")


def _question(question: QuestionChange) -> Item:
    under: list[Item] = []
    if question.reopens:
        told = "changed in meaning, so it opens again for learners who answered it"
        rev = Said(f"rev: {question.hash_before}", "copy")
        under.append(Item(("if it means the same, keep their answers: put ", rev, " in its comment")))
    elif question.reworded:
        told = "other words, and its `rev` keeps learners' answers"
    elif question.explained:
        told = "another explanation or hint; answers are kept"
    else:
        told = "answers are kept"
    under += [Item(_setting(setting)) for setting in question.settings]
    critical = "critical question" if question.critical else "question"
    return Item((f"{critical} ", Said(question.id), f": {told}"), tuple(under))


def _translations(locales: tuple[str, ...]) -> Iterator[Sentence]:
    if locales:
        yield ("translation touched: ", *listed(locales))


def _entry(entry: EntryChange) -> Item:
    head: Sentence = (
        (entry.kind,) if entry.kind in {"organisation", "levels", "may-i"} else (f"{entry.kind} ", Said(entry.id))
    )
    if entry.title:
        head = (*head, " ", Said(entry.title, "title"))
    words = {"added": "new", "dropped": "dropped", "changed": "changed"}
    head = (*head, f": {words[entry.change]}")
    if entry.used_in:
        head = (*head, "; used in ", *listed(entry.used_in))
    under = [Item(_setting(setting)) for setting in entry.settings]
    under += [Item(sentence) for sentence in _translations(entry.translations)]
    return Item(head, tuple(under))
