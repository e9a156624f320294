"""Turn finished Markdown into a static site. The only package that knows MkDocs."""

from houvast.site.assemble import BuildReport, LocaleSite, build_site, is_site
from houvast.site.docs import write_docs
from houvast.site.material import original_address
from houvast.site.mkdocs import TOC, BuildFailed, theme_extra
from houvast.site.packaged import mkdocs_config, packaged_courses, theme_folder
from houvast.site.server import SiteServer

__all__ = [
    "TOC",
    "BuildFailed",
    "BuildReport",
    "LocaleSite",
    "SiteServer",
    "build_site",
    "is_site",
    "mkdocs_config",
    "original_address",
    "packaged_courses",
    "theme_extra",
    "theme_folder",
    "write_docs",
]
