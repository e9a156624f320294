"""The small courses in one language alone, so that a lesson can be written without its translation."""

import shutil
from pathlib import Path


def in_one_locale(small: Path, courses: Path, locale: str) -> Path:
    """Copy the small courses to `courses`, and leave out every other language."""
    shutil.copytree(small, courses)
    organisation = courses / "organisation.yml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(
        text.replace("locales: {nl: all, en: all}", f"locales: {{{locale}: all}}"), encoding="utf-8"
    )
    for path in courses.rglob("*.md"):
        if not path.name.endswith(f"{locale}.md"):
            path.unlink()
    return courses
