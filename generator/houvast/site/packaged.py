"""Where our own files stand: beside the package in a clone, inside it in a wheel."""

from pathlib import Path

import houvast

_PACKAGE = Path(houvast.__file__).parent
_CLONE = _PACKAGE.parent.parent
_HOME = _CLONE if (_CLONE / "site_theme").is_dir() else _PACKAGE / "packaged"


def theme_folder() -> Path:
    """`site_theme/`: templates, styles, elements and words."""
    return _HOME / "site_theme"


def packaged_courses() -> Path:
    """The courses that come with Houvast, which others extend; their `README.md` is the author's guide."""
    return _HOME / "courses"


def mkdocs_config() -> Path:
    """`mkdocs.yml`."""
    return _HOME / "mkdocs.yml"
