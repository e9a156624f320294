"""Make the files that an organisation begins with, from those in `template/`."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

TEMPLATE = Path(__file__).parent / "template"

LOCALES = ("nl", "en")
"""The languages of the template, and of the courses that come with Houvast."""

NAMES = {"nl": "Onze organisatie", "en": "Our organisation"}
"""What an organisation is called until somebody writes its name."""

LONGEST_NAME = 100
"""Signs."""

OF_LOCALE = re.compile(r"\.([a-z]{2})\.md$")
TRANSLATES = re.compile(r"^<!-- translates: .*\n\n")


class BadStart(Exception):
    """A folder cannot be begun like this; the message says why, and the way out."""


def files_for(name: str | None, locales: Sequence[str]) -> Mapping[str, str]:
    """The text of every file by its path in the new folder. The first of `locales` is the source of the others.

    Raises BadStart for a name that cannot be shown, and for a locale that is not in `LOCALES`.
    """
    locales = tuple(dict.fromkeys(locales)) or LOCALES
    if unknown := [locale for locale in locales if locale not in LOCALES]:
        raise BadStart(f"there are no courses in `{unknown[0]}`; take one or more of: {', '.join(LOCALES)}")
    name = NAMES[locales[0]] if name is None else name.strip()
    if not name or not name.isprintable() or len(name) > LONGEST_NAME:
        raise BadStart(f"a name is one line of 1 to {LONGEST_NAME} signs that can all be seen")
    files: dict[str, str] = {}
    for path in sorted(held for held in TEMPLATE.rglob("*") if held.is_file()):
        file = path.relative_to(TEMPLATE).as_posix()
        found = OF_LOCALE.search(file)
        if not found or found[1] in locales:
            text = path.read_text(encoding="utf-8")
            files[".gitignore" if file == "gitignore" else file] = _written(text, file, name, locales)
    return files


def _written(text: str, file: str, name: str, locales: Sequence[str]) -> str:
    """A file of the template for this organisation: its name, and only its locales."""
    if file == "organisation.yml":
        # A `#` in a name could be read as the start of a comment, and of an allowance.
        quoted = json.dumps(name, ensure_ascii=False).replace("#", "\\u0023")
        listed = ", ".join(f"{locale}: all" for locale in locales)
        text = Template(text).substitute(name=quoted, locales=f"{{{listed}}}")
    if file.endswith(".yml"):
        return "".join(line for line in text.splitlines(keepends=True) if not _is_of_others(line, locales))
    return TRANSLATES.sub("", text) if file.endswith(f".{locales[0]}.md") else text


def _is_of_others(line: str, locales: Sequence[str]) -> bool:
    """Whether a line holds a text in a language that is not asked for."""
    return any(line.lstrip().startswith(f"{locale}: ") for locale in LOCALES if locale not in locales)
