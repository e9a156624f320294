"""Run MkDocs over the pages of one locale."""

import hashlib
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

# Material tells about its end of life at every start; docs/decisions/ says what we do about that.
os.environ["NO_MKDOCS_2_WARNING"] = "true"

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from houvast.model import Organisation, Wording, github_slug
from houvast.site.material import stylesheet
from houvast.site.offline import is_offline
from houvast.site.packaged import theme_folder
from houvast.site.safety import SECURITY_POLICY, removed_from

Extra = Mapping[str, object]


OF_PLANNING = ("plan_", "calendar_")
"""How the words begin that only pages with a planning need."""

TOC: dict[str, object] = {"slugify": lambda title, separator: github_slug(title)}
"""Headings have the addresses that GitHub gives them, so that one link works in both places."""


class BuildFailed(Exception):
    """MkDocs warned, or a page holds what it may not: our own mistake, never an author's."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run of MkDocs: Markdown in, pages out."""

    config: Path
    docs: Path
    site: Path
    theme: Path
    locale: str
    extra: Extra


def theme_extra(organisation: Organisation, wording: Wording, wordings: Mapping[str, Wording]) -> Extra:
    """What the theme needs to know beside the page. `wordings` are those of all locales that are built."""
    return {
        "organisation": organisation.name,
        "published": organisation.published or "preview",
        "index": organisation.index,
        "repository": organisation.repository,
        "words": dict(wording.words),
        "script": {key: words for key, words in wording.script.items() if not key.startswith(OF_PLANNING)},
        "planning_script": {key: words for key, words in wording.script.items() if key.startswith(OF_PLANNING)},
        "locales": list(wordings),
        "languages": {name: other("language_name") for name, other in wordings.items()},
        "material_stylesheet": stylesheet()[0],
        "security_policy": SECURITY_POLICY,
        "offline": is_offline(organisation),
        "build": _frame_hash(theme_folder() / "assets"),
    }


def _frame_hash(assets: Path) -> str:
    """What tells styles and scripts that belong together from those of another build."""
    known = hashlib.sha256(stylesheet()[0].encode())
    for path in sorted(path for path in assets.rglob("*") if path.is_file()):
        known.update(path.name.encode() + path.read_bytes())
    return known.hexdigest()[:12]


def fingerprint(job: Job) -> str:
    """What every page of a locale depends on beside its own Markdown: theme, settings, words and versions."""
    known = hashlib.sha256()
    packages = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "nh3", "houvast")
    known.update(repr([(name, metadata.version(name)) for name in packages]).encode())
    known.update(repr(sorted(job.extra.items())).encode())
    files = sorted(path for path in job.theme.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in [job.config, *files]:
        known.update(path.name.encode() + path.read_bytes())
    return known.hexdigest()


def run(job: Job) -> None:
    """Build the pages of a job, and look at each of them once more. Raises BuildFailed."""
    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    logger.propagate = False
    try:
        config = load_config(
            config_file=str(job.config),
            docs_dir=str(job.docs.resolve()),
            site_dir=str(job.site.resolve()),
            hooks=[],
            watch=[],
            nav=[],
            strict=True,
            extra=dict(job.extra),
            theme={"name": "material", "custom_dir": str(job.theme.resolve()), "language": job.locale, "font": False},
        )
        config.theme.static_templates.clear()
        config.mdx_configs["toc"] = TOC
        build(config)
    except (Abort, MkDocsException) as problem:
        raise BuildFailed(f"MkDocs stopped on `{job.locale}`: {'; '.join(said.messages) or problem}") from problem
    finally:
        logger.removeHandler(said)
    for path in sorted(job.site.rglob("*.html")):
        if removed := removed_from(path.read_text(encoding="utf-8")):
            page = path.relative_to(job.site).as_posix()
            raise BuildFailed(f"{job.locale}/{page} holds what a sanitiser would change: {removed[:200]}")


class _Said(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
