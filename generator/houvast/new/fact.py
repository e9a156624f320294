"""Begin a fact: an entry at the end of `facts.yml`, of which nothing else changes, not even its comments."""

import re
from datetime import date, timedelta

from houvast.model import Catalogue
from houvast.new.fill import sheet
from houvast.new.names import CannotBegin, check_free, check_id
from houvast.schema import modeline
from houvast.source.yaml import Value, read_yaml

FACTS = "facts.yml"
RECHECK_AFTER = timedelta(days=90)
INDENT = re.compile(r"^facts:[^\S\n]*(?:#.*)?\n(?:[^\S\n]*(?:#.*)?\n)*( +)\S", re.MULTILINE)


def begin_fact(catalogue: Catalogue, written: str | None, name: str, today: date) -> str:
    """The text of `facts.yml` with an entry more; `written` is what it holds now, None where the folder has none.

    Raises CannotBegin for an id that is taken or no id, and where the file is written so that nothing can be added.
    """
    check_id(name)
    check_free(catalogue, "fact", name)
    values = {"id": name, "today": today.isoformat(), "recheck_by": (today + RECHECK_AFTER).isoformat()}
    entry = sheet("fact", catalogue.locales, values, {})
    if written is None:
        written = modeline("facts") + "\nfacts:\n"
    found = INDENT.search(written)
    indent = found[1] if found else "  "
    lines = (f"{indent}{line}" if line else "" for line in entry.splitlines())
    gap = "\n" if found else ""
    text = f"{written.rstrip()}\n{gap}" + "\n".join(lines) + "\n"
    if _facts(text) is None or _without(text, name) != _facts(written):
        raise CannotBegin(f"{FACTS} is not written with one fact under another; add these lines yourself:\n{entry}")
    return text


def _facts(text: str) -> dict[str | int, Value] | None:
    """The facts that a text holds and nothing else; None where it cannot be read so."""
    located, findings = read_yaml(text, FACTS)
    value = located.value if located and not findings else None
    if not isinstance(value, dict) or set(value) - {"facts"}:
        return None
    facts = value.get("facts")
    return facts if isinstance(facts, dict) else {}


def _without(text: str, name: str) -> dict[str | int, Value]:
    return {key: value for key, value in (_facts(text) or {}).items() if key != name}
