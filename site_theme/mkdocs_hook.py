"""Let plain `mkdocs build` and `mkdocs serve` work on a fresh clone: generate the pages, give the theme its words."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from houvast.pipeline import generate_for_mkdocs
from houvast.site import TOC


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the pages of the locale that is built here."""
    config.extra.update(generate_for_mkdocs(Path(config.docs_dir), config.theme["language"]))
    config.extra["offline"] = False  # the worker stands beside the languages, and this builds only one
    config.mdx_configs["toc"] = TOC
    config.theme.static_templates.clear()
    return config
