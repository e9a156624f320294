"""Fill in the templates: a text in the words of one locale, a sheet with the words of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template

from houvast.propose.plain import inert, quoted

TEMPLATE = Path(__file__).parent / "template"

WORDED = ("nl", "en")
"""The languages of the templates. Any other begins with the words of the last one."""

IN_LOCALE = re.compile(rf"^(?P<indent> +)(?P<locale>{'|'.join(WORDED)}): (?P<value>.*)$")


def fill(kind: str, locale: str, values: Mapping[str, str]) -> str:
    """The Markdown of a new `kind` in a locale; the title is written as it is, whatever signs it holds."""
    path = TEMPLATE / kind / f"{locale if locale in WORDED else WORDED[-1]}.md"
    text = path.read_text(encoding="utf-8")
    return Template(text).substitute({**values, "title": inert(values["title"])})


def sheet(kind: str, locales: Iterable[str], values: Mapping[str, str], said: Mapping[str, str]) -> str:
    """The YAML of a new `kind`, each text in every locale; behind the title in a locale stands what is `said` of it."""
    path = TEMPLATE / kind / f"{kind}.yml" if (TEMPLATE / kind).is_dir() else TEMPLATE / f"{kind}.yml"
    title = quoted(values.get("title", ""))
    lines = _in_every_locale(path.read_text(encoding="utf-8").splitlines(), tuple(locales))
    filled = (
        Template(line).substitute({**values, "title": f"{title}  {said.get(locale, '')}"}) for locale, line in lines
    )
    return "".join(f"{line.rstrip()}\n" for line in filled)


def _in_every_locale(lines: Iterable[str], locales: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every line, and the locale that it is in, if any: a text of the template becomes one for each locale."""
    texts: dict[str, str] = {}
    for line in lines:
        found = IN_LOCALE.match(line)
        if not found:
            yield "", line
            continue
        texts[found["locale"]] = found["value"]
        if found["locale"] == WORDED[-1]:
            yield from ((held, f"{found['indent']}{held}: {texts.get(held, found['value'])}") for held in locales)
            texts = {}
