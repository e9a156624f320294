"""Courses of one's own that extend the small ones, as those of an organisation extend the ones that come with Houvast:
they are read fifty times as fast."""

import re
from pathlib import Path

import pytest

from houvast import pipeline

SMALL = Path(__file__).parent / "cases/small"


def extend_the_small(folder: Path, monkeypatch: pytest.MonkeyPatch, *locales: str) -> Path:
    """Begin a folder in these locales, the source first; until the test ends the small courses come with Houvast."""
    monkeypatch.setattr(pipeline, "packaged_courses", lambda: SMALL)
    folder.mkdir()
    text = (SMALL / "organisation.yml").read_text(encoding="utf-8")
    held = ", ".join(f"{locale}: all" for locale in locales)
    text = re.sub("^locales: .*", f"extends: houvast\nlocales: {{{held}}}", text, count=1, flags=re.MULTILINE)
    (folder / "organisation.yml").write_text(text, encoding="utf-8")
    return folder
