"""Turn paths and lessons into finished Markdown pages. Knows nothing of MkDocs or of folders."""

from houvast.page.page import Page, link
from houvast.page.pages import pages_of
from houvast.page.path_file import PATH_FILE
from houvast.page.view import View

__all__ = ["PATH_FILE", "Page", "View", "link", "pages_of"]
