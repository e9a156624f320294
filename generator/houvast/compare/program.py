"""Changes as JSON for a program.

The shape is a promise; a key may be added, and `version` goes up when one is dropped or comes to mean something else:

    {"version": 1, "base": str, "changed_for_learners": bool,
     "units": [{"id", "kind": "module" or "scenario", "title", "change": "added" or "dropped" or "changed", "owner",
                "gate": bool, "status": [before, after], "paths_before": [{"role", "pace"}], "paths_after": the same,
                "settings": [{"name", "before", "after", "text": bool}],
                "texts": [{"audience": id or null, "words_added": int, "words_removed": int}],
                "questions": [{"id", "change", "hash": [before, after], "critical": bool, "reopens": bool,
                               "reworded": bool, "explained": bool, "settings"}],
                "translations": [locale], "reopens": bool, "plays_otherwise": bool, "review_missing": bool}],
     "entries": [{"kind", "id", "title", "change", "settings", "translations", "used_in": [unit]}],
     "paths": [{"role", "pace", "before": {"minutes", "sessions", "weeks"} or null, "after": the same, "minutes": int,
                "added": [{"unit", "before", "after"}], "dropped": the same, "resized": the same, "moved": [unit],
                "gaps_opened": [target], "gaps_closed": [target]}]}

What is not there on a side is null. `hash` is what answers are kept under, `minutes` the difference.
"""

from dataclasses import asdict

from houvast.compare.change import (
    Changes,
    EntryChange,
    PathChange,
    PathName,
    QuestionChange,
    Setting,
    Size,
    UnitChange,
)

VERSION = 1


def as_json(changes: Changes, base: str) -> dict[str, object]:
    """The changes since `base` in the shape above."""
    return {
        "version": VERSION,
        "base": base,
        "changed_for_learners": changes.for_learners,
        "units": [_unit(unit) for unit in changes.units],
        "entries": [_entry(entry) for entry in changes.entries],
        "paths": [_path(path) for path in changes.paths],
    }


def _unit(unit: UnitChange) -> dict[str, object]:
    return {
        "id": unit.id,
        "kind": unit.kind,
        "title": unit.title,
        "change": unit.change,
        "owner": unit.owner,
        "gate": unit.is_gate,
        "status": [unit.status_before, unit.status_after],
        "paths_before": _names(unit.paths_before),
        "paths_after": _names(unit.paths_after),
        "settings": _settings(unit.settings),
        "texts": [
            {"audience": text.audience, "words_added": text.added, "words_removed": text.removed} for text in unit.texts
        ],
        "questions": [_question(question) for question in unit.questions],
        "translations": list(unit.translations),
        "reopens": unit.reopens,
        "plays_otherwise": unit.plays_otherwise,
        "review_missing": unit.review_missing,
    }


def _names(paths: tuple[PathName, ...]) -> list[dict[str, str]]:
    return [{"role": role, "pace": pace} for role, pace in paths]


def _settings(settings: tuple[Setting, ...]) -> list[dict[str, object]]:
    return [
        {"name": setting.name, "before": setting.before, "after": setting.after, "text": setting.is_text}
        for setting in settings
    ]


def _question(question: QuestionChange) -> dict[str, object]:
    return {
        "id": question.id,
        "change": question.change,
        "hash": [question.hash_before, question.hash_after],
        "critical": question.critical,
        "reopens": question.reopens,
        "reworded": question.reworded,
        "explained": question.explained,
        "settings": _settings(question.settings),
    }


def _entry(entry: EntryChange) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "id": entry.id,
        "title": entry.title,
        "change": entry.change,
        "settings": _settings(entry.settings),
        "translations": list(entry.translations),
        "used_in": list(entry.used_in),
    }


def _path(path: PathChange) -> dict[str, object]:
    return {
        "role": path.role,
        "pace": path.pace,
        "before": _size(path.before),
        "after": _size(path.after),
        "minutes": path.minutes,
        "added": [asdict(unit) for unit in path.added],
        "dropped": [asdict(unit) for unit in path.dropped],
        "resized": [asdict(unit) for unit in path.resized],
        "moved": list(path.moved),
        "gaps_opened": [str(gap) for gap in path.gaps_opened],
        "gaps_closed": [str(gap) for gap in path.gaps_closed],
    }


def _size(size: Size | None) -> dict[str, int] | None:
    return asdict(size) if size else None
