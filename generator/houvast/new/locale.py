"""Begin a locale of the site: copies of what one language holds, and a list of what only its speakers can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from houvast.model import Catalogue, Locale
from houvast.new.names import CannotBegin

WORDS = "site_theme/locales"
PAGES = "site_theme/pages"
GUIDE = "courses/README"
OF_WORDS = (
    "# TODO: translate what stands behind each key, from `{source}`; keep the keys and what stands between braces.\n"
)
OF_PAGE = "<!-- note: TODO: translate this page from `{source}`. -->"


@dataclass(frozen=True, slots=True)
class NewLocale:
    """New files by their path in the repository, and what is left to do then, in order."""

    files: Mapping[str, str]
    left: tuple[str, ...]


def begin_locale(catalogue: Catalogue, courses: Path, theme: Path, locale: str) -> NewLocale:
    """The files of a new locale, made from those of the source locale.

    Raises CannotBegin for what is no locale, one that the site has words in, and courses that do not stand beside the
    theme: a folder of its own cannot add a language.
    """
    try:
        TypeAdapter[str](Locale).validate_python(locale)
    except ValidationError:
        raise CannotBegin(
            f"`{locale[:20]}` is no locale: write a language as `fr`, or with a country as `fr-be`"
        ) from None
    if (theme / f"locales/{locale}.yml").exists():
        raise CannotBegin(
            f"the site has words in `{locale}`: add it to `locales` in organisation.yml; check asks the rest"
        )
    if courses.resolve() != (theme.parent / "courses").resolve():
        raise CannotBegin("a folder of its own cannot add a language: add it to Houvast, where site_theme/ stands")
    root, source = theme.parent, catalogue.source_locale
    words = (root / f"{WORDS}/{source}.yml").read_text(encoding="utf-8")
    files = {f"{WORDS}/{locale}.yml": OF_WORDS.format(source=source) + words}
    for page in sorted((root / PAGES).glob(f"*.{source}.md")):
        name = page.name.removesuffix(f".{source}.md")
        files[f"{PAGES}/{name}.{locale}.md"] = _marked(page, source)
    guide = root / f"{GUIDE}.{source}.md"
    files[f"{GUIDE}.{locale}.md"] = _marked(guide if guide.is_file() else root / f"{GUIDE}.md", source)
    return NewLocale(files, (*(f"translate {name}" for name in files), *_left(locale)))


def _marked(path: Path, source: str) -> str:
    """The text of a page, with a note under its title that it is to be translated."""
    title, _, rest = path.read_text(encoding="utf-8").partition("\n")
    return f"{title}\n\n{OF_PAGE.format(source=source)}\n{rest}"


def _left(locale: str) -> tuple[str, ...]:
    """What no copy can be a beginning of."""
    return (
        "add the title of the question bank to `BANK_TITLES` in generator/houvast/source/content.py",
        f"write site_theme/assets/houvast/prompt-rules.{locale}.json, measured as docs/prompt-rules.md says",
        "add the words around a proposal to generator/houvast/propose/words.py",
        f"add `{locale}: all`, or `{locale}: [a-role]`, to `locales` in courses/organisation.yml: "
        "then houvast check asks for the rest",
    )
