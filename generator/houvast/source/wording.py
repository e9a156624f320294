"""Read the site's own words."""

from pathlib import Path

import yaml

from houvast.model import Wording


def read_wording(theme: Path, locale: str) -> Wording:
    """Read `locales/<locale>.yml` of the theme; raises FileNotFoundError where the theme has no such locale."""
    words = yaml.safe_load((theme / "locales" / f"{locale}.yml").read_text(encoding="utf-8"))
    script = words.pop("script")
    return Wording(locale, words, script)


def known_locales(theme: Path) -> frozenset[str]:
    """The locales that the theme has words for."""
    return frozenset(path.stem for path in (theme / "locales").glob("*.yml"))
